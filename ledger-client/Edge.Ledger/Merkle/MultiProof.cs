using System.Buffers;
using System.Numerics;

namespace Edge.Ledger.Merkle;

/// <summary>Checks the proof built by <see cref="ProofBuilder.Multi"/>.</summary>
public static class MultiProof
{
    /// <summary>
    /// Computes the root that the disclosed leaves and the proof imply. False when the indices are not strictly ascending below the size,
    /// or when the proof holds one hash too few or too many; nothing is then implied.
    /// </summary>
    /// <param name="leaves">Leaf hashes, one per index.</param>
    public static bool TryComputeRoot(TreeHasher hasher, ulong size, ReadOnlySpan<ulong> indices, ReadOnlySpan<Hash32> leaves, ReadOnlySpan<Hash32> proof, out Hash32 root)
    {
        root = default;
        if (!AreCanonical(indices, size) || leaves.Length != indices.Length)
            return false;
        var used = 0;
        return TryFold(hasher, 0, size, indices, leaves, proof, ref used, out root) && used == proof.Length;
    }

    internal static bool AreCanonical(ReadOnlySpan<ulong> indices, ulong size)
    {
        if (indices.IsEmpty || indices[^1] >= size || size > long.MaxValue)
            return false;
        for (var i = 1; i < indices.Length; i++)
        {
            if (indices[i] <= indices[i - 1])
                return false;
        }

        return true;
    }

    internal static int CountBelow(ReadOnlySpan<ulong> indices, ulong limit)
    {
        var found = indices.BinarySearch(limit);
        return found < 0 ? ~found : found;
    }

    private static bool TryFold(
        TreeHasher hasher, ulong begin, ulong end, ReadOnlySpan<ulong> indices, ReadOnlySpan<Hash32> leaves, ReadOnlySpan<Hash32> proof, ref int used, out Hash32 hash)
    {
        hash = default;
        if (indices.IsEmpty)
        {
            if (used == proof.Length)
                return false;
            hash = proof[used++];
            return true;
        }

        var isWhole = (ulong)indices.Length == end - begin;
        if (isWhole && BitOperations.IsPow2(indices.Length))
        {
            hash = Fold(hasher, leaves);
            return true;
        }

        var middle = begin + TreeShape.Split(end - begin);
        var left = CountBelow(indices, middle);
        if (!TryFold(hasher, begin, middle, indices[..left], leaves[..left], proof, ref used, out var leftHash)
            || !TryFold(hasher, middle, end, indices[left..], leaves[left..], proof, ref used, out var rightHash))
            return false;
        hash = hasher.Node(leftHash, rightHash);
        return true;
    }

    private static Hash32 Fold(TreeHasher hasher, ReadOnlySpan<Hash32> leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];
        var nodes = ArrayPool<Hash32>.Shared.Rent(leaves.Length / 2);
        hasher.Nodes(leaves, nodes.AsSpan(0, leaves.Length / 2));
        var root = hasher.Fold(nodes.AsSpan(0, leaves.Length / 2));
        ArrayPool<Hash32>.Shared.Return(nodes);
        return root;
    }
}
