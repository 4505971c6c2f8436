using Edge.Sensors.Buses;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>A bus of 100 kbit/s: transfers take their time, and are counted.</summary>
/// <param name="bus">The bus it is.</param>
/// <param name="clock">Whose time they take.</param>
/// <param name="leap">What passes after a write besides: a conversion, where a binding would sleep through it.</param>
internal sealed class TimedBus(II2cBus bus, SimulatedClock clock, TimeSpan leap) : II2cBus
{
    public string Name => bus.Name;

    public string? Trouble => bus.Trouble;

    public int Transfers { get; private set; }

    /// <summary>How long it was occupied.</summary>
    public TimeSpan Busy { get; private set; }

    public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        var status = bus.Transfer(address, write, read);
        var taken = I2cTime.Of(1, (write.Length > 0 ? 1 + write.Length : 0) + (read.Length > 0 ? 1 + read.Length : 0));
        (Transfers, Busy) = (Transfers + 1, Busy + taken);
        clock.Advance(taken + (write.Length > 0 && read.Length == 0 ? leap : TimeSpan.Zero));
        return status;
    }

    public void Dispose()
    {
    }
}
