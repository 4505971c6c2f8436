using Edge.Ledger.Entries;
using Edge.Sensors.Ina219;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Tests.Ina2xx;
using Edge.Sensors.Tests.Sampling;

namespace Edge.Sensors.Tests.Ina219;

public sealed class Ina219SensorTests
{
    // SBOS448G, section 9.2 (page 25 on): 2 mOhm, 10 A load, 11.98 V at the load, current step 1 mA.
    private static readonly Ina219Options Example =
        new() { Shunt = 0.002, MaxCurrent = 32.768, Averaging = 1, BusRange = 16, Outputs = PowerMonitorRig.Outputs };

    private static readonly Ina219Options Wide = new() { Outputs = PowerMonitorRig.Outputs };

    [Fact]
    public void The_datasheets_worked_example_holds_register_by_register()
    {
        using var rig = new PowerMonitorRig(Example);
        var samples = rig.Sample();
        Assert.Equal(0x5000, rig.Register((byte)Ina219Register.Calibration));
        Assert.Equal(0x07D0, rig.Register((byte)Ina219Register.ShuntVoltage));
        Assert.Equal(0x5D98, rig.Register((byte)Ina219Register.BusVoltage));
        Assert.Equal(0x2710, rig.Register((byte)Ina219Register.Current));
        Assert.Equal(0x1766, rig.Register((byte)Ina219Register.Power));
        Assert.Equal([11.98, 10.0, 119.8], samples.All.Select(s => Math.Round(s.Value!.Value, 6)));
        Assert.Equal([2995L, 0x2710L, 0x1766L], samples.All.Select(s => s.Raw!.Value));
        Assert.All(samples.All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    // SBOS448G, table 7 (page 21), "Shunt Voltage Register Format": one code inside each end.
    [Theory]
    [InlineData(0.31999, 0x7CFF)]
    [InlineData(0.16, 0x3E80)]
    [InlineData(0.00001, 0x0001)]
    [InlineData(0, 0x0000)]
    [InlineData(-0.00001, 0xFFFF)]
    [InlineData(-0.16, 0xC180)]
    [InlineData(-0.31999, 0x8301)]
    public void The_shunt_is_read_with_its_sign_in_its_widest_range(double shuntVolts, int code)
    {
        using var rig = new PowerMonitorRig(Wide);
        rig.Amperes.Value = shuntVolts / Wide.Shunt;
        var samples = rig.Sample();
        Assert.Equal(code, rig.Register((byte)Ina219Register.ShuntVoltage));
        Assert.Equal(Quality.Good, samples[1].Quality);
        Assert.Equal(shuntVolts / Wide.Shunt, samples[1].Value!.Value, rig.Sensor.Outputs[1].Resolution);
        Assert.Equal(Math.Sign(shuntVolts), Math.Sign(samples[1].Raw!.Value));
        Assert.True(samples[2].Value * shuntVolts >= 0);
    }

    // The ends of table 7: 320 mV is 7D00h, -320 mV is 8300h; 40 mV is 0FA0h, -40 mV is F060h.
    [Theory]
    [InlineData(3.2, 0.4, 0x7D00)]
    [InlineData(3.2, -0.4, 0x8300)]
    [InlineData(0.4, 0.041, 0x0FA0)]
    [InlineData(0.4, -0.041, 0xF060)]
    public void The_ends_of_the_shunts_range_are_saturation_not_a_value(double maxCurrent, double shuntVolts, int code)
    {
        using var rig = new PowerMonitorRig(Wide with { MaxCurrent = maxCurrent });
        rig.Amperes.Value = shuntVolts / Wide.Shunt;
        var samples = rig.Sample();
        Assert.Equal(code, rig.Register((byte)Ina219Register.ShuntVoltage));
        Assert.Equal(Quality.Good, samples[0].Quality);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[1]);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[2]);
        Assert.NotNull(samples[1].Raw);
    }

    [Theory]
    [InlineData(16, 15.996, 3999)]
    [InlineData(16, 20, null)]
    [InlineData(32, 20, 5000)]
    [InlineData(32, 33, null)]
    public void A_bus_above_its_range_is_saturation_not_a_value(int range, double volts, int? code)
    {
        using var rig = new PowerMonitorRig(Example with { BusRange = range });
        rig.Volts.Value = volts;
        var voltage = rig.Sample()[0];
        Assert.Equal((code ?? range * 250, code is null ? Reason.Saturated : Reason.None), ((int)voltage.Raw!.Value, voltage.Reason));
    }

    [Theory]
    [InlineData(16, 0.04, 1, 0x019B)]
    [InlineData(32, 0.32, 1, 0x399B)]
    [InlineData(32, 0.05, 2, 0x2CCB)]
    [InlineData(32, 0.16, 128, 0x37FB)]
    public void The_config_word_is_the_datasheets_with_the_smallest_range_that_holds_the_current(int range, double volts, int averaging, int word) =>
        Assert.Equal(word, Ina219Chip.Trigger(range == 32, volts, averaging));

    [Theory]
    [InlineData(1, 1_064_000)]
    [InlineData(2, 2_120_000)]
    [InlineData(128, 136_200_000)]
    public void It_waits_for_conversion_ready_as_long_as_averaging_takes(int averaging, long nanoseconds)
    {
        using var rig = new PowerMonitorRig(Example with { Averaging = averaging });
        rig.Sample();
        var started = rig.Clock.Now;
        rig.Sample();
        Assert.InRange(rig.Clock.Now - started, nanoseconds, nanoseconds + nanoseconds / 8 + 2_000_000);
    }

    [Fact]
    public void Reading_the_power_clears_conversion_ready_and_nothing_else_does()
    {
        using var rig = new PowerMonitorRig(Example);
        rig.Clock.Advance(TimeSpan.FromMilliseconds(3));
        rig.Register((byte)Ina219Register.Current);
        Assert.Equal(Ina219Chip.Ready, rig.Register((byte)Ina219Register.BusVoltage) & Ina219Chip.Ready);
        Assert.Equal(Ina219Chip.Ready, rig.Register((byte)Ina219Register.BusVoltage) & Ina219Chip.Ready);
        rig.Register((byte)Ina219Register.Power);
        Assert.Equal(0, rig.Register((byte)Ina219Register.BusVoltage) & Ina219Chip.Ready);
    }

    [Fact]
    public void The_chips_own_overflow_flag_is_believed_even_when_no_code_is_at_its_end()
    {
        using var rig = new PowerMonitorRig(Example);
        rig.Log.Alter = (write, read) => { if (write is [(byte)Ina219Register.BusVoltage]) read[1] |= 0x01; };
        var samples = rig.Sample();
        Assert.Equal((Quality.Good, 2995L), (samples[0].Quality, samples[0].Raw));
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[1]);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[2]);
        Assert.Equal(10_000, samples[1].Raw);
    }

    [Fact]
    public void A_current_above_what_was_configured_overflows_inside_the_shunts_range()
    {
        using var rig = new PowerMonitorRig(Example with { MaxCurrent = 25 });
        rig.Amperes.Value = 30;
        var samples = rig.Sample();
        Assert.Equal(6000, rig.Register((byte)Ina219Register.ShuntVoltage));
        Assert.Equal(Ina219Chip.Overflow, rig.Register((byte)Ina219Register.BusVoltage) & Ina219Chip.Overflow);
        CollectedSamples.AssertAbsent(Reason.Saturated, samples[1]);
    }

    [Theory]
    [InlineData(0.1, 3.2, 4194)]
    [InlineData(0.1, 2, 6710)]
    [InlineData(0.002, 32.768, 20480)]
    [InlineData(0.1, 0.01, 0x7FFE)]
    public void The_step_is_the_one_of_the_even_calibration_that_the_chip_can_keep(double shunt, double maxCurrent, int calibration)
    {
        var options = new Ina219Options { Shunt = shunt, MaxCurrent = maxCurrent, Outputs = PowerMonitorRig.Outputs };
        Assert.Empty(options.Validate());
        Assert.Equal(calibration, options.Calibration);
        Assert.Equal(0.04096 / calibration / shunt, options.CurrentStep, 1e-12);
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        Assert.Contains("3.2", Assert.Single((Wide with { MaxCurrent = 4 }).Validate()).Message, StringComparison.Ordinal);
        Assert.Equal(
            ["address", "shunt", "bus_ratio", "current_ratio", "channels", "bus_range", "averaging"],
            new Ina219Options { Address = 0x50, Shunt = 11, BusRatio = -1, CurrentRatio = 0, BusRange = 26, Averaging = 3, Outputs = [] }.Validate().Select(p => p.Option));
        Assert.Equal("channels", Assert.Single((Wide with { Outputs = [new Ina2xxOutput("e", Ina2xxQuantity.Energy)] }).Validate()).Option);
    }
}
