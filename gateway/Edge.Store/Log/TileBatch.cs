using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;

namespace Edge.Store.Log;

/// <summary>
/// Full tiles on their way to the store: 256 hashes wide and 8 tree levels high, as in c2sp.org/tlog-tiles. Reused from group to group.
/// </summary>
public sealed class TileBatch
{
    /// <summary>Hashes in a full tile.</summary>
    public const int Width = 256;

    /// <summary>Tree levels a tile spans: the hashes of tile level L are tree nodes of level 8 L.</summary>
    public const int Height = 8;

    /// <summary>Tile levels a log of 2^63 entries can have.</summary>
    public const int MaxLevels = 8;

    private readonly List<(int Level, ulong Index)> _places = [];
    private Hash32[] _hashes = [];

    /// <summary>How many tiles there are.</summary>
    public int Count => _places.Count;

    /// <summary>Level and position of a tile.</summary>
    public (int Level, ulong Index) Place(int tile) => _places[tile];

    /// <summary>The tile's hashes as they are stored: <see cref="Width"/> times 32 bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int tile) => MemoryMarshal.AsBytes(_hashes.AsSpan(tile * Width, Width));

    /// <summary>Copies a full tile in.</summary>
    /// <exception cref="ArgumentException">Not exactly <see cref="Width"/> hashes.</exception>
    public void Add(int level, ulong index, ReadOnlySpan<Hash32> hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, MaxLevels);
        if (hashes.Length != Width)
            throw new ArgumentException($"A full tile has {Width} hashes, not {hashes.Length}.", nameof(hashes));
        var end = (Count + 1) * Width;
        if (_hashes.Length < end)
            Array.Resize(ref _hashes, Math.Max(end, _hashes.Length * 2));
        hashes.CopyTo(_hashes.AsSpan(Count * Width));
        _places.Add((level, index));
    }

    /// <summary>Empties the batch, keeping its memory.</summary>
    public void Clear() => _places.Clear();
}
