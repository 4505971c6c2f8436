using System.Numerics;

namespace Edge.Ledger.Merkle;

/// <summary>Checks inclusion paths (RFC 9162 section 2.1.3.2).</summary>
public static class InclusionProof
{
    /// <summary>False when the index is not below the size or the path has the wrong length; otherwise the root it implies.</summary>
    public static bool TryComputeRoot(TreeHasher hasher, in Hash32 leaf, ulong index, ulong size, ReadOnlySpan<Hash32> path, out Hash32 root)
    {
        root = leaf;
        if (index >= size)
            return false;
        ulong fn = index, sn = size - 1;
        foreach (ref readonly var sibling in path)
        {
            if (sn == 0)
                return false;
            if ((fn & 1) != 0 || fn == sn)
            {
                root = hasher.Node(sibling, root);
                if ((fn & 1) == 0)
                {
                    var shift = BitOperations.TrailingZeroCount(fn);
                    fn >>= shift;
                    sn >>= shift;
                }
            }
            else
            {
                root = hasher.Node(root, sibling);
            }

            fn >>= 1;
            sn >>= 1;
        }

        return sn == 0;
    }

    public static bool Verify(TreeHasher hasher, in Hash32 leaf, ulong index, ulong size, ReadOnlySpan<Hash32> path, in Hash32 root) =>
        TryComputeRoot(hasher, leaf, index, size, path, out var implied) && implied == root;
}
