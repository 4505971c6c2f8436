namespace Edge.Ledger.Merkle;

/// <summary>Gives the roots of perfect subtrees; everything that proves something about a tree reads it through this.</summary>
public interface INodeSource
{
    /// <summary>The tree's hash function.</summary>
    TreeHasher Hasher { get; }

    /// <summary>
    /// The root of the perfect subtree over leaves [<paramref name="index"/> * 2^<paramref name="level"/>, (<paramref name="index"/> + 1) * 2^<paramref name="level"/>);
    /// level 0 are the leaf hashes. Only asked for subtrees wholly inside the tree.
    /// </summary>
    Hash32 Node(int level, ulong index);
}
