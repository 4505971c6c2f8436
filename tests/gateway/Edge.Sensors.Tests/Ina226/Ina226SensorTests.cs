using Edge.Ledger.Entries;
using Edge.Sensors.Ina226;
using Edge.Sensors.Tests.Ina2xx;
using Edge.Sensors.Tests.Sampling;

namespace Edge.Sensors.Tests.Ina226;

public sealed class Ina226SensorTests
{
    // SBOS547, table "Configure/Measure/Calculate Example": 2 mOhm, 10 A load, 12 V common mode, current step 1 mA.
    private static readonly Ina226Options Example = new() { Shunt = 0.002, MaxCurrent = 32.768, Averaging = 1, Outputs = PowerMonitorRig.Outputs };

    [Fact]
    public void The_datasheets_worked_example_holds_register_by_register()
    {
        using var rig = new PowerMonitorRig(Example);
        var samples = rig.Sample();
        Assert.Equal(0x0A00, rig.Register((byte)Ina226Register.Calibration));
        Assert.Equal(0x1F40, rig.Register((byte)Ina226Register.ShuntVoltage));
        Assert.Equal(0x2570, rig.Register((byte)Ina226Register.BusVoltage));
        Assert.Equal(0x2710, rig.Register((byte)Ina226Register.Current));
        Assert.Equal(0x12B8, rig.Register((byte)Ina226Register.Power));
        Assert.Equal([11.98, 10.0, 119.8], samples.All.Select(s => Math.Round(s.Value!.Value, 6)));
        Assert.Equal([0x2570L, 0x2710L, 0x12B8L], samples.All.Select(s => s.Raw!.Value));
        Assert.All(samples.All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Theory]
    [InlineData(-10, 0xE0C0, -10000)]
    [InlineData(-0.00125, 0xFFFF, -1)]
    public void A_current_that_flows_back_is_negative_and_so_is_its_power(double amperes, int shuntCode, long currentCode)
    {
        using var rig = new PowerMonitorRig(Example);
        rig.Amperes.Value = amperes;
        var samples = rig.Sample();
        Assert.Equal(shuntCode, rig.Register((byte)Ina226Register.ShuntVoltage));
        Assert.Equal(currentCode, samples[1].Raw);
        Assert.Equal(currentCode * 0.001, samples[1].Value!.Value, 1e-9);
        Assert.True(samples[2].Value <= 0);
        Assert.True(samples[2].Raw <= 0);
    }

    [Theory]
    [InlineData(1, 1100, 2_200_000)]
    [InlineData(16, 140, 4_480_000)]
    [InlineData(4, 8244, 65_952_000)]
    public void It_waits_for_conversion_ready_as_long_as_averaging_takes(int averaging, int conversion, long nanoseconds)
    {
        using var rig = new PowerMonitorRig(Example with { Averaging = averaging, ConversionUs = conversion });
        rig.Sample();
        Assert.InRange(rig.TimeOfRound(), nanoseconds, nanoseconds + nanoseconds / 8 + 2_000_000);
    }

    [Fact]
    public void Reading_the_mask_register_clears_conversion_ready()
    {
        using var rig = new PowerMonitorRig(Example);
        rig.Clock.Advance(TimeSpan.FromMilliseconds(3));
        Assert.Equal(Ina226Chip.Ready, rig.Register((byte)Ina226Register.MaskEnable) & Ina226Chip.Ready);
        Assert.Equal(0, rig.Register((byte)Ina226Register.MaskEnable) & Ina226Chip.Ready);
    }

    [Fact]
    public void Overflow_spoils_current_and_power_but_not_the_voltage()
    {
        using var rig = new PowerMonitorRig(Example with { MaxCurrent = 8 });
        rig.Amperes.Value = 20;
        var samples = rig.Sample();
        Assert.Equal(Quality.Good, samples[0].Quality);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[1]);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[2]);
    }

    [Fact]
    public void The_chips_own_overflow_flag_is_believed_even_when_no_code_is_at_its_end()
    {
        using var rig = new PowerMonitorRig(Example);
        rig.Log.Alter = (write, read) => { if (write is [(byte)Ina226Register.MaskEnable]) read[1] |= 0x04; };
        var samples = rig.Sample();
        Assert.Equal(Quality.Good, samples[0].Quality);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[1]);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[2]);
        Assert.Equal(10_000, samples[1].Raw);
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        Assert.Contains("0.8192", Assert.Single(new Ina226Options { MaxCurrent = 2, Outputs = PowerMonitorRig.Outputs }.Validate()).Message, StringComparison.Ordinal);
        Assert.Equal(
            ["address", "shunt", "bus_ratio", "current_ratio", "channels", "averaging", "conversion_us"],
            new Ina226Options { Address = 0x48 + 8, Shunt = -1, BusRatio = 0, CurrentRatio = double.NaN, Averaging = 3, ConversionUs = 1, Outputs = [] }.Validate().Select(p => p.Option));
        Assert.Empty(Example.Validate());
        Assert.Empty(new Ina226Options { Outputs = PowerMonitorRig.Outputs }.Validate());
    }
}
