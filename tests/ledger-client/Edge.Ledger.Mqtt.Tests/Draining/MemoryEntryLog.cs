using System.Buffers;
using System.Globalization;
using System.Text;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Mqtt.Tests.Draining;

/// <summary>A log whose entry i is "entry i", filled up to a length.</summary>
public sealed class MemoryEntryLog(ulong size, int entryLength = 100) : IEntryLog
{
    private ulong _size = size;
    private ulong _oldest;
    private long _looks;
    private bool _isHidden;

    public ulong Size
    {
        get
        {
            Interlocked.Increment(ref _looks);
            return Volatile.Read(ref _isHidden) ? 0 : Volatile.Read(ref _size);
        }
    }

    public ulong Oldest => Volatile.Read(ref _oldest);

    /// <summary>Entries that cannot be read.</summary>
    public HashSet<ulong> Damaged { get; } = [];

    /// <summary>How often the drain has looked.</summary>
    public long Looks => Interlocked.Read(ref _looks);

    public byte[] Entry(ulong index) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"entry {index}").PadRight(entryLength));

    public void Append(ulong entries = 1) => Volatile.Write(ref _size, _size + entries);

    /// <summary>It gives nothing away, as one whose anchoring has stopped.</summary>
    public void Hide(bool isHidden) => Volatile.Write(ref _isHidden, isHidden);

    public void Evict(ulong below) => Volatile.Write(ref _oldest, below);

    public int Read(ulong first, ulong end, int room, IBufferWriter<byte> bundle)
    {
        var count = 0;
        for (var index = first; index < end && room > 0 && index >= Oldest && !Damaged.Contains(index); index++, count++)
        {
            EntryBundle.Write(bundle, Entry(index));
            room -= sizeof(ushort) + entryLength;
        }

        return count;
    }
}
