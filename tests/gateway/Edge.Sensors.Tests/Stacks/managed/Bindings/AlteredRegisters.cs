using Edge.Sensors.Buses;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Registers of 8 bits that a test sets, over those of the one chip on a bus: what is not set is the chip's. Reading goes on from register to register.</summary>
/// <param name="bus">The chip's bus.</param>
internal sealed class AlteredRegisters(II2cBus bus) : II2cBus
{
    private readonly byte?[] _set = new byte?[256];
    private byte _pointer;

    public string Name => bus.Name;

    public string? Trouble => bus.Trouble;

    public void Set(byte first, params ReadOnlySpan<byte> values)
    {
        for (var i = 0; i < values.Length; i++)
            _set[(byte)(first + i)] = values[i];
    }

    public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        var status = bus.Transfer(address, write, read);
        if (write.Length > 0)
            _pointer = write[0];
        for (var i = 0; i < read.Length; i++)
            read[i] = _set[(byte)(_pointer + i)] ?? read[i];
        return status;
    }

    public void Dispose()
    {
    }
}
