using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tiles;

/// <summary>The roots of full tiles, many at once, so that the hasher's lanes are full up to the last level.</summary>
internal sealed class TileFold(TreeHasher hasher)
{
    private readonly Hash32[] _nodes = new Hash32[AuditedEntries.MaxBundles * Tile.FullWidth / 2];

    /// <param name="tiles">Full tiles one after the other, at most 16.</param>
    /// <param name="roots">One for each.</param>
    public void Roots(ReadOnlySpan<Hash32> tiles, Span<Hash32> roots)
    {
        var count = tiles.Length / 2;
        hasher.Nodes(tiles, _nodes.AsSpan(0, count));
        for (; count > roots.Length; count /= 2)
            hasher.Nodes(_nodes.AsSpan(0, count), _nodes.AsSpan(0, count / 2));
        _nodes.AsSpan(0, roots.Length).CopyTo(roots);
    }

    public Hash32 Root(ReadOnlySpan<Hash32> tile)
    {
        Span<Hash32> root = stackalloc Hash32[1];
        Roots(tile, root);
        return root[0];
    }
}
