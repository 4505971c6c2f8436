using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>The rightmost tile of every level of a log of one size, while it is not full: at most 255 hashes each. No node above vouches for them, so they are checked together, by the root.</summary>
internal sealed class PartialTiles(TreeHasher hasher)
{
    private readonly Hash32[][] _hashes = new Hash32[TileBatch.MaxLevels][];
    private readonly LoggedTile[] _tiles = new LoggedTile[TileBatch.MaxLevels];

    public ulong Size { get; private set; }

    /// <summary>One for each level, from the leaves upwards.</summary>
    public ReadOnlySpan<LoggedTile> Tiles => _tiles;

    /// <summary>Position of the partial tile in its level.</summary>
    public ulong Index(int level) => (Size >> (TileBatch.Height * level)) / TileBatch.Width;

    /// <summary>Whether the first <paramref name="count"/> hashes of a level are in the log.</summary>
    public bool Covers(int level, ulong count) => count <= Size >> (TileBatch.Height * level);

    /// <summary>Reads them, for a log of a size.</summary>
    public void Load(ILogReader reader, ulong size)
    {
        Size = size;
        for (var level = 0; level < TileBatch.MaxLevels; level++)
        {
            _hashes[level] ??= new Hash32[TileBatch.Width];
            var hashes = _hashes[level].AsMemory(0, (int)((Size >> (TileBatch.Height * level)) % TileBatch.Width));
            hashes.Span.Clear();
            if (hashes.Length > 0)
                reader.ReadHashes(level, Index(level) * TileBatch.Width, hashes.Span);
            _tiles[level] = new LoggedTile(hasher, level, Index(level), hashes);
        }
    }

    /// <summary>The root that they give.</summary>
    public Hash32 Root() => new CompactRange(new Nodes(_tiles, hasher), Size).Root();

    /// <summary>All peaks of the tree lie in the partial tiles.</summary>
    private sealed class Nodes(LoggedTile[] tiles, TreeHasher hasher) : INodeSource
    {
        public TreeHasher Hasher => hasher;

        public Hash32 Node(int level, ulong index)
        {
            var (tile, row) = (level / TileBatch.Height, level % TileBatch.Height);
            return tiles[tile].Node(row, (int)(index % (ulong)(TileBatch.Width >> row)));
        }
    }
}
