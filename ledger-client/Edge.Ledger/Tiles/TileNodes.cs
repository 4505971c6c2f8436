using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tiles;

/// <summary>
/// The nodes of a tree out of its tiles, so that any proof can be built from them. The tiles are not checked: a proof made from wrong ones does not hold
/// against the checkpoint. Keeps up to 64 tiles. Not for concurrent use.
/// </summary>
/// <param name="source">Where the tiles are.</param>
/// <param name="hasher">The log's hash function.</param>
/// <param name="size">The tree's size, below 2^63; it says which tiles are partial.</param>
public sealed class TileNodes(ITileSource source, TreeHasher hasher, ulong size) : INodeSource
{
    private const int MaxTiles = 64;

    private readonly Dictionary<(int Level, ulong Index), Hash32[]> _tiles = [];
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public TreeHasher Hasher => hasher;

    /// <inheritdoc/>
    /// <exception cref="MalformedException">A tile that is needed is missing or has not as many hashes as the tree needs.</exception>
    public Hash32 Node(int level, ulong index)
    {
        var row = level % Tile.Height;
        var hashes = Hashes(level / Tile.Height, index >> (Tile.Height - row));
        return Fold(hashes.AsSpan((int)(index << row) & (Tile.FullWidth - 1), 1 << row));
    }

    private Hash32[] Hashes(int level, ulong index)
    {
        if (_tiles.TryGetValue((level, index), out var hashes))
            return hashes;
        var width = index < TreeTiles.FullCount(level, size) ? Tile.FullWidth : TreeTiles.PartialWidth(level, size);
        var tile = Tile.OfHashes(level, index, width);
        hashes = new Hash32[Tile.FullWidth];
        _buffer.ResetWrittenCount();
        if (TileReading.Read(source, tile, _buffer) is { } fault)
            throw new MalformedException(string.Create(CultureInfo.InvariantCulture, $"{tile.Path}: {fault.Detail}"));
        _buffer.WrittenSpan.CopyTo(MemoryMarshal.AsBytes(hashes.AsSpan()));
        if (_tiles.Count >= MaxTiles)
            _tiles.Clear();
        return _tiles[(level, index)] = hashes;
    }

    private Hash32 Fold(ReadOnlySpan<Hash32> hashes) => hashes.Length == 1
        ? hashes[0]
        : hasher.Node(Fold(hashes[..(hashes.Length / 2)]), Fold(hashes[(hashes.Length / 2)..]));
}
