using System.Buffers;
using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

/// <summary>The tiles and bundles of a log with numbered entries, in memory, where a test can spoil them.</summary>
internal sealed class MemoryTiles : ITileSource
{
    private readonly MemoryTree _tree;

    public MemoryTiles(ulong size)
    {
        Size = size;
        _tree = new MemoryTree(TreeHasher.Sha256);
        for (ulong index = 0; index < size; index++)
            _tree.Append(Entry(index));
        foreach (var tile in TreeTiles.Of(size))
            Files[tile.Path] = tile.IsBundle ? Bundle(tile) : Hashes(tile);
    }

    /// <summary>A copy to be spoiled.</summary>
    public MemoryTiles(MemoryTiles right) => (Size, _tree, Files) = (right.Size, right._tree, new Dictionary<string, byte[]>(right.Files));

    public ulong Size { get; }

    public Dictionary<string, byte[]> Files { get; } = [];

    public Checkpoint Checkpoint => new("city.example/gw-1", Size, _tree.Root);

    public INodeSource Tree => _tree;

    /// <summary>Of differing length, some empty.</summary>
    public static byte[] Entry(ulong index) => [.. BitConverter.GetBytes(index).Concat(new byte[index % 90]).Take((int)(index % 97))];

    public void Flip(string path, int bit) => Files[path] = [.. Files[path].Select((b, i) => i == bit / 8 ? (byte)(b ^ (1 << (bit % 8))) : b)];

    public void Swap(string one, string other) => (Files[one], Files[other]) = (Files[other], Files[one]);

    public byte[] Bundle(Tile tile)
    {
        var bundle = new ArrayBufferWriter<byte>();
        for (var i = 0; i < tile.Width; i++)
            EntryBundle.Write(bundle, Entry(tile.FirstEntry + (ulong)i));
        return bundle.WrittenSpan.ToArray();
    }

    public bool TryRead(Tile tile, IBufferWriter<byte> into)
    {
        if (!Files.TryGetValue(tile.Path, out var bytes))
            return false;
        into.Write(bytes.AsSpan(0, Math.Min(bytes.Length, tile.MaxBytes + 1)));
        return true;
    }

    private byte[] Hashes(Tile tile)
    {
        var hashes = new Hash32[tile.Width];
        TreeTiles.Read(_tree, tile, hashes);
        return MemoryMarshal.AsBytes<Hash32>(hashes).ToArray();
    }
}
