using Edge.Ledger.Entries;
using Edge.Sensors.Ina228;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Ina228;

/// <summary>What the chip sums by itself, and what the driver says of it.</summary>
public sealed class Ina228SumTests
{
    private const int E = 3, C = 4;

    [Fact]
    public void An_hour_of_the_worked_example_is_its_energy_and_its_charge()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        var samples = rig.Sample();
        Assert.Equal(1_036_800, samples[E].Value!.Value, 20.0);
        Assert.Equal(21_600, samples[C].Value!.Value, 0.5);
        Assert.Equal(1_061_683_200, samples[E].Raw!.Value, 20_000.0);
        Assert.Equal(1_132_462_080, samples[C].Raw!.Value, 25_000.0);
    }

    [Fact]
    public void Energy_that_runs_over_its_40_bits_is_told_and_goes_on_from_zero_in_doubt()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromDays(43));
        Assert.Equal(Quality.Good, rig.Sample()[E].Quality);
        rig.Clock.Advance(TimeSpan.FromDays(1));
        var samples = rig.Sample();
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[E]);
        Assert.InRange(samples[E].Raw!.Value, 1, 1L << 35);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        var later = rig.Sample()[E];
        CollectedSamples.AssertDoubted(Reason.Saturated, later);
        Assert.Equal(1_036_800, (later.Raw!.Value - samples[E].Raw!.Value) * (later.Value!.Value / later.Raw.Value), 25.0);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    public void Charge_that_runs_over_its_40_bits_is_told_and_goes_on_from_the_other_end_in_doubt(double amperes)
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 0, amperes);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(Quality.Good, rig.Sample()[C].Quality);
        rig.Clock.Advance(TimeSpan.FromDays(1));
        var samples = rig.Sample();
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[C]);
        Assert.Equal(-Math.Sign(amperes), Math.Sign(samples[C].Raw!.Value));
        Assert.Equal(Quality.Good, samples[E].Quality);
        CollectedSamples.AssertDoubted(Reason.Saturated, rig.Sample()[C]);
    }

    [Fact]
    public void A_register_that_ran_over_just_before_it_was_read_is_told_although_reading_cleared_its_flag()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromDays(43));
        rig.Sample();
        rig.Log.Alter = (write, read) => { if (write is [(byte)Ina228Register.Diagnostics]) read[0] &= 0xF3; };
        rig.Clock.Advance(TimeSpan.FromDays(1));
        CollectedSamples.AssertAbsent(Reason.Saturated, rig.Sample()[E]);
        CollectedSamples.AssertDoubted(Reason.Saturated, rig.Sample()[E]);
    }

    [Fact]
    public void A_chip_that_kept_its_setup_goes_on_summing_across_a_restart_of_the_gateway()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        using var next = rig.Restart(WorkedExample.Options);
        var samples = CollectedSamples.Of(next, rig.Clock);
        Assert.Equal(1_036_800, samples[E].Value!.Value, 25.0);
        Assert.Equal(21_600, samples[C].Value!.Value, 0.5);
    }

    [Fact]
    public void What_ran_over_while_no_gateway_looked_is_told_by_the_chips_flags()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromDays(44));
        using var next = rig.Restart(WorkedExample.Options);
        var samples = CollectedSamples.Of(next, rig.Clock);
        Assert.All(new[] { E, C }, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        samples = CollectedSamples.Of(next, rig.Clock);
        Assert.All(new[] { E, C }, o => CollectedSamples.AssertDoubted(Reason.Saturated, samples[o]));
    }

    [Fact]
    public void What_ran_over_in_a_round_that_failed_afterwards_is_told_in_the_next()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromDays(43));
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromDays(1));
        rig.Log.After = (_, write) => rig.Chip.Fault = write is [(byte)Ina228Register.Energy] ? DeviceFault.NoAcknowledge : rig.Chip.Fault;
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.NoAnswer, s));
        rig.Chip.Fault = DeviceFault.None;
        rig.Log.After = (_, _) => { };
        CollectedSamples.AssertAbsent(Reason.Saturated, rig.Sample()[E]);
        CollectedSamples.AssertDoubted(Reason.Saturated, rig.Sample()[E]);
    }

    [Fact]
    public void A_chip_that_summed_in_other_steps_begins_at_zero()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        using var next = rig.Restart(WorkedExample.Options with { MaxCurrent = 8 });
        var samples = CollectedSamples.Of(next, rig.Clock);
        Assert.InRange(samples[E].Value!.Value, 0, 10);
        Assert.InRange(samples[C].Value!.Value, 0, 1);
    }

    [Theory]
    [InlineData(0.05, 1, 1)]
    [InlineData(0.1, 2, 1)]
    [InlineData(0.1, 1, 2)]
    public void A_sum_that_was_counted_over_another_shunt_or_ratio_is_not_shown_in_new_steps_but_begins_at_zero(double shunt, double busRatio, double currentRatio)
    {
        var before = new Ina228Options { Shunt = 0.1, Averaging = 1, Outputs = WorkedExample.All };
        var after = before with { Shunt = shunt, BusRatio = busRatio, CurrentRatio = currentRatio };
        Assert.Equal(before.Calibration, after.Calibration);
        using var rig = WorkedExample.Rig(before, 48, 1);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        Assert.InRange(rig.Sample()[E].Value!.Value, 172_000, 174_000);
        using var next = rig.Restart(after);
        var samples = CollectedSamples.Of(next, rig.Clock);
        Assert.InRange(samples[E].Value!.Value, 0, 10);
        Assert.InRange(samples[C].Value!.Value, 0, 1);
        Assert.All(samples.All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Theory]
    [InlineData(48, 11, new[] { E, C })]
    [InlineData(103, 6, new[] { E })]
    public void What_was_at_its_end_is_missing_in_the_sum_until_that_begins_anew(double volts, double amperes, int[] doubted)
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, volts, amperes);
        var samples = rig.Sample();
        Assert.All(doubted, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        (rig.Volts.Value, rig.Amperes.Value) = (48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        AssertDoubted(doubted, rig.Sample());
        rig.Chip.Fault = DeviceFault.NoAcknowledge;
        rig.Sample();
        rig.Chip.Fault = DeviceFault.None;
        AssertDoubted(doubted, rig.Sample());
        using var next = rig.Restart(WorkedExample.Options);
        AssertDoubted(doubted, CollectedSamples.Of(next, rig.Clock));
        rig.Chip.BrownOut();
        CollectedSamples.Of(next, rig.Clock);
        AssertDoubted([], CollectedSamples.Of(next, rig.Clock));
    }

    private static void AssertDoubted(int[] doubted, CollectedSamples samples)
    {
        Assert.All(doubted, o => CollectedSamples.AssertDoubted(Reason.Saturated, samples[o]));
        Assert.All(new[] { E, C }.Except(doubted), o => Assert.Equal(Quality.Good, samples[o].Quality));
    }

    [Fact]
    public void A_doubt_that_could_not_be_left_with_the_chip_is_left_in_the_next_round()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Amperes.Value = 11;
        rig.Log.After = (_, write) => rig.Chip.Fault = write is [(byte)Ina228Register.Charge] ? DeviceFault.NoAcknowledge : rig.Chip.Fault;
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.NoAnswer, s));
        rig.Chip.Fault = DeviceFault.None;
        rig.Log.After = (_, _) => { };
        rig.Amperes.Value = 6;
        rig.Sample();
        using var next = rig.Restart(WorkedExample.Options);
        AssertDoubted([E, C], CollectedSamples.Of(next, rig.Clock));
    }

    [Fact]
    public void What_was_summed_is_lost_with_the_supply_and_said_to_be()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        rig.Chip.BrownOut();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.CalibrationLost, s));
        Assert.InRange(rig.Sample()[E].Value!.Value, 0, 10);
    }
}
