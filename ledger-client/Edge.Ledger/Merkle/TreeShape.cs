using System.Numerics;

namespace Edge.Ledger.Merkle;

/// <summary>The shape of RFC 6962 trees: where a range of leaves splits, and the hash over such a range.</summary>
internal static class TreeShape
{
    /// <summary>The largest power of two below <paramref name="count"/>, which is at least 2.</summary>
    public static ulong Split(ulong count) => 1UL << BitOperations.Log2(count - 1);

    /// <summary>The Merkle tree hash over leaves [<paramref name="begin"/>, <paramref name="end"/>), a subtree of some RFC 6962 tree: aligned on the left, perhaps ragged on the right.</summary>
    public static Hash32 RangeHash(INodeSource nodes, ulong begin, ulong end)
    {
        var count = end - begin;
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2(count);
            return nodes.Node(level, begin >> level);
        }

        var middle = begin + Split(count);
        return nodes.Hasher.Node(RangeHash(nodes, begin, middle), RangeHash(nodes, middle, end));
    }
}
