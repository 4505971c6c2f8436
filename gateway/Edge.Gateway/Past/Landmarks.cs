using System.Buffers.Binary;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Past;

/// <summary>
/// Where in the log the rare entries stand that give readings their meaning: runs of boot, configuration and calibration entries, and clock corrections.
/// An index only: noted before the entries are committed, so a crash between can leave a landmark without them; whoever follows it looks at what is there.
/// </summary>
public static class Landmarks
{
    private const string Key = "landmarks";
    private const int Size = 12;

    /// <param name="First">Index of the run's first entry.</param>
    /// <param name="Count">Entries in the run.</param>
    public readonly record struct Run(ulong First, uint Count);

    public static void Note(MerkleLog log, IReadOnlyList<Run> runs)
    {
        var known = log.View.Store.ReadState(Key) ?? [];
        var bytes = new byte[known.Length + (runs.Count * Size)];
        known.CopyTo(bytes, 0);
        for (var i = 0; i < runs.Count; i++)
        {
            var at = bytes.AsSpan(known.Length + (i * Size));
            BinaryPrimitives.WriteUInt64BigEndian(at, runs[i].First);
            BinaryPrimitives.WriteUInt32BigEndian(at[8..], runs[i].Count);
        }

        log.PutState(Key, bytes);
    }

    /// <summary>Runs that begin at or before an index, the latest first.</summary>
    public static IEnumerable<Run> Before(ILogReader store, ulong index)
    {
        var bytes = store.ReadState(Key) ?? [];
        for (var at = bytes.Length - Size; at >= 0; at -= Size)
        {
            var first = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(at));
            if (first <= index)
                yield return new Run(first, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8)));
        }
    }
}
