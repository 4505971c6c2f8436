using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>The rightmost tile of every level, while it is not full: at most 255 hashes each, in memory only.</summary>
internal sealed class PartialTiles
{
    private readonly Hash32[][] _tiles = new Hash32[TileBatch.MaxLevels][];
    private readonly int[] _widths = new int[TileBatch.MaxLevels];
    private readonly ulong[] _indices = new ulong[TileBatch.MaxLevels];

    /// <summary>The tiles right of all full ones in a log of a size.</summary>
    public PartialTiles(INodeSource nodes, ulong size)
    {
        for (var level = 0; level < TileBatch.MaxLevels; level++)
        {
            _tiles[level] = new Hash32[TileBatch.Width];
            var hashes = size >> (TileBatch.Height * level);
            _indices[level] = hashes / TileBatch.Width;
            _widths[level] = (int)(hashes % TileBatch.Width);
            for (var i = 0; i < _widths[level]; i++)
                _tiles[level][i] = nodes.Node(TileBatch.Height * level, (_indices[level] * TileBatch.Width) + (ulong)i);
        }
    }

    /// <summary>Adds the next hashes of a tile level; a tile that becomes full moves to <paramref name="full"/>.</summary>
    public void Append(int level, ReadOnlySpan<Hash32> hashes, TileBatch full)
    {
        var tile = _tiles[level];
        while (!hashes.IsEmpty)
        {
            var room = tile.AsSpan(_widths[level]);
            var taken = Math.Min(room.Length, hashes.Length);
            hashes[..taken].CopyTo(room);
            hashes = hashes[taken..];
            _widths[level] += taken;
            if (_widths[level] < TileBatch.Width)
                return;
            full.Add(level, _indices[level]++, tile);
            _widths[level] = 0;
        }
    }

    /// <summary>The hash at a position of a tile level, if it stands in the partial tile.</summary>
    public bool TryGet(int level, ulong position, out Hash32 hash)
    {
        var offset = position - (_indices[level] * TileBatch.Width);
        var held = offset < (ulong)_widths[level];
        hash = held ? _tiles[level][offset] : default;
        return held;
    }
}
