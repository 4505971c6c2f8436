using System.Globalization;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>
/// The tree's nodes out of a store's hashes. A full tile is checked against the node above it, the partial ones on the right against the root; what does not fit is
/// computed again from what lies below, down to the entries. So no node is ever given out that is not the logged one.
/// </summary>
internal sealed class TileTree(ILogReader reader) : INodeSource
{
    private const int MaxTiles = 64;

    private readonly Dictionary<(int Level, ulong Index), Hash32[]> _tiles = [];
    private readonly PartialTiles _edge = new();
    private readonly StoredEntries _entries = new(reader);
    private readonly TrustedRoot _root = new(reader);
    private bool _isChecked;

    public TreeHasher Hasher => reader.Hasher;

    public StoredEntries Entries => _entries;

    public Hash32 Node(int level, ulong index)
    {
        var row = level % TileBatch.Height;
        var position = index << row;
        var first = (int)(position % TileBatch.Width);
        var nodes = Tile(level / TileBatch.Height, position / TileBatch.Width, first + (1 << row)).Slice(first, 1 << row);
        return row == 0 ? nodes[0] : Fold(nodes);
    }

    /// <summary>A tile of which at least so many hashes are wanted.</summary>
    private ReadOnlySpan<Hash32> Tile(int level, ulong index, int width)
    {
        if (!_isChecked || !_edge.Covers(level, (index * TileBatch.Width) + (ulong)width))
            LoadEdge();
        if (!_edge.Covers(level, (index * TileBatch.Width) + (ulong)width))
            throw new ArgumentOutOfRangeException(nameof(index), $"The log has {_edge.Size} entries.");
        return index == _edge.Index(level) ? _edge.Hashes(level) : FullTile(level, index);
    }

    private Hash32[] FullTile(int level, ulong index)
    {
        if (_tiles.TryGetValue((level, index), out var tile))
            return tile;
        tile = new Hash32[TileBatch.Width];
        var above = Node(TileBatch.Height * (level + 1), index);
        var held = reader.ReadHashes(level, index * TileBatch.Width, tile);
        if ((held < tile.Length || Fold(tile) != above) && !(TryCompute(level, index * TileBatch.Width, tile) && Fold(tile) == above))
            throw new LogDamagedException(string.Create(CultureInfo.InvariantCulture, $"{reader.Name}: the hashes of tile {index} of level {level} are lost; nothing can be proved with them."), index << (TileBatch.Height * (level + 1)));
        if (_tiles.Count >= MaxTiles)
            _tiles.Clear();
        return _tiles[(level, index)] = tile;
    }

    private void LoadEdge()
    {
        // While it is checked, nodes are asked for: then it must count as it is.
        _isChecked = true;
        _edge.Load(reader, reader.Extent.Size);
        if (_root.Fits(this, _edge))
            return;
        for (var level = 0; level < TileBatch.MaxLevels; level++)
            TryCompute(level, _edge.Index(level) * TileBatch.Width, _edge.Hashes(level));
        _tiles.Clear();
        _isChecked = _root.Fits(this, _edge);
        if (!_isChecked)
            throw new LogDamagedException($"{reader.Name}: its hashes do not give the root that was signed; nothing can be proved from it.");
    }

    /// <summary>Computes hashes again from what lies below them, as far as that is held. False if nothing is.</summary>
    private bool TryCompute(int level, ulong first, Span<Hash32> into)
    {
        var below = new Hash32[TileBatch.Width];
        for (var i = 0; i < into.Length; i++)
        {
            var position = first + (ulong)i;
            if (level == 0)
            {
                if (!_entries.TryLeaf(position, ref into[i]))
                    return false;
            }
            else if (reader.ReadHashes(level - 1, position * TileBatch.Width, below) == below.Length)
            {
                into[i] = Hasher.Fold(below);
            }
        }

        return true;
    }

    private Hash32 Fold(ReadOnlySpan<Hash32> nodes)
    {
        Span<Hash32> folded = stackalloc Hash32[TileBatch.Width];
        nodes.CopyTo(folded);
        return Hasher.Fold(folded[..nodes.Length]);
    }
}
