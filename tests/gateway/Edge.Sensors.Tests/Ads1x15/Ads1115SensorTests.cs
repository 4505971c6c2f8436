using Edge.Ledger.Entries;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Scales;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ads1x15;

public sealed class Ads1115SensorTests : IDisposable
{
    private readonly AdjustableSignal _volts = new(0);
    private readonly I2cRig<SimulatedAds1x15> _rig;

    public Ads1115SensorTests()
    {
        _rig = new(time => new SimulatedAds1x15(Ads1x15Chip.Ads1115, 0x48, time), (bus, time) => new Ads1x15Sensor(bus, Options(), time));
        _rig.Chip.Connect(0, _volts);
    }

    public static TheoryData<DeviceFault, Reason> Faults => DriverChecks.Faults(
        (DeviceFault.Garbage, Reason.Garbled), (DeviceFault.NeverReady, Reason.NotReady), (DeviceFault.Saturated, Reason.Saturated),
        (DeviceFault.WrongIdentity, Reason.Garbled));

    public void Dispose() => _rig.Dispose();

    private static Ads1x15Options Options(params ScaledInput[] inputs) => new(Ads1x15Chip.Ads1115)
    {
        Inputs = inputs.Length > 0 ? inputs : [new ScaledInput("v", 0, new VoltageScale { Unit = "V" })],
    };

    // SBAS444, "Input Signal Versus Ideal Output Code": full scale is 7FFFh, +1 LSB 0001h, -1 LSB FFFFh, -full scale 8000h.
    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(2.048 / 32768, 1)]
    [InlineData(-2.048 / 32768, -1)]
    [InlineData(1.024, 16384)]
    [InlineData(-1.024, -16384)]
    [InlineData(2.048 * 32766 / 32768, 32766)]
    public void A_code_is_the_volts_over_the_full_scale_with_its_sign(double volts, long code)
    {
        _volts.Value = volts;
        var sample = _rig.Sample()[0];
        Assert.Equal((Quality.Good, code), (sample.Quality, sample.Raw));
        Assert.Equal(volts, sample.Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData(2.5, 32767)]
    [InlineData(-2.5, -32768)]
    public void The_ends_of_the_code_range_are_saturation_not_a_value(double volts, long code)
    {
        _volts.Value = volts;
        var sample = _rig.Sample()[0];
        CollectedSamples.AssertAbsent(Reason.Saturated, sample);
        Assert.Equal(code, sample.Raw);
    }

    [Theory]
    [InlineData(0, 2.048, 128, 0xC583)]
    [InlineData(3, 4.096, 860, 0xF3E3)]
    [InlineData(1, 0.256, 8, 0xDB03)]
    public void The_config_word_is_the_datasheets(int terminal, double gain, int rate, int word) =>
        Assert.Equal(word, Ads1x15Chip.Ads1115.Convert(terminal, gain, rate));

    [Fact]
    public void It_waits_until_the_chip_says_ready_and_not_longer_than_it_needs()
    {
        Assert.InRange(_rig.TimeOfRound(), 7_812_500, 10_000_000);
    }

    [Fact]
    public void A_slow_chip_is_polled_rather_than_believed()
    {
        _volts.Value = 1;
        _rig.Chip.Fault = DeviceFault.NeverReady;
        var started = _rig.Clock.Now;
        CollectedSamples.AssertAbsent(Reason.NotReady, _rig.Sample()[0]);
        Assert.InRange(_rig.Clock.Now - started, 35_625_000, 37_000_000);
        Assert.DoesNotContain(_rig.Log.Transfers, t => t.Write is [0x00]);
        _rig.Chip.Fault = DeviceFault.None;
        Assert.Equal(1, _rig.Sample()[0].Value!.Value, 1e-4);
    }

    [Fact]
    public void Four_terminals_are_converted_one_after_the_other_each_from_its_own()
    {
        for (var i = 0; i < 4; i++)
            _rig.Chip.Connect(i, new AdjustableSignal(0.25 * (i + 1)));
        var inputs = Enumerable.Range(0, 4).Select(i => new ScaledInput($"v{i}", i, new VoltageScale { Unit = "V" })).Reverse().ToArray();
        using var sensor = new Ads1x15Sensor(_rig.Log, Options(inputs), _rig.Clock);
        var samples = CollectedSamples.Of(sensor, _rig.Clock);
        Assert.Equal([1.0, 0.75, 0.5, 0.25], samples.All.Select(s => Math.Round(s.Value!.Value, 3)));
    }

    [Fact]
    public void A_brown_out_at_any_moment_of_a_round_gives_no_value()
    {
        _volts.Value = 1;
        DriverChecks.ABrownOutAtAnyMomentGivesNoValue(Fresh, Reason.CalibrationLost, isSetAnew: true);
    }

    private I2cRig<SimulatedAds1x15> Fresh()
    {
        var rig = new I2cRig<SimulatedAds1x15>(time => new SimulatedAds1x15(Ads1x15Chip.Ads1115, 0x48, time), (bus, time) => new Ads1x15Sensor(bus, Options(), time));
        rig.Chip.Connect(0, _volts);
        return rig;
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason)
    {
        _volts.Value = 1;
        DriverChecks.LeadsToItsReasonAndGoesAwayWithIt(_rig, fault, reason);
    }

    [Fact]
    public void A_frozen_converter_looks_healthy_to_the_driver_because_only_a_rule_per_channel_can_tell()
    {
        _volts.Value = 1;
        _rig.Sample();
        _rig.Chip.Fault = DeviceFault.Frozen;
        _volts.Value = 0.5;
        Assert.Equal((16000L, Quality.Good), (_rig.Sample()[0].Raw!.Value, _rig.Sample()[0].Quality));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait()
    {
        using var end = new CancellationTokenSource();
        var sampling = _rig.Sensor.SampleAsync(new CollectedSamples(), end.Token).AsTask();
        Assert.False(sampling.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sampling);
    }

    [Theory]
    [InlineData("address", "0x48")]
    [InlineData("data_rate", "860")]
    [InlineData("gain", "4.096")]
    public void A_wrong_option_is_named_with_what_to_write(string option, string advice)
    {
        var options = Options() with { Address = 0x50, DataRate = 100, Gain = 5 };
        var problem = Assert.Single(options.Validate(), p => p.Option == option);
        Assert.Contains(advice, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_that_cannot_see_20_mA_is_refused()
    {
        var options = Options(new ScaledInput("p", 0, new LoopScale { Unit = "bar", Low = 0, High = 10, Shunt = 150 }));
        Assert.Equal("gain", Assert.Single(options.Validate()).Option);
        Assert.Empty((options with { Gain = 4.096 }).Validate());
    }
}
