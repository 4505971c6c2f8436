using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Buses;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Sampling;

/// <summary>A simulated chip alone on a bus, its driver, and all that passes between them.</summary>
internal class I2cRig<TChip> : IDisposable
    where TChip : SimulatedI2cDevice
{
    private readonly SimulatedI2cBus _bus = new("i2c-1");
    private readonly Func<II2cBus, TimeProvider, ISensor> _open;

    public I2cRig(Func<TimeProvider, TChip> chip, Func<II2cBus, TimeProvider, ISensor> open)
    {
        _open = open;
        Chip = chip(Clock);
        _bus.Connect(Chip);
        Log = new TransferLog(_bus);
        Sensor = Restart();
    }

    public SimulatedClock Clock { get; } = new();

    public TChip Chip { get; }

    public TransferLog Log { get; }

    public ISensor Sensor { get; }

    /// <summary>One round.</summary>
    public CollectedSamples Sample() => CollectedSamples.Of(Sensor, Clock);

    /// <summary>How long one round takes, ns.</summary>
    public long TimeOfRound()
    {
        var started = Clock.Now;
        Sample();
        return Clock.Now - started;
    }

    /// <summary>A second driver on the same chip, as after a restart of the gateway.</summary>
    public ISensor Restart() => _open(Log, Clock);

    /// <summary>A register as the chip has it, big-endian, read past the log.</summary>
    /// <param name="bytes">Its width.</param>
    /// <param name="pointer">What selects it.</param>
    public long Register(int bytes, params byte[] pointer)
    {
        var answer = new byte[bytes];
        Assert.Equal(I2cStatus.Ok, _bus.Transfer(Chip.Address, pointer, answer));
        return answer.Aggregate(0L, (value, b) => value << 8 | b);
    }

    public void Dispose() => Sensor.Dispose();
}
