using System.Buffers;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>A gateway's log as its drain sees it. It can be read and nothing else: whatever a historian says, nothing of it changes or goes. One thread at a time.</summary>
public interface IEntryLog
{
    /// <summary>Entries that are durable.</summary>
    ulong Size { get; }

    /// <summary>The lowest index whose entry is still held; <see cref="Size"/> if none is.</summary>
    ulong Oldest { get; }

    /// <summary>Appends neighbouring entries to a bundle (c2sp.org/tlog-tiles).</summary>
    /// <param name="first">Index of the first one.</param>
    /// <param name="end">Above the last one wanted; at most <see cref="Size"/>.</param>
    /// <param name="room">Bytes that the bundle may grow by; the first entry may need more.</param>
    /// <param name="bundle">Receives them.</param>
    /// <returns>How many there are; 0 if <paramref name="first"/> is not held any more or is damaged.</returns>
    int Read(ulong first, ulong end, int room, IBufferWriter<byte> bundle);
}
