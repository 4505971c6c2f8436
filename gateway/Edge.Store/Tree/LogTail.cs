using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>The growing end of the log in memory: the tree's right edge and the tiles that are not full. Rebuilt from the store at any time.</summary>
internal sealed class LogTail
{
    private readonly CompactRange _edge;
    private readonly Hash32[] _completed = new Hash32[CompactRange.MaxLevels];

    public LogTail(TileTree tree, ulong size)
    {
        _edge = new CompactRange(tree, size);
        Tiles = new PartialTiles(tree, size);
    }

    public PartialTiles Tiles { get; }

    public ulong Size => _edge.Size;

    public Hash32 Root() => _edge.Root();

    /// <summary>Appends a leaf; tiles it fills are added to <paramref name="full"/>.</summary>
    public void Append(in Hash32 leaf, TileBatch full)
    {
        var levels = _edge.Append(leaf, _completed);
        for (var level = 0; level < levels; level += TileBatch.Height)
            Tiles.Append(level / TileBatch.Height, _completed[level], full);
    }
}
