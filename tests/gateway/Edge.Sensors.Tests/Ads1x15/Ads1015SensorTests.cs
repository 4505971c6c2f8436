using Edge.Ledger.Entries;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Scales;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ads1x15;

public sealed class Ads1015SensorTests : IDisposable
{
    private static readonly Ads1x15Options Options = new(Ads1x15Chip.Ads1015) { Inputs = [new ScaledInput("v", 2, new VoltageScale { Unit = "V" })] };

    private readonly AdjustableSignal _volts = new(1);
    private readonly I2cRig<SimulatedAds1x15> _rig;

    public Ads1015SensorTests()
    {
        _rig = new(time => new SimulatedAds1x15(Ads1x15Chip.Ads1015, 0x48, time), (bus, time) => new Ads1x15Sensor(bus, Options, time));
        _rig.Chip.Connect(2, _volts);
    }

    public static TheoryData<DeviceFault, Reason> Faults => DriverChecks.Faults(
        (DeviceFault.Garbage, Reason.Garbled), (DeviceFault.NeverReady, Reason.NotReady), (DeviceFault.Saturated, Reason.Saturated),
        (DeviceFault.WrongIdentity, Reason.WrongDevice), (DeviceFault.Frozen, Reason.None));

    public void Dispose() => _rig.Dispose();

    // SBAS473E, table 3, "Input Signal Versus Ideal Output Code": +1 LSB is 0010h, -1 LSB FFF0h; the ends are 7FF0h and 8000h.
    [Theory]
    [InlineData(0, 0x0000, 0)]
    [InlineData(0.001, 0x0010, 1)]
    [InlineData(-0.001, 0xFFF0, -1)]
    [InlineData(1.024, 0x4000, 1024)]
    [InlineData(-1.024, 0xC000, -1024)]
    [InlineData(2.046, 0x7FE0, 2046)]
    [InlineData(-2.047, 0x8010, -2047)]
    public void A_code_is_the_upper_twelve_bits_with_their_sign(double volts, int word, long code)
    {
        _volts.Value = volts;
        var sample = _rig.Sample()[0];
        Assert.Equal([(byte)(word >> 8), (byte)word], _rig.Log.Transfers[^2].Read);
        Assert.Equal((Quality.Good, code), (sample.Quality, sample.Raw));
        Assert.Equal(volts, sample.Value!.Value, 1e-9);
        Assert.Equal(0.001, _rig.Sensor.Outputs[0].Resolution, 1e-12);
    }

    [Theory]
    [InlineData(2.1, 2047)]
    [InlineData(-2.1, -2048)]
    public void The_ends_of_the_code_range_are_saturation_not_a_value(double volts, long code)
    {
        _volts.Value = volts;
        var sample = _rig.Sample()[0];
        CollectedSamples.AssertAbsent(Reason.Saturated, sample);
        Assert.Equal(code, sample.Raw);
    }

    [Theory]
    [InlineData(0, 2.048, 1600, 0xC583)]
    [InlineData(3, 4.096, 3300, 0xF3C3)]
    [InlineData(1, 0.256, 128, 0xDB03)]
    public void The_config_word_is_the_datasheets(int terminal, double gain, int rate, int word) =>
        Assert.Equal(word, Ads1x15Chip.Ads1015.Convert(terminal, gain, rate));

    [Fact]
    public void A_slow_rate_takes_its_time()
    {
        using var sensor = new Ads1x15Sensor(_rig.Log, Options with { DataRate = 128 }, _rig.Clock);
        var started = _rig.Clock.Now;
        CollectedSamples.Of(sensor, _rig.Clock);
        Assert.InRange(_rig.Clock.Now - started, 7_812_500, 10_000_000);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_leads_to_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason)
    {
        _volts.Value = 1.0004;
        DriverChecks.LeadsToItsReasonAndGoesAwayWithIt(_rig, fault, reason);
    }

    [Fact]
    public void A_chip_with_sixteen_bits_is_another_one_and_its_word_is_kept()
    {
        _volts.Value = 1.0004;
        _rig.Chip.Fault = DeviceFault.WrongIdentity;
        var sample = _rig.Sample()[0];
        CollectedSamples.AssertAbsent(Reason.WrongDevice, sample);
        Assert.Equal((long)Math.Round(1.0004 / 2.048 * 32768), sample.Raw);
    }

    [Fact]
    public void A_brown_out_in_mid_conversion_gives_no_value()
    {
        _rig.Log.After = (count, _) => { if (count == 1) _rig.Chip.BrownOut(); };
        CollectedSamples.AssertAbsent(Reason.CalibrationLost, _rig.Sample()[0]);
        Assert.Equal(Quality.Good, _rig.Sample()[0].Quality);
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        var problems = (Options with { Address = 0x40, DataRate = 860, Gain = 5, Inputs = [] }).Validate().ToList();
        Assert.Equal(["address", "data_rate", "gain", "channels"], problems.Select(p => p.Option));
        Assert.Contains("ADS1015", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("128, 250, 490, 920, 1600, 2400 or 3300", problems[1].Message, StringComparison.Ordinal);
    }
}
