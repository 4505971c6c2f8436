using System.Numerics;

namespace Edge.Ledger.Merkle;

/// <summary>Checks consistency proofs (RFC 9162 section 2.1.4.2), with tlog-witness rules for the edges: from 0 and between equal sizes the proof is empty.</summary>
public static class ConsistencyProof
{
    public static bool Verify(TreeHasher hasher, ulong oldSize, in Hash32 oldRoot, ulong size, in Hash32 root, ReadOnlySpan<Hash32> proof)
    {
        if (oldSize > size)
            return false;
        if (oldSize == size)
            return proof.IsEmpty && oldRoot == root;
        if (oldSize == 0)
            return proof.IsEmpty && oldRoot == hasher.EmptyRoot;
        return TryComputeRoot(hasher, oldSize, oldRoot, size, proof, out var implied) && implied == root;
    }

    /// <summary>False when the proof does not begin with the tree of the old root; otherwise the root of the larger tree that it implies.</summary>
    /// <param name="oldSize">At least 1, below <paramref name="size"/>: otherwise there is no proof to compute from, and the answer is false.</param>
    public static bool TryComputeRoot(TreeHasher hasher, ulong oldSize, in Hash32 oldRoot, ulong size, ReadOnlySpan<Hash32> proof, out Hash32 root)
    {
        root = default;
        if (oldSize == 0 || oldSize >= size)
            return false;

        ulong fn = oldSize - 1, sn = size - 1;
        var shift = BitOperations.TrailingZeroCount(~fn);
        fn >>= shift;
        sn >>= shift;

        Hash32 fr, sr;
        if (BitOperations.IsPow2(oldSize))
        {
            fr = sr = oldRoot;
        }
        else
        {
            if (proof.IsEmpty)
                return false;
            fr = sr = proof[0];
            proof = proof[1..];
        }

        foreach (ref readonly var c in proof)
        {
            if (sn == 0)
                return false;
            if ((fn & 1) != 0 || fn == sn)
            {
                fr = hasher.Node(c, fr);
                sr = hasher.Node(c, sr);
                while ((fn & 1) == 0 && fn != 0)
                {
                    fn >>= 1;
                    sn >>= 1;
                }
            }
            else
            {
                sr = hasher.Node(sr, c);
            }

            fn >>= 1;
            sn >>= 1;
        }

        root = sr;
        return sn == 0 && fr == oldRoot;
    }
}
