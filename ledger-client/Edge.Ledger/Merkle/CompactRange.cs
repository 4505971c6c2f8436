using System.Numerics;

namespace Edge.Ledger.Merkle;

/// <summary>
/// The right edge of a growing RFC 6962 tree: the roots of the perfect subtrees that make up its leaves so far, at most 64 hashes.
/// Appending costs amortised one node hash and no allocation.
/// </summary>
public sealed class CompactRange
{
    /// <summary>Levels a tree of 2^63 leaves can have, leaf level included.</summary>
    public const int MaxLevels = 64;

    private readonly TreeHasher _hasher;
    private readonly Hash32[] _edge = new Hash32[MaxLevels];

    public CompactRange(TreeHasher hasher) => _hasher = hasher;

    /// <summary>The right edge of the first <paramref name="size"/> leaves of an existing tree.</summary>
    public CompactRange(INodeSource nodes, ulong size)
        : this(nodes.Hasher)
    {
        Size = size;
        for (var level = 0; level < MaxLevels; level++)
        {
            if ((size >> level & 1) != 0)
                _edge[level] = nodes.Node(level, (size >> level) - 1);
        }
    }

    /// <summary>Leaves so far.</summary>
    public ulong Size { get; private set; }

    /// <summary>Appends one leaf hash.</summary>
    public void Append(in Hash32 leaf) => Append(leaf, default);

    /// <summary>
    /// Appends one leaf hash. The perfect subtrees it completes are written to <paramref name="completed"/>, where entry i is the node of level i
    /// with index (Size before >> i); returns how many (at least 1, the leaf itself).
    /// </summary>
    /// <param name="completed">Empty, or room for <see cref="MaxLevels"/> hashes.</param>
    public int Append(in Hash32 leaf, Span<Hash32> completed)
    {
        var node = leaf;
        var merges = BitOperations.TrailingZeroCount(~Size);
        if (completed.Length > 0)
            completed[0] = node;
        for (var level = 0; level < merges; level++)
        {
            node = _hasher.Node(_edge[level], node);
            if (completed.Length > 0)
                completed[level + 1] = node;
        }

        _edge[merges] = node;
        Size++;
        return merges + 1;
    }

    /// <summary>The root over all leaves so far.</summary>
    public Hash32 Root()
    {
        if (Size == 0)
            return _hasher.EmptyRoot;
        var level = BitOperations.TrailingZeroCount(Size);
        var root = _edge[level];
        for (level++; level < MaxLevels; level++)
        {
            if ((Size >> level & 1) != 0)
                root = _hasher.Node(_edge[level], root);
        }

        return root;
    }
}
