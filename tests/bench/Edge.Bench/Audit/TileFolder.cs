using System.Buffers;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Edge.Verify.Audit;

namespace Edge.Bench.Audit;

/// <summary>Writes a log's entries as tiles, as they come, in little memory.</summary>
internal sealed class TileFolder(string folder, TreeHasher hasher)
{
    private readonly ArrayBufferWriter<byte> _bundle = new();
    private readonly Hash32[][] _tiles = [.. Enumerable.Range(0, Tile.MaxLevels).Select(_ => new Hash32[Tile.FullWidth])];
    private readonly int[] _widths = new int[Tile.MaxLevels];
    private readonly ulong[] _indices = new ulong[Tile.MaxLevels];
    private int _entries;

    public string Path => folder;

    /// <summary>Entries so far.</summary>
    public ulong Size { get; private set; }

    public void Append(ReadOnlySpan<byte> entry)
    {
        EntryBundle.Write(_bundle, entry);
        Size++;
        if (++_entries == Tile.FullWidth)
            EndBundle();
    }

    /// <summary>Writes what is partial, and the checkpoint as signed.</summary>
    public void Finish(string origin, Func<Checkpoint, SignedNote> sign)
    {
        EndBundle();
        for (var level = 0; level < Tile.MaxLevels; level++)
        {
            if (_widths[level] > 0)
                Write(Tile.OfHashes(level, _indices[level], _widths[level]), MemoryMarshal.AsBytes(_tiles[level].AsSpan(0, _widths[level])));
        }

        var root = ProofBuilder.Root(new TileNodes(new TileDirectory(folder), hasher, Size), Size);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(System.IO.Path.Combine(folder, "checkpoint"), sign(new Checkpoint(origin, Size, root)).ToBytes());
    }

    private void EndBundle()
    {
        if (_entries == 0)
            return;
        Write(Tile.OfEntries(_indices[0], _entries), _bundle.WrittenSpan);
        hasher.Leaves(_bundle.WrittenSpan, _tiles[0].AsSpan(0, _entries));
        _widths[0] = _entries;
        for (var level = 0; _widths[level] == Tile.FullWidth; level++)
            EndTile(level);
        _bundle.ResetWrittenCount();
        _entries = 0;
    }

    private void EndTile(int level)
    {
        var hashes = _tiles[level];
        Write(Tile.OfHashes(level, _indices[level]++), MemoryMarshal.AsBytes(hashes.AsSpan()));
        for (var count = Tile.FullWidth / 2; count > 0; count /= 2)
            hasher.Nodes(hashes.AsSpan(0, 2 * count), hashes.AsSpan(0, count));
        _tiles[level + 1][_widths[level + 1]++] = hashes[0];
        _widths[level] = 0;
    }

    private void Write(Tile tile, ReadOnlySpan<byte> bytes)
    {
        var path = System.IO.Path.Combine(folder, tile.Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, bytes, 0);
    }
}
