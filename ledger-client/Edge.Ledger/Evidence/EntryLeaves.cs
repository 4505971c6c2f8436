using System.Buffers;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Evidence;

/// <summary>The leaf hashes of disclosed entries, brought together so that they are hashed side by side.</summary>
internal static class EntryLeaves
{
    private const int Together = 256;

    public static Hash32[] Of(TreeHasher hasher, IReadOnlyList<DisclosedEntry> entries)
    {
        var leaves = new Hash32[entries.Count];
        var buffer = new ArrayBufferWriter<byte>();
        Span<Range> places = stackalloc Range[Together];
        for (var first = 0; first < leaves.Length; first += Together)
        {
            var count = Math.Min(Together, leaves.Length - first);
            buffer.ResetWrittenCount();
            for (var i = 0; i < count; i++)
            {
                var start = buffer.WrittenCount;
                buffer.Write(entries[first + i].Bytes.Span);
                places[i] = start..buffer.WrittenCount;
            }

            hasher.Leaves(buffer.WrittenSpan, places[..count], leaves.AsSpan(first, count));
        }

        return leaves;
    }
}
