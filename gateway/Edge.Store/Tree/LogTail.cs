using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>The growing end of the log in memory: the tree's peaks. Rebuilt from the store at any time.</summary>
internal sealed class LogTail
{
    private readonly CompactRange _range;
    private readonly CompletedNodes _keep;
    private readonly Hash32[] _peaks = new Hash32[CompactRange.MaxLevels];
    private TileBatch _tiles = new();

    /// <param name="peaks">The tree's peaks at that size.</param>
    public LogTail(TreeHasher hasher, ulong size, ReadOnlySpan<Hash32> peaks)
        : this(new CompactRange(hasher, size, peaks))
    {
    }

    private LogTail(CompactRange range)
    {
        _range = range;
        _keep = Keep;
    }

    /// <summary>The end of a tree whose nodes can be read.</summary>
    public static LogTail Of(INodeSource nodes, ulong size) => new(new CompactRange(nodes, size));

    public ulong Size => _range.Size;

    public Hash32 Root() => _range.Root();

    /// <summary>The tree's peaks; valid until the next call.</summary>
    public ReadOnlySpan<Hash32> Peaks() => _peaks.AsSpan(0, _range.CopyPeaks(_peaks));

    /// <summary>Appends leaves; they and the nodes of tile levels that they complete are added to <paramref name="tiles"/>.</summary>
    public void Append(ReadOnlySpan<Hash32> leaves, TileBatch tiles)
    {
        _tiles = tiles;
        _range.Append(leaves, _keep);
    }

    private void Keep(int level, ulong first, ReadOnlySpan<Hash32> nodes)
    {
        if (level % TileBatch.Height == 0)
            _tiles.Add(level / TileBatch.Height, first, nodes);
    }
}
