using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>The growing end of the log in memory: the tree's right edge and the tiles that are not full. Rebuilt from the store at any time.</summary>
internal sealed class LogTail
{
    private readonly CompactRange _edge;
    private readonly CompletedNodes _keep;
    private TileBatch _full = new();

    public LogTail(TileTree tree, ulong size)
    {
        _edge = new CompactRange(tree, size);
        _keep = Keep;
        Tiles = new PartialTiles(tree, size);
    }

    public PartialTiles Tiles { get; }

    public ulong Size => _edge.Size;

    public Hash32 Root() => _edge.Root();

    /// <summary>Appends leaves; tiles they fill are added to <paramref name="full"/>.</summary>
    public void Append(ReadOnlySpan<Hash32> leaves, TileBatch full)
    {
        _full = full;
        _edge.Append(leaves, _keep);
    }

    private void Keep(int level, ulong first, ReadOnlySpan<Hash32> nodes)
    {
        if (level % TileBatch.Height == 0)
            Tiles.Append(level / TileBatch.Height, nodes, _full);
    }
}
