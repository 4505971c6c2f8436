using System.Buffers.Binary;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Budget;

/// <summary>
/// The eviction under way, and where gaps stand that tell of earlier ones. Noted before the gaps are: whoever starts after a crash sees whether they became
/// durable, and then lets the entries go of which they tell, so that none is told of twice. State key <c>evictions</c>: big endian u64 below, u64 durable at,
/// then u64 first and u32 count of each run of gaps, ascending.
/// </summary>
/// <param name="Below">Entries below this index go.</param>
/// <param name="DurableAt">Once the log has this size, the gaps that tell of them are in it.</param>
/// <param name="Runs">Those gaps, and such of earlier evictions as are still held.</param>
public sealed record EvictionRecord(ulong Below, ulong DurableAt, IReadOnlyList<EvictionRecord.Run> Runs)
{
    private const string Key = "evictions";
    private const int Head = 16;
    private const int RunSize = 12;

    /// <param name="First">Index of the first gap.</param>
    /// <param name="Count">Gaps.</param>
    public readonly record struct Run(ulong First, uint Count);

    public static EvictionRecord Read(ILogReader store)
    {
        if (store.ReadState(Key) is not { Length: >= Head } bytes)
            return new EvictionRecord(0, 0, []);
        var runs = new List<Run>();
        for (var at = Head; at + RunSize <= bytes.Length; at += RunSize)
            runs.Add(new Run(BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8))));
        return new EvictionRecord(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)), runs);
    }

    /// <summary>Of the next eviction; runs that it takes along are told by its own gaps.</summary>
    public EvictionRecord Next(ulong below, ulong next, int gaps) =>
        new(below, next + (ulong)gaps, [.. Runs.Where(r => r.First >= below), .. gaps > 0 ? (ReadOnlySpan<Run>)[new Run(next, (uint)gaps)] : []]);

    public void Write(MerkleLog log)
    {
        var bytes = new byte[Head + (Runs.Count * RunSize)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Below);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), DurableAt);
        for (var i = 0; i < Runs.Count; i++)
        {
            var at = bytes.AsSpan(Head + (i * RunSize));
            BinaryPrimitives.WriteUInt64BigEndian(at, Runs[i].First);
            BinaryPrimitives.WriteUInt32BigEndian(at[8..], Runs[i].Count);
        }

        log.PutState(Key, bytes);
    }
}
