using Edge.Ledger.Entries;
using Edge.Sensors.Mcp3424;
using Edge.Sensors.Scales;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Mcp3424;

public sealed class Mcp3424SensorTests : IDisposable
{
    private static readonly Mcp3424Options Options = new() { Inputs = [Input("v", 0)] };

    private readonly AdjustableSignal _volts = new(1);
    private readonly I2cRig<SimulatedMcp3424> _rig;

    public Mcp3424SensorTests()
    {
        _rig = new(time => new SimulatedMcp3424(0x68, time), (bus, time) => new Mcp3424Sensor(bus, Options, time));
        _rig.Chip.Connect(0, _volts);
    }

    public static TheoryData<DeviceFault, Reason> Faults => DriverChecks.Faults(
        (DeviceFault.Garbage, Reason.Garbled), (DeviceFault.NeverReady, Reason.NotReady), (DeviceFault.Saturated, Reason.Saturated),
        (DeviceFault.WrongIdentity, Reason.Garbled), (DeviceFault.Frozen, Reason.None));

    public void Dispose() => _rig.Dispose();

    private static ScaledInput Input(string name, int terminal) => new(name, terminal, new VoltageScale { Unit = "V" });

    // Microchip's user's guide DS51778A, figure 1-15 (page 20): 0.996 V is 0F907h, 63,751 codes of 15.625 uV.
    [Fact]
    public void The_makers_worked_example_holds_byte_by_byte()
    {
        _volts.Value = 0.99611;
        var sample = _rig.Sample()[0];
        Assert.Equal([0x00, 0xF9, 0x07, 0x0C], _rig.Log.Transfers[^1].Read);
        Assert.Equal((Quality.Good, 63_751L), (sample.Quality, sample.Raw));
        Assert.Equal(63_751 * 15.625e-6, sample.Value!.Value, 1e-12);
        Assert.Equal(15.625e-6, _rig.Sensor.Outputs[0].Resolution, 1e-12);
    }

    // DS22088C, section 4.9 and table 5-4: two's complement, the sign repeated above the code.
    [Theory]
    [InlineData(18, 0, 0, 0x00, 0x00, 0x00)]
    [InlineData(18, 1, 1, 0x00, 0x00, 0x01)]
    [InlineData(18, -1, -1, 0xFF, 0xFF, 0xFF)]
    [InlineData(18, 131_070, 131_070, 0x01, 0xFF, 0xFE)]
    [InlineData(18, -131_071, -131_071, 0xFE, 0x00, 0x01)]
    [InlineData(16, -32_767, -32_767, 0x80, 0x01)]
    [InlineData(16, 16_384, 16_384, 0x40, 0x00)]
    [InlineData(14, -8_191, -8_191, 0xE0, 0x01)]
    [InlineData(14, 8_190, 8_190, 0x1F, 0xFE)]
    [InlineData(12, -2_047, -2_047, 0xF8, 0x01)]
    [InlineData(12, 2_046, 2_046, 0x07, 0xFE)]
    public void A_code_is_read_with_its_sign_at_every_resolution(int bits, int steps, long code, params int[] bytes)
    {
        using var sensor = new Mcp3424Sensor(_rig.Log, Options with { Bits = bits }, _rig.Clock);
        var step = 2.048 / (1 << (bits - 1));
        _volts.Value = steps * step;
        var sample = CollectedSamples.Of(sensor, _rig.Clock)[0];
        Assert.Equal(bytes, _rig.Log.Transfers[^1].Read[..^1].Select(b => (int)b));
        Assert.Equal((Quality.Good, code), (sample.Quality, sample.Raw));
        Assert.Equal(steps * step, sample.Value!.Value, 1e-12);
    }

    [Theory]
    [InlineData(18, 2.048, 131_071)]
    [InlineData(18, -2.1, -131_072)]
    [InlineData(16, 3, 32_767)]
    [InlineData(14, -3, -8_192)]
    [InlineData(12, 3, 2_047)]
    public void The_ends_of_the_code_range_are_saturation_not_a_value(int bits, double volts, long code)
    {
        using var sensor = new Mcp3424Sensor(_rig.Log, Options with { Bits = bits }, _rig.Clock);
        _volts.Value = volts;
        var sample = CollectedSamples.Of(sensor, _rig.Clock)[0];
        CollectedSamples.AssertAbsent(Reason.Saturated, sample);
        Assert.Equal(code, sample.Raw);
    }

    [Theory]
    [InlineData(2.048, 0x8C)]
    [InlineData(1.024, 0x8D)]
    [InlineData(0.512, 0x8E)]
    [InlineData(0.256, 0x8F)]
    public void A_narrow_range_makes_the_steps_finer(double gain, int config)
    {
        using var sensor = new Mcp3424Sensor(_rig.Log, Options with { Gain = gain }, _rig.Clock);
        _volts.Value = -0.1;
        Assert.Equal(-0.1, CollectedSamples.Of(sensor, _rig.Clock)[0].Value!.Value, gain / 131_072);
        Assert.Equal([(byte)config], _rig.Log.Transfers[0].Write);
        Assert.Equal(gain / 131_072, sensor.Outputs[0].Resolution, 1e-15);
    }

    // DS22088C, register 5-1: ready, channel, one-shot, resolution, gain.
    [Theory]
    [InlineData(0, 12, 2.048, 0x80)]
    [InlineData(3, 18, 0.256, 0xEF)]
    [InlineData(1, 14, 1.024, 0xA5)]
    [InlineData(2, 16, 0.512, 0xCA)]
    public void The_configuration_byte_is_the_datasheets(int channel, int bits, double gain, int config) =>
        Assert.Equal(config, Mcp3424Config.Convert(channel, bits, gain));

    [Theory]
    [InlineData(12, 4_166_666, 7_000_000)]
    [InlineData(18, 266_666_666, 268_000_000)]
    public void It_waits_until_the_chip_says_ready_and_not_longer_than_it_needs(int bits, long shortest, long longest)
    {
        using var sensor = new Mcp3424Sensor(_rig.Log, Options with { Bits = bits }, _rig.Clock);
        var started = _rig.Clock.Now;
        CollectedSamples.Of(sensor, _rig.Clock);
        Assert.InRange(_rig.Clock.Now - started, shortest, longest);
    }

    [Fact]
    public void Four_terminals_are_converted_one_after_the_other_each_from_its_own()
    {
        for (var i = 0; i < 4; i++)
            _rig.Chip.Connect(i, new AdjustableSignal(0.25 * (i + 1)));
        using var sensor = new Mcp3424Sensor(_rig.Log, Options with { Bits = 16, Inputs = [Input("d", 3), Input("c", 2), Input("b", 1), Input("a", 0)] }, _rig.Clock);
        Assert.Equal([1.0, 0.75, 0.5, 0.25], CollectedSamples.Of(sensor, _rig.Clock).All.Select(s => s.Value!.Value));
    }

    [Fact]
    public void A_code_that_was_read_before_is_not_taken_for_a_new_one()
    {
        _rig.Sample();
        _volts.Value = 0.5;
        _rig.Chip.Fault = DeviceFault.NeverReady;
        CollectedSamples.AssertAbsent(Reason.NotReady, _rig.Sample()[0]);
        _rig.Chip.Fault = DeviceFault.None;
        Assert.Equal(0.5, _rig.Sample()[0].Value!.Value, 1e-4);
    }

    [Fact]
    public void Bits_above_the_code_that_do_not_repeat_its_sign_are_garbled()
    {
        _rig.Log.Alter = (_, read) => { if (read.Length == 4) read[0] ^= 0x40; };
        CollectedSamples.AssertAbsent(Reason.Garbled, _rig.Sample()[0]);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(18)]
    public void A_chip_that_lost_its_supply_while_converting_gives_no_value(int bits)
    {
        using var sensor = new Mcp3424Sensor(_rig.Log, Options with { Bits = bits }, _rig.Clock);
        _rig.Log.After = (count, _) => { if (count == 1) _rig.Chip.BrownOut(); };
        CollectedSamples.AssertAbsent(Reason.CalibrationLost, CollectedSamples.Of(sensor, _rig.Clock)[0]);
        Assert.Equal(Quality.Good, CollectedSamples.Of(sensor, _rig.Clock)[0].Quality);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason) =>
        DriverChecks.LeadsToItsReasonAndGoesAwayWithIt(_rig, fault, reason);

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        Assert.Equal(
            ["address", "bits", "gain", "channels"],
            new Mcp3424Options { Address = 0x70, Bits = 17, Gain = 4.096, Inputs = [] }.Validate().Select(p => p.Option));
        var loop = new ScaledInput("p", 0, new LoopScale { Unit = "bar", Low = 0, High = 10, Shunt = 150 });
        Assert.Equal("gain", Assert.Single((Options with { Inputs = [loop] }).Validate()).Option);
        Assert.Empty((Options with { Inputs = [loop with { Scale = new LoopScale { Unit = "bar", Low = 0, High = 10, Shunt = 91 } }] }).Validate());
    }
}
