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
    // Enough to fill the lanes on most levels, and to stay in the cache.
    private const int MaxRow = 4096;

    private readonly Hash32[] _edge = new Hash32[MaxLevels];
    private Hash32[] _row = [];

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

    /// <summary>The right edge of a tree of <paramref name="size"/> leaves, from its peaks as <see cref="CopyPeaks"/> gives them.</summary>
    /// <exception cref="ArgumentException">A tree of that size has more or fewer peaks.</exception>
    public CompactRange(TreeHasher hasher, ulong size, ReadOnlySpan<Hash32> peaks)
        : this(hasher)
    {
        if (peaks.Length != BitOperations.PopCount(size))
            throw new ArgumentException($"A tree of {size} leaves has {BitOperations.PopCount(size)} peaks, not {peaks.Length}.", nameof(peaks));
        Size = size;
        for (var level = MaxLevels - 1; level >= 0; level--)
        {
            if ((size >> level & 1) == 0)
                continue;
            _edge[level] = peaks[0];
            peaks = peaks[1..];
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

    /// <summary>
    /// Appends many leaf hashes, level by level, so that the nodes of a level are hashed side by side. What is completed is the same as one by one, in another order.
    /// </summary>
    /// <param name="leaves">Any number.</param>
    /// <param name="completed">Told of the nodes of every level that gains some, leaves first; the nodes are valid during the call only.</param>
    public void Append(ReadOnlySpan<Hash32> leaves, CompletedNodes? completed = null)
    {
        for (; !leaves.IsEmpty; leaves = leaves[Math.Min(leaves.Length, MaxRow)..])
            AppendRow(leaves[..Math.Min(leaves.Length, MaxRow)], completed);
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

    /// <summary>Writes the peaks, the roots of the perfect subtrees that make up the leaves, from left to right; returns how many.</summary>
    /// <param name="into">Room for as many as <see cref="Size"/> has bits that are set, at most <see cref="MaxLevels"/>.</param>
    public int CopyPeaks(Span<Hash32> into)
    {
        var count = 0;
        for (var level = MaxLevels - 1; level >= 0; level--)
        {
            if ((Size >> level & 1) != 0)
                into[count++] = _edge[level];
        }

        return count;
    }

    // A level's new nodes stand from 1 on; the node before them, if it still lacks its sibling, goes to 0.
    private void AppendRow(ReadOnlySpan<Hash32> leaves, CompletedNodes? completed)
    {
        if (_row.Length <= leaves.Length)
            _row = new Hash32[leaves.Length + 1];
        leaves.CopyTo(_row.AsSpan(1));
        var count = leaves.Length;
        for (var (level, first) = (0, Size); count > 0; level++, first >>= 1)
        {
            completed?.Invoke(level, first, _row.AsSpan(1, count));
            var hasOlder = (first & 1) != 0;
            if (hasOlder)
                _row[0] = _edge[level];
            var row = hasOlder ? _row.AsSpan(0, count + 1) : _row.AsSpan(1, count);
            if ((row.Length & 1) != 0)
                _edge[level] = row[^1];
            count = row.Length / 2;
            _hasher.Nodes(row[..(2 * count)], _row.AsSpan(1, count));
        }

        Size += (ulong)leaves.Length;
    }
}
