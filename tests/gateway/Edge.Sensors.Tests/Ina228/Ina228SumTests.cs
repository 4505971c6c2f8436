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
    public void Energy_that_runs_over_its_40_bits_is_told_once_and_goes_on_from_zero()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromDays(43));
        Assert.Equal(Quality.Good, rig.Sample()[E].Quality);
        rig.Clock.Advance(TimeSpan.FromDays(1));
        var samples = rig.Sample();
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[E]);
        Assert.InRange(samples[E].Raw!.Value, 1, 1L << 35);
        Assert.Equal(Quality.Good, samples[C].Quality);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        var later = rig.Sample()[E];
        Assert.Equal(1_036_800, (later.Raw!.Value - samples[E].Raw!.Value) * (later.Value!.Value / later.Raw.Value), 25.0);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    public void Charge_that_runs_over_its_40_bits_is_told_once_and_goes_on_from_the_other_end(double amperes)
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
        Assert.Equal(Quality.Good, rig.Sample()[C].Quality);
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
        Assert.Equal(Quality.Good, rig.Sample()[E].Quality);
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
        Assert.All(CollectedSamples.Of(next, rig.Clock).All, s => Assert.Equal(Quality.Good, s.Quality));
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
        Assert.Equal(Quality.Good, rig.Sample()[E].Quality);
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
