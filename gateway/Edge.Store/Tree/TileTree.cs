using System.Globalization;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>
/// The tree's nodes out of a store's hashes. A full tile is checked against the node above it, the partial ones on the right against the root; what does not fit is
/// computed again from what lies below, down to the entries, and where that is not held either, left out by peaks that are stated beside. So no node is ever given out
/// that is not the logged one.
/// </summary>
internal sealed class TileTree(ILogReader reader) : INodeSource
{
    private const int MaxTiles = 64;
    private const int MaxStated = 64;

    private readonly Dictionary<(int Level, ulong Index), LoggedTile> _tiles = [];
    private readonly PartialTiles _edge = new(reader.Hasher);
    private readonly TileMender _mender = new(reader);
    private readonly TrustedRoot _root = new(reader);
    private (ulong First, ulong End) _lost;
    private bool _isChecked;

    public TreeHasher Hasher => reader.Hasher;

    public StoredEntries Entries => _mender.Entries;

    public Hash32 Node(int level, ulong index)
    {
        var row = level % TileBatch.Height;
        var position = index << row;
        var first = (int)(position % TileBatch.Width);
        return Tile(level / TileBatch.Height, position / TileBatch.Width, first + (1 << row)).Node(row, first >> row);
    }

    /// <summary>The hash that an entry was logged with; null where it is lost.</summary>
    public Hash32? Logged(ulong index)
    {
        if (index >= _lost.First && index < _lost.End)
            return null;
        try
        {
            return Node(0, index);
        }
        catch (LogDamagedException)
        {
            return null;
        }
    }

    /// <summary>Whether a node is held and fits.</summary>
    public bool Has(int level, ulong index)
    {
        try
        {
            Node(level, index);
            return true;
        }
        catch (LogDamagedException)
        {
            return false;
        }
    }

    /// <summary>A tile of which at least so many hashes are wanted.</summary>
    /// <exception cref="LogDamagedException">It is lost.</exception>
    public LoggedTile Tile(int level, ulong index, int width)
    {
        if (!_isChecked || !_edge.Covers(level, (index * TileBatch.Width) + (ulong)width))
            LoadEdge();
        if (!_edge.Covers(level, (index * TileBatch.Width) + (ulong)width))
            throw new ArgumentOutOfRangeException(nameof(index), $"The log has {_edge.Size} entries.");
        return index == _edge.Index(level) ? _edge.Tiles[level] : FullTile(level, index);
    }

    private LoggedTile FullTile(int level, ulong index)
    {
        if (_tiles.TryGetValue((level, index), out var tile))
            return tile;
        tile = new LoggedTile(Hasher, level, index, new Hash32[TileBatch.Width]);
        if (tile.Entry(0) >= _lost.First && tile.Entry(TileBatch.Width) <= _lost.End)
            throw Lost(tile);
        var above = Node(TileBatch.Height * (level + 1), index);
        var held = reader.ReadHashes(level, tile.First, tile.Hashes);
        if ((held < TileBatch.Width || Root(tile) != above) && !TryMend(tile, above))
        {
            _lost = (tile.Entry(0), tile.Entry(TileBatch.Width));
            throw Lost(tile);
        }

        if (_tiles.Count >= MaxTiles)
            _tiles.Clear();
        return _tiles[(level, index)] = tile;
    }

    private LogDamagedException Lost(LoggedTile tile) => new(
        string.Create(CultureInfo.InvariantCulture, $"{reader.Name}: the hashes of tile {tile.First / TileBatch.Width} of level {tile.Level} are lost; nothing can be proved with them."), tile.Entry(0));

    private bool TryMend(LoggedTile tile, Hash32 above)
    {
        if (_mender.TryMend(tile, 0, TileBatch.Width, above))
            return true;
        if (tile.Level == 0)
            _mender.Compute(tile, 0, TileBatch.Width);
        return TryRely([tile], tile.Entry(0), tile.Entry(TileBatch.Width) - 1, () => Root(tile) == above);
    }

    private void LoadEdge()
    {
        // While it is checked, nodes are asked for: then it must count as it is.
        _isChecked = true;
        _lost = default;
        _edge.Load(reader, reader.Extent.Size);
        if (Fits() || Fits(levels: TileBatch.MaxLevels))
            return;
        _edge.Load(reader, _edge.Size);
        _isChecked = Fits(levels: 1) || TryRely(_edge.Tiles.ToArray(), 0, _edge.Size, () => Fits());
        if (_isChecked)
            return;
        _lost = (0, _edge.Size);
        throw new LogDamagedException($"{reader.Name}: its hashes do not give the root that was signed; nothing can be proved from it.");
    }

    /// <summary>Whether the edge gives the root that it must.</summary>
    /// <param name="levels">Up to which level its hashes are computed again before.</param>
    private bool Fits(int levels = 0)
    {
        foreach (var tile in _edge.Tiles[..levels])
            _mender.Compute(tile, 0, tile.Hashes.Length);
        _tiles.Clear();
        return _root.Fits(this, _edge);
    }

    /// <summary>Relies on the smallest stated peaks with which tiles fit: then it knows all that came after, and of what came before all that fits them.</summary>
    private bool TryRely(LoggedTile[] tiles, ulong above, ulong atMost, Func<bool> fits)
    {
        SizedPeaks? found = null;
        for (var tried = 0; tried < MaxStated && atMost > above && reader.FindPeaks(atMost) is { } stated && stated.Size > above; tried++)
        {
            RelyOn(tiles, stated);
            if (!fits())
                break;
            (found, atMost) = (stated, stated.Size - 1);
        }

        if (found is not { } smallest)
            return false;
        RelyOn(tiles, smallest);
        foreach (var tile in tiles)
            tile.Settle((first, count, node) => _mender.TryMend(tile, first, count, node));
        return true;
    }

    private static void RelyOn(LoggedTile[] tiles, SizedPeaks stated)
    {
        foreach (var tile in tiles)
            tile.RelyOn(stated);
    }

    private static Hash32 Root(LoggedTile tile) => tile.Node(TileBatch.Height, 0);
}
