using System.Buffers;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Tiles;

namespace Edge.Sparkplug.Tests.Nodes;

/// <summary>A log in memory, of readings.</summary>
internal sealed class ReadingLog : IEntryLog
{
    private readonly Lock _gate = new();
    private readonly List<byte[]> _entries = [];
    private ulong _oldest;

    public ulong Size
    {
        get
        {
            lock (_gate)
                return (ulong)_entries.Count;
        }
    }

    public ulong Oldest
    {
        get
        {
            lock (_gate)
                return _oldest;
        }
    }

    /// <summary>A reading is durable; its index is its value, and its time, in ms after the year 2025 began, its index as well.</summary>
    public void Add(string channel, Quality quality = Quality.Good, Reason reason = Reason.None)
    {
        lock (_gate)
        {
            var index = _entries.Count;
            _entries.Add(new ReadingEntry(
                channel, "pH", quality == Quality.Bad ? null : index, null, quality, reason, (ulong)index, new WallTime(NodeRig.Beginning + (index / 1000.0), 10), default(Hash32)).Encode(new byte[Salt.Size]));
        }
    }

    public void Evict(ulong below)
    {
        lock (_gate)
            _oldest = below;
    }

    public int Read(ulong first, ulong end, int room, IBufferWriter<byte> bundle)
    {
        lock (_gate)
        {
            var count = 0;
            for (var index = first; index < end && room > 0 && index >= _oldest; index++, count++)
            {
                EntryBundle.Write(bundle, _entries[(int)index]);
                room -= sizeof(ushort) + _entries[(int)index].Length;
            }

            return count;
        }
    }
}
