using Edge.Sensors.Buses;

namespace Edge.Sensors.Tests.Buses;

/// <summary>Writes down what passes to a bus, and can do something after a transfer.</summary>
internal sealed class TransferLog(II2cBus bus) : II2cBus
{
    public List<(byte Address, byte[] Write, byte[] Read, I2cStatus Status)> Transfers { get; } = [];

    public Action<int, byte[]> After { get; set; } = (_, _) => { };

    /// <summary>Changes what was read, by what was written.</summary>
    public Action<byte[], byte[]>? Alter { get; set; }

    public string Name => bus.Name;

    public string? Trouble => bus.Trouble;

    public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        var status = bus.Transfer(address, write, read);
        if (Alter is not null)
        {
            var changed = read.ToArray();
            Alter(write.ToArray(), changed);
            changed.CopyTo(read);
        }
        Transfers.Add((address, write.ToArray(), read.ToArray(), status));
        After(Transfers.Count, write.ToArray());
        return status;
    }

    public void Dispose()
    {
    }
}
