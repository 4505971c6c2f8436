namespace Edge.Ledger.Merkle;

/// <summary>Builds proofs over any prefix of a tree whose perfect subtrees can be read.</summary>
public static class ProofBuilder
{
    /// <summary>The root of the first <paramref name="size"/> leaves.</summary>
    public static Hash32 Root(INodeSource nodes, ulong size) =>
        size == 0 ? nodes.Hasher.EmptyRoot : TreeShape.RangeHash(nodes, 0, size);

    /// <summary>PATH(index, D[size]) of RFC 6962 section 2.1.1: hashes from the leaf's sibling to the root's child.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not below the size.</exception>
    public static Hash32[] Inclusion(INodeSource nodes, ulong index, ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<Hash32>();
        ulong begin = 0, end = size;
        while (end - begin > 1)
        {
            var middle = begin + TreeShape.Split(end - begin);
            if (index < middle)
            {
                path.Add(TreeShape.RangeHash(nodes, middle, end));
                end = middle;
            }
            else
            {
                path.Add(TreeShape.RangeHash(nodes, begin, middle));
                begin = middle;
            }
        }

        path.Reverse();
        return [.. path];
    }

    /// <summary>PROOF(old, D[size]) of RFC 6962 section 2.1.2; empty when the old size is 0 or equals the size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old size is above the size.</exception>
    public static Hash32[] Consistency(INodeSource nodes, ulong oldSize, ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        if (oldSize == 0 || oldSize == size)
            return [];
        var path = new List<Hash32>();
        ulong begin = 0, end = size;
        while (end != oldSize)
        {
            var middle = begin + TreeShape.Split(end - begin);
            if (oldSize <= middle)
            {
                path.Add(TreeShape.RangeHash(nodes, middle, end));
                end = middle;
            }
            else
            {
                path.Add(TreeShape.RangeHash(nodes, begin, middle));
                begin = middle;
            }
        }

        if (begin != 0)
            path.Add(TreeShape.RangeHash(nodes, begin, end));
        path.Reverse();
        return [.. path];
    }

    /// <summary>
    /// The multiproof for a set of leaves: the hashes of the maximal subtrees that hold none of them, from left to right.
    /// One leaf, scattered leaves and a contiguous range are all the same proof; for a range it also shows that nothing between was withheld.
    /// </summary>
    /// <param name="indices">Strictly ascending, at least one, all below <paramref name="size"/>.</param>
    /// <exception cref="ArgumentException">The indices are empty, not ascending or beyond the size.</exception>
    public static Hash32[] Multi(INodeSource nodes, ReadOnlySpan<ulong> indices, ulong size)
    {
        if (!MultiProof.AreCanonical(indices, size))
            throw new ArgumentException("Indices must be strictly ascending, at least one, and below the tree's size.", nameof(indices));
        var hashes = new List<Hash32>();
        Collect(nodes, indices, 0, size, hashes);
        return [.. hashes];
    }

    private static void Collect(INodeSource nodes, ReadOnlySpan<ulong> indices, ulong begin, ulong end, List<Hash32> hashes)
    {
        if (indices.IsEmpty)
        {
            hashes.Add(TreeShape.RangeHash(nodes, begin, end));
            return;
        }

        if (end - begin == 1)
            return;
        var middle = begin + TreeShape.Split(end - begin);
        var left = MultiProof.CountBelow(indices, middle);
        Collect(nodes, indices[..left], begin, middle, hashes);
        Collect(nodes, indices[left..], middle, end, hashes);
    }
}
