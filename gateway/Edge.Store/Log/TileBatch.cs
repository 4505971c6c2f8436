using Edge.Ledger.Merkle;

namespace Edge.Store.Log;

/// <summary>
/// Hashes of tiles on their way to the store, in runs of neighbours. Tiles are 256 hashes wide and 8 tree levels high, as in c2sp.org/tlog-tiles, so that
/// the hashes of tile level L are the tree's nodes of level 8 L; level 0 are the leaves. Reused from group to group.
/// </summary>
public sealed class TileBatch
{
    /// <summary>Hashes in a full tile.</summary>
    public const int Width = 256;

    /// <summary>Tree levels a tile spans.</summary>
    public const int Height = 8;

    /// <summary>Tile levels a log of 2^63 entries can have.</summary>
    public const int MaxLevels = 8;

    private readonly List<(int Level, ulong First, int Start, int Length)> _runs = [];
    private Hash32[] _hashes = [];
    private int _used;

    /// <summary>How many runs there are.</summary>
    public int Count => _runs.Count;

    /// <summary>The tile level of a run, and the position of its first hash in that level.</summary>
    public (int Level, ulong First) Place(int run) => (_runs[run].Level, _runs[run].First);

    /// <summary>The hashes of a run.</summary>
    public ReadOnlySpan<Hash32> Hashes(int run) => _hashes.AsSpan(_runs[run].Start, _runs[run].Length);

    /// <summary>Copies neighbouring hashes in.</summary>
    public void Add(int level, ulong first, ReadOnlySpan<Hash32> hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, MaxLevels);
        if (_hashes.Length < _used + hashes.Length)
            Array.Resize(ref _hashes, Math.Max(_used + hashes.Length, _hashes.Length * 2));
        hashes.CopyTo(_hashes.AsSpan(_used));
        _runs.Add((level, first, _used, hashes.Length));
        _used += hashes.Length;
    }

    /// <summary>Empties the batch, keeping its memory.</summary>
    public void Clear()
    {
        _runs.Clear();
        _used = 0;
    }
}
