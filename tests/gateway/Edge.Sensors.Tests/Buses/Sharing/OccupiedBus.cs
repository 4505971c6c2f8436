using Edge.Sensors.Buses;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Buses.Sharing;

/// <summary>A bus whose transfers take time, and on which each can be made to fail.</summary>
internal sealed class OccupiedBus(II2cBus bus, SimulatedClock clock) : II2cBus
{
    /// <summary>What becomes of a transfer and how long it takes; null: what the bus says, at once.</summary>
    public Func<byte, (I2cStatus Status, TimeSpan Takes)?> Fails { get; set; } = _ => null;

    /// <summary>Addresses of the transfers, each try.</summary>
    public List<byte> Tries { get; } = [];

    public string Name => bus.Name;

    public string? Trouble => bus.Trouble;

    public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        Tries.Add(address);
        if (Fails(address) is not { } failure)
            return bus.Transfer(address, write, read);
        clock.Occupy(failure.Takes);
        return failure.Status;
    }

    public void Dispose()
    {
    }
}
