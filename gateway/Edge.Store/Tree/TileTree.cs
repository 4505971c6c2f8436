using System.Globalization;
using Edge.Ledger.Merkle;
using Edge.Store.Log;

namespace Edge.Store.Tree;

/// <summary>
/// The tree's nodes out of a store: from full tiles, and right of them from the entries themselves. A perfect subtree never changes, so what was once computed
/// is kept, up to a bound.
/// </summary>
internal sealed class TileTree(ILogReader reader) : INodeSource
{
    private const int MaxTiles = 64;
    private const int MaxNodes = 32 * 1024;

    private readonly Dictionary<(int Level, ulong Index), Hash32[]> _tiles = [];
    private readonly Dictionary<(int Level, ulong Index), Hash32> _nodes = [];
    private readonly EntryBatch _bundle = new();
    private readonly Hash32[] _leaves = new Hash32[64];
    private Hash32[]? _spare;
    private ulong _bundleFirst;
    private ulong _leavesFirst;
    private int _leavesCount;

    /// <summary>The rightmost tiles of a log that is being written, if this process writes it.</summary>
    public PartialTiles? Edge { get; set; }

    public TreeHasher Hasher { get; } = StoredHasher.Of(reader);

    public Hash32 Node(int level, ulong index)
    {
        var row = level % TileBatch.Height;
        if (row == 0 && Edge is { } edge && edge.TryGet(level / TileBatch.Height, index, out var hash))
            return hash;
        if (_nodes.TryGetValue((level, index), out hash))
            return hash;
        if (Tile(level / TileBatch.Height, index >> (TileBatch.Height - row)) is { } tile)
            return Fold(tile.AsSpan((int)(index << row) & (TileBatch.Width - 1), 1 << row));
        hash = level == 0
            ? Leaf(index)
            : Hasher.Node(Node(level - 1, 2 * index), Node(level - 1, (2 * index) + 1));
        if (_nodes.Count >= MaxNodes)
            _nodes.Clear();
        _nodes[(level, index)] = hash;
        return hash;
    }

    /// <summary>The bytes of an entry; valid until the next call.</summary>
    /// <exception cref="EntryEvictedException">The entry was removed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The entry was never appended.</exception>
    public ReadOnlySpan<byte> Entry(ulong index)
    {
        if (index - _bundleFirst >= (ulong)_bundle.Count)
        {
            _leavesCount = 0;
            if (!reader.TryReadBundle(index, _bundle, out _bundleFirst))
                throw Missing(index);
        }

        return _bundle[(int)(index - _bundleFirst)];
    }

    /// <summary>The leaf hash of an entry's bytes, whatever the tiles say; those after it are computed on the way.</summary>
    /// <inheritdoc cref="Entry" path="/exception"/>
    public Hash32 Leaf(ulong index)
    {
        _ = Entry(index);
        if (index - _leavesFirst >= (ulong)_leavesCount)
        {
            var first = (int)(index - _bundleFirst);
            _leavesFirst = index;
            _leavesCount = Math.Min(_leaves.Length, _bundle.Count - first);
            Hasher.Leaves(_bundle.Part(first, _leavesCount), _leaves.AsSpan(0, _leavesCount));
        }

        return _leaves[index - _leavesFirst];
    }

    private StoreException Missing(ulong index)
    {
        var extent = reader.Extent;
        if (index < extent.Oldest)
            return new EntryEvictedException(index, extent.Oldest);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, extent.Size);
        return new LogDamagedException(string.Create(CultureInfo.InvariantCulture, $"{reader.Name}: entry {index} is missing although entries before and after it are held."), index);
    }

    private Hash32[]? Tile(int level, ulong index)
    {
        if (_tiles.TryGetValue((level, index), out var tile))
            return tile;
        tile = _spare ?? new Hash32[TileBatch.Width];
        _spare = tile;
        if (!reader.TryReadTile(level, index, tile))
            return null;
        if (_tiles.Count >= MaxTiles)
            _tiles.Clear();
        _spare = null;
        return _tiles[(level, index)] = tile;
    }

    private Hash32 Fold(ReadOnlySpan<Hash32> nodes)
    {
        Span<Hash32> folded = stackalloc Hash32[TileBatch.Width / 2];
        nodes.CopyTo(folded);
        return Hasher.Fold(folded[..nodes.Length]);
    }
}
