using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Buses;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>A simulated chip alone on a bus of 100 kbit/s, read by the project's driver and by one on the binding.</summary>
internal sealed class DriverPair<TChip> : IDriverPair
    where TChip : SimulatedI2cDevice
{
    private readonly TransferLog _log;

    /// <param name="chip">The chip.</param>
    /// <param name="own">The project's driver.</param>
    /// <param name="bound">The one on the binding.</param>
    /// <param name="leap">A conversion, where the binding would sleep through it.</param>
    public DriverPair(Func<TimeProvider, TChip> chip, Func<II2cBus, TimeProvider, ISensor> own, Func<II2cBus, SimulatedClock, ISensor> bound, TimeSpan leap = default)
    {
        Chip = chip(Clock);
        var bus = new SimulatedI2cBus("i2c-1");
        bus.Connect(Chip);
        Registers = new AlteredRegisters(bus);
        _log = new TransferLog(Registers);
        Bus = new TimedBus(_log, Clock, leap);
        (Own, Bound) = (own(Bus, Clock), bound(Bus, Clock));
    }

    public SimulatedClock Clock { get; } = new();

    public TChip Chip { get; }

    public AlteredRegisters Registers { get; }

    public TimedBus Bus { get; }

    public ISensor Own { get; }

    public ISensor Bound { get; }

    public DeviceFault Fault
    {
        set => Chip.Fault = value;
    }

    public int Moments => _log.Transfers.Count;

    public CollectedSamples Sample(ISensor sensor) => CollectedSamples.Of(sensor, Clock);

    public void BrownOutAt(int moment)
    {
        if (moment == Moments)
            Chip.BrownOut();
        else
            _log.After = (count, _) => { if (count == moment) Chip.BrownOut(); };
    }

    public void Dispose()
    {
        Own.Dispose();
        Bound.Dispose();
    }
}
