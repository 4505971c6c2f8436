using Edge.Ledger.Entries;
using Edge.Sensors.Ina228;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Ina228;

public sealed class Ina228SensorTests
{
    private const int U = 0, I = 1, P = 2, E = 3, C = 4, T = 5;

    [Fact]
    public void The_datasheets_worked_example_holds_register_by_register()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        var samples = rig.Sample();
        Assert.Equal(0x0FD2, rig.Register((byte)Ina228Register.ShuntCalibration));
        Assert.Equal(0x4BF00, rig.Register(3, (byte)Ina228Register.ShuntVoltage) >> 4);
        Assert.Equal(0x3C000, rig.Register(3, (byte)Ina228Register.BusVoltage) >> 4);
        Assert.Equal(0x4CCCC, rig.Register(3, (byte)Ina228Register.Current) >> 4);
        Assert.Equal(0x0C80, rig.Register((byte)Ina228Register.DieTemperature));
        Assert.Equal([0x3C000L, 0x4CCCCL, 0x0C80L], new[] { U, I, T }.Select(o => samples[o].Raw!.Value));
        Assert.Equal(48, samples[U].Value!.Value, 1e-9);
        Assert.Equal(6, samples[I].Value!.Value, rig.Sensor.Outputs[I].Resolution);
        Assert.Equal(288, samples[P].Value!.Value, 0.002);
        Assert.Equal(25, samples[T].Value!.Value, 1e-9);
        Assert.All(samples.All, s => Assert.Equal(Quality.Good, s.Quality));
        Assert.Equal(["V", "A", "W", "J", "C", "Cel"], rig.Sensor.Outputs.Select(o => o.Unit));
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(-0.0001)]
    [InlineData(-9.9)]
    public void A_current_that_flows_back_is_negative_and_takes_the_charge_back_while_energy_is_summed_without_a_sign(double amperes)
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, amperes);
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
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
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
        using var rig = WorkedExample.Rig(WorkedExample.Options with { Shunt = 0.01638, MaxCurrent = maxCurrent, CurrentRatio = 1 }, 48, 0.00512 / 0.01638);
        Assert.Equal(narrow, (WorkedExample.Options with { Shunt = 0.01638, MaxCurrent = maxCurrent }).Narrow);
        var samples = rig.Sample();
        Assert.Equal(configuration, rig.Register((byte)Ina228Register.Configuration));
        Assert.Equal(shuntCode, rig.Register(3, (byte)Ina228Register.ShuntVoltage) >> 4);
        Assert.Equal(0.00512 / 0.01638, samples[I].Value!.Value, rig.Sensor.Outputs[I].Resolution);
    }

    [Theory]
    [InlineData(0.1639)]
    [InlineData(-0.1639)]
    public void The_ends_of_the_shunts_range_spoil_what_is_computed_from_it_and_nothing_else(double shuntVolts)
    {
        using var rig = WorkedExample.Rig(new Ina228Options { Shunt = 0.01, Outputs = WorkedExample.All }, 48, shuntVolts / 0.01);
        var samples = rig.Sample();
        Assert.All(new[] { I, P, E, C }, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        Assert.All(new[] { U, T }, o => Assert.Equal(Quality.Good, samples[o].Quality));
        Assert.All(samples.All, s => Assert.NotNull(s.Raw));
        rig.Amperes.Value = 1;
        samples = rig.Sample();
        Assert.All(new[] { U, I, P, T }, o => Assert.Equal(Quality.Good, samples[o].Quality));
        Assert.All(new[] { E, C }, o => CollectedSamples.AssertDoubted(Reason.Saturated, samples[o]));
    }

    [Fact]
    public void Arithmetic_that_overflowed_is_said_by_its_flag_and_over_when_a_new_conversion_has_begun()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options with { MaxCurrent = 5 }, 48, 6);
        var samples = rig.Sample();
        Assert.Equal(0x4BF00, rig.Register(3, (byte)Ina228Register.ShuntVoltage) >> 4);
        Assert.All(new[] { I, P, E, C }, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        rig.Amperes.Value = 4;
        Assert.Equal(4, rig.Sample()[I].Value!.Value, rig.Sensor.Outputs[I].Resolution);
    }

    [Fact]
    public void The_chips_own_flag_of_the_arithmetic_is_believed_even_when_no_code_is_at_its_end()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Log.Alter = (write, read) => { if (write is [(byte)Ina228Register.Diagnostics]) read[0] |= 0x02; };
        var samples = rig.Sample();
        Assert.All(new[] { I, P, E, C }, o => CollectedSamples.AssertAbsent(Reason.Saturated, samples[o]));
        Assert.Equal(0x4CCCC, samples[I].Raw);
    }

    [Fact]
    public void A_trim_that_fails_its_checksum_is_a_lost_calibration()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
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
        using var rig = WorkedExample.Rig(WorkedExample.Options with { Averaging = averaging, ConversionUs = conversion }, 48, 6);
        rig.Sample();
        var started = rig.Clock.Now;
        rig.Sample();
        Assert.InRange(rig.Clock.Now - started, nanoseconds, nanoseconds + nanoseconds / 8 + 2_000_000);
    }

    [Fact]
    public void A_conversion_that_was_read_before_is_not_taken_for_a_new_one()
    {
        using var rig = WorkedExample.Rig(WorkedExample.Options, 48, 6);
        rig.Sample();
        rig.Chip.Fault = DeviceFault.NeverReady;
        rig.Amperes.Value = 1;
        Assert.All(rig.Sample().All, s => CollectedSamples.AssertAbsent(Reason.NotReady, s));
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        Assert.Contains("10.1136", Assert.Single((WorkedExample.Options with { MaxCurrent = 11 }).Validate()).Message, StringComparison.Ordinal);
        Assert.Contains("0.000617", Assert.Single((WorkedExample.Options with { MaxCurrent = 1e-6 }).Validate()).Message, StringComparison.Ordinal);
        Assert.Equal(
            ["address", "shunt", "bus_ratio", "current_ratio", "channels", "averaging", "conversion_us"],
            new Ina228Options { Address = 0x3F, Shunt = 0, BusRatio = -1, CurrentRatio = 0, Averaging = 2, ConversionUs = 1100, Outputs = [] }.Validate().Select(p => p.Option));
        Assert.Empty(WorkedExample.Options.Validate());
    }
}
