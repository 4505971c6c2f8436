using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tiles;

/// <summary>Which tiles and entry bundles the tree of a size has, and what is in them.</summary>
public static class TreeTiles
{
    /// <summary>Full tiles of a level; level 0 also counts the full bundles.</summary>
    public static ulong FullCount(int level, ulong size) => Nodes(level, size) / Tile.FullWidth;

    /// <summary>Width of the partial tile of a level, 0 when there is none; level 0 also for the partial bundle.</summary>
    public static int PartialWidth(int level, ulong size) => (int)(Nodes(level, size) % Tile.FullWidth);

    /// <summary>Whether the tree of a size has exactly this tile or bundle, full or partial as it is.</summary>
    public static bool Has(Tile tile, ulong size)
    {
        var level = Math.Max(tile.Level, 0);
        var full = FullCount(level, size);
        return tile.IsFull ? tile.Index < full : tile.Index == full && tile.Width == PartialWidth(level, size);
    }

    /// <summary>All of them in the order in which a growing log completes them, each bundle before its tile; the partial ones last.</summary>
    public static IEnumerable<Tile> Of(ulong size) => Full(size).Concat(Partial(size));

    /// <inheritdoc cref="Of"/>
    public static IEnumerable<Tile> Full(ulong size)
    {
        for (ulong index = 0; index < FullCount(0, size); index++)
        {
            yield return Tile.OfEntries(index);
            yield return Tile.OfHashes(0, index);
            var (level, above) = (1, index + 1);
            for (; above % Tile.FullWidth == 0; level++)
            {
                above /= Tile.FullWidth;
                yield return Tile.OfHashes(level, above - 1);
            }
        }
    }

    /// <summary>The bundle and the tiles at the right edge that are not full, the lowest first.</summary>
    public static IEnumerable<Tile> Partial(ulong size)
    {
        if (PartialWidth(0, size) is > 0 and var entries)
            yield return Tile.OfEntries(FullCount(0, size), entries);
        for (var level = 0; level < Tile.MaxLevels; level++)
        {
            if (PartialWidth(level, size) is > 0 and var width)
                yield return Tile.OfHashes(level, FullCount(level, size), width);
        }
    }

    /// <summary>The hashes of a tile, out of a tree that has it.</summary>
    /// <param name="into">As many as the tile is wide.</param>
    public static void Read(INodeSource nodes, Tile tile, Span<Hash32> into)
    {
        for (var i = 0; i < tile.Width; i++)
            into[i] = nodes.Node(Tile.Height * tile.Level, (tile.Index * Tile.FullWidth) + (ulong)i);
    }

    private static ulong Nodes(int level, ulong size) => size >> (Tile.Height * level);
}
