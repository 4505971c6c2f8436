using Edge.Ledger.Entries;
using Edge.Sensors.Ina228;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Tests.Ina2xx;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Ina228;

public sealed class Ina228SensorTests
{
    private const int U = 0, I = 1, P = 2, E = 3, C = 4, T = 5;

    private static readonly Ina2xxOutput[] All = [.. Enum.GetValues<Ina2xxQuantity>().Select(q => new Ina2xxOutput(q.ToString().ToLowerInvariant(), q))];

    // SLYS021A, section 8.2 (typical application): 10 A at most over 16.2 mOhm, 48 V.
    private static readonly Ina228Options Example = new() { Shunt = 0.0162, MaxCurrent = 10, Averaging = 1, Outputs = All };

    private static PowerMonitorRig Rig(Ina228Options options, double volts, double amperes)
    {
        var rig = new PowerMonitorRig(options);
        (rig.Volts.Value, rig.Amperes.Value) = (volts, amperes);
        return rig;
    }

    [Fact]
    public void The_datasheets_worked_example_holds_register_by_register()
    {
        using var rig = Rig(Example, 48, 6);
        var samples = rig.Sample();
        Assert.Equal(0x0FD2, rig.Register((byte)Ina228Register.ShuntCalibration));
        Assert.Equal(0x4BF00, rig.Register((byte)Ina228Register.ShuntVoltage, 3) >> 4);
        Assert.Equal(0x3C000, rig.Register((byte)Ina228Register.BusVoltage, 3) >> 4);
        Assert.Equal(0x4CCCC, rig.Register((byte)Ina228Register.Current, 3) >> 4);
        Assert.Equal(0x0C80, rig.Register((byte)Ina228Register.DieTemperature));
        Assert.Equal([0x3C000L, 0x4CCCCL, 0x0C80L], new[] { U, I, T }.Select(o => samples[o].Raw!.Value));
        Assert.Equal(48, samples[U].Value!.Value, 1e-9);
        Assert.Equal(6, samples[I].Value!.Value, rig.Sensor.Outputs[I].Resolution);
        Assert.Equal(288, samples[P].Value!.Value, 0.002);
        Assert.Equal(25, samples[T].Value!.Value, 1e-9);
        Assert.All(samples.All, s => Assert.Equal(Quality.Good, s.Quality));
        Assert.Equal(["V", "A", "W", "J", "C", "Cel"], rig.Sensor.Outputs.Select(o => o.Unit));
    }

    [Fact]
    public void An_hour_of_the_worked_example_is_its_energy_and_its_charge()
    {
        using var rig = Rig(Example, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        var samples = rig.Sample();
        Assert.Equal(1_036_800, samples[E].Value!.Value, 20.0);
        Assert.Equal(21_600, samples[C].Value!.Value, 0.5);
        Assert.Equal(1_061_683_200, samples[E].Raw!.Value, 20_000.0);
        Assert.Equal(1_132_462_080, samples[C].Raw!.Value, 25_000.0);
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(-0.0001)]
    [InlineData(-9.9)]
    public void A_current_that_flows_back_is_negative_and_takes_the_charge_back_while_energy_is_summed_without_a_sign(double amperes)
    {
        using var rig = Rig(Example, 48, amperes);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        var samples = rig.Sample();
        Assert.Equal(amperes, samples[I].Value!.Value, rig.Sensor.Outputs[I].Resolution);
        Assert.Equal(48 * amperes, samples[P].Value!.Value, 0.01);
        Assert.True(samples[P].Raw < 0);
        Assert.Equal(3600 * amperes, samples[C].Value!.Value, 3600 * rig.Sensor.Outputs[I].Resolution);
        Assert.True(samples[C].Raw < 0);
        Assert.Equal(3600 * 48 * -amperes, samples[E].Value!.Value, 50.0);
        Assert.True(samples[E].Raw > 0);
    }

    [Theory]
    [InlineData(-40, 0xEC00)]
    [InlineData(125, 0x3E80)]
    [InlineData(-0.0078125, 0xFFFF)]
    public void The_die_is_read_with_its_sign(double celsius, int code)
    {
        using var rig = Rig(Example, 48, 6);
        rig.Celsius.Value = celsius;
        var sample = rig.Sample()[T];
        Assert.Equal(code, rig.Register((byte)Ina228Register.DieTemperature));
        Assert.Equal((celsius, (long)(short)code), (sample.Value!.Value, sample.Raw!.Value));
    }

    // SLYS021A, table 8-1: 163.84 mV at 312.5 nV and 40.96 mV at 78.125 nV per code.
    [Theory]
    [InlineData(10, false, 0x00, 0x4000)]
    [InlineData(0.4, true, 0x10, 0x10000)]
    public void A_current_that_fits_the_narrow_range_gets_it(double maxCurrent, bool narrow, int configuration, int shuntCode)
    {
        using var rig = Rig(Example with { Shunt = 0.01638, MaxCurrent = maxCurrent, CurrentRatio = 1 }, 48, 0.00512 / 0.01638);
        Assert.Equal(narrow, (Example with { Shunt = 0.01638, MaxCurrent = maxCurrent }).Narrow);
        var samples = rig.Sample();
        Assert.Equal(configuration, rig.Register((byte)Ina228Register.Configuration));
        Assert.Equal(shuntCode, rig.Register((byte)Ina228Register.ShuntVoltage, 3) >> 4);
        Assert.Equal(0.00512 / 0.01638, samples[I].Value!.Value, rig.Sensor.Outputs[I].Resolution);
    }

    [Theory]
    [InlineData(0.1639)]
    [InlineData(-0.1639)]
    public void The_ends_of_the_shunts_range_spoil_what_is_computed_from_it_and_nothing_else(double shuntVolts)
    {
        using var rig = Rig(new Ina228Options { Shunt = 0.01, Outputs = All }, 48, shuntVolts / 0.01);
        var samples = rig.Sample();
        Assert.All(new[] { I, P, E, C }, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        Assert.All(new[] { U, T }, o => Assert.Equal(Quality.Good, samples[o].Quality));
        Assert.All(samples.All, s => Assert.NotNull(s.Raw));
        rig.Amperes.Value = 1;
        Assert.All(rig.Sample().All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void Arithmetic_that_overflowed_is_said_by_its_flag_and_over_when_a_new_conversion_has_begun()
    {
        using var rig = Rig(Example with { MaxCurrent = 5 }, 48, 6);
        var samples = rig.Sample();
        Assert.Equal(0x4BF00, rig.Register((byte)Ina228Register.ShuntVoltage, 3) >> 4);
        Assert.All(new[] { I, P, E, C }, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        rig.Amperes.Value = 4;
        Assert.Equal(4, rig.Sample()[I].Value!.Value, rig.Sensor.Outputs[I].Resolution);
    }

    [Fact]
    public void The_chips_own_flag_of_the_arithmetic_is_believed_even_when_no_code_is_at_its_end()
    {
        using var rig = Rig(Example, 48, 6);
        rig.Log.Alter = (write, read) => { if (write is [(byte)Ina228Register.Diagnostics]) read[0] |= 0x02; };
        var samples = rig.Sample();
        Assert.All(new[] { I, P, E, C }, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        Assert.Equal(0x4CCCC, samples[I].Raw);
    }

    [Fact]
    public void Energy_that_runs_over_its_40_bits_is_told_once_and_goes_on_from_zero()
    {
        using var rig = Rig(Example, 48, 6);
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
        using var rig = Rig(Example, 0, amperes);
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
        using var rig = Rig(Example, 48, 6);
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
        using var rig = Rig(Example, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        using var next = rig.Restart(Example);
        var samples = CollectedSamples.Of(next, rig.Clock);
        Assert.Equal(1_036_800, samples[E].Value!.Value, 25.0);
        Assert.Equal(21_600, samples[C].Value!.Value, 0.5);
    }

    [Fact]
    public void What_ran_over_while_no_gateway_looked_is_told_by_the_chips_flags()
    {
        using var rig = Rig(Example, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromDays(44));
        using var next = rig.Restart(Example);
        var samples = CollectedSamples.Of(next, rig.Clock);
        Assert.All(new[] { E, C }, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        Assert.All(CollectedSamples.Of(next, rig.Clock).All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void What_ran_over_in_a_round_that_failed_afterwards_is_told_in_the_next()
    {
        using var rig = Rig(Example, 48, 6);
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
        using var rig = Rig(Example, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        using var next = rig.Restart(Example with { MaxCurrent = 8 });
        var samples = CollectedSamples.Of(next, rig.Clock);
        Assert.InRange(samples[E].Value!.Value, 0, 10);
        Assert.InRange(samples[C].Value!.Value, 0, 1);
    }

    [Fact]
    public void What_was_summed_is_lost_with_the_supply_and_said_to_be()
    {
        using var rig = Rig(Example, 48, 6);
        rig.Sample();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        rig.Chip.BrownOut();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.CalibrationLost, s));
        Assert.InRange(rig.Sample()[E].Value!.Value, 0, 10);
    }

    [Fact]
    public void A_trim_that_fails_its_checksum_is_a_lost_calibration()
    {
        using var rig = Rig(Example, 48, 6);
        rig.Log.Alter = (write, read) => { if (write is [(byte)Ina228Register.Diagnostics]) read[1] &= 0xFE; };
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.CalibrationLost, s));
    }

    [Theory]
    [InlineData(1, 1052, 0xFB68)]
    [InlineData(1024, 50, 0xF007)]
    [InlineData(16, 4120, 0xFFFA)]
    public void The_config_word_is_the_datasheets(int averaging, int conversion, int word) =>
        Assert.Equal(word, Ina228Chip.Convert(averaging, conversion));

    [Theory]
    [InlineData(1, 1052, 3_156_000)]
    [InlineData(64, 280, 53_760_000)]
    public void It_waits_for_conversion_ready_as_long_as_averaging_takes(int averaging, int conversion, long nanoseconds)
    {
        using var rig = Rig(Example with { Averaging = averaging, ConversionUs = conversion }, 48, 6);
        rig.Sample();
        var started = rig.Clock.Now;
        rig.Sample();
        Assert.InRange(rig.Clock.Now - started, nanoseconds, nanoseconds + nanoseconds / 8 + 2_000_000);
    }

    [Fact]
    public void A_conversion_that_was_read_before_is_not_taken_for_a_new_one()
    {
        using var rig = Rig(Example, 48, 6);
        rig.Sample();
        rig.Chip.Fault = DeviceFault.NeverReady;
        rig.Amperes.Value = 1;
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.NotReady, s));
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        Assert.Contains("10.1136", Assert.Single((Example with { MaxCurrent = 11 }).Validate()).Message, StringComparison.Ordinal);
        Assert.Contains("0.000617", Assert.Single((Example with { MaxCurrent = 1e-6 }).Validate()).Message, StringComparison.Ordinal);
        Assert.Equal(
            ["address", "shunt", "bus_ratio", "current_ratio", "channels", "averaging", "conversion_us"],
            new Ina228Options { Address = 0x3F, Shunt = 0, BusRatio = -1, CurrentRatio = 0, Averaging = 2, ConversionUs = 1100, Outputs = [] }.Validate().Select(p => p.Option));
        Assert.Empty(Example.Validate());
    }
}
