using Edge.Sensors.Ads1x15;
using Edge.Sensors.Scales;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ads1x15;

/// <summary>An ADS1115 in continuous mode with its ALERT/RDY on a line, and its driver.</summary>
internal sealed class RunningRig : IDisposable
{
    private readonly Lazy<I2cRig<SimulatedAds1x15>> _i2c;

    public RunningRig(int rate, ISignal? volts = null, bool isWired = true)
    {
        Options = OptionsOf(rate);
        _i2c = new(() => new(
            time =>
            {
                var chip = new SimulatedAds1x15(Ads1x15Chip.Ads1115, 0x48, time);
                chip.Connect(0, volts ?? Volts);
                if (isWired)
                    chip.ConnectReady(Line);
                return chip;
            },
            (bus, time) => new Ads1x15RunningSensor(bus, new SimulatedGpioRequest(Line), Options, time)));
    }

    public AdjustableSignal Volts { get; } = new(1);

    public SimulatedGpioLine Line { get; } = new("gpio line 22");

    public Ads1x15Options Options { get; }

    public I2cRig<SimulatedAds1x15> I2c => _i2c.Value;

    public Ads1x15RunningSensor Sensor => (Ads1x15RunningSensor)I2c.Sensor;

    /// <summary>One conversion, ns.</summary>
    public long Conversion => 1_000_000_000 / Options.DataRate;

    public static Ads1x15Options OptionsOf(int rate) => new(Ads1x15Chip.Ads1115)
    {
        DataRate = rate,
        IsRunning = true,
        Ready = new ReadyLine("gpio", 22),
        Inputs = [new ScaledInput("v", 0, new VoltageScale { Unit = "V" })],
    };

    public CollectedSamples Sample() => I2c.Sample();

    public void Dispose()
    {
        if (_i2c.IsValueCreated)
            I2c.Dispose();
    }
}
