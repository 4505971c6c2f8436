using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Edge.Ledger.Merkle;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Tiles and bundles of trees over the entries "i as four big-endian bytes": paths, which there are, what is in them.</summary>
internal static class TileVectors
{
    private static readonly Tile[] Named =
    [
        Tile.OfHashes(0, 0), Tile.OfHashes(0, 999), Tile.OfHashes(0, 1000), Tile.OfHashes(1, 1_234_067), Tile.OfHashes(0, 1_234_067, 8), Tile.OfHashes(2, 0, 1),
        Tile.OfHashes(7, 0, 127), Tile.OfEntries(0), Tile.OfEntries(273, 112), Tile.OfEntries((1UL << 55) - 1, 255),
    ];

    public static readonly string[] Refused =
    [
        "", "checkpoint", "tile/0", "tile/0/", "/tile/0/000", "tile/00/000", "tile/+1/000", "tile/8/000", "tile/Entries/000", "tile/entries/0", "tile/entries/0000",
        "tile/entries/x00", "tile/0/1000", "tile/0/x000/001", "tile/0/x001", "tile/0/001/067", "tile/0/X001/067", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
        "tile/0/000.p", "tile/0/000.p/1/2", "tile/7/001", "tile/0/x036/x028/x797/x018/x963/968",
    ];

    public static object All() => new
    {
        spec = "edge-spec 1",
        about = "Entry i is i as four big-endian bytes; the tree of size n holds entries 0 to n - 1. Level -1 is a bundle. Files under 2,048 bytes are given whole, others by their SHA-256.",
        paths = Named.Select(t => new { level = t.Level, index = t.Index, width = t.Width, path = t.Path }).ToArray(),
        refused_paths = Refused,
        sizes = new ulong[] { 0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 70_000, (1UL << 63) - 1 }.Select(Size).ToArray(),
        trees = new ulong[] { 5, 256, 260 }.Select(Tree).ToArray(),
    };

    private static object Size(ulong size) => new
    {
        size,
        full_bundles = TreeTiles.FullCount(0, size),
        full_tiles = Enumerable.Range(0, Tile.MaxLevels).Select(level => TreeTiles.FullCount(level, size)).ToArray(),
        partial = TreeTiles.Partial(size).Select(t => t.Path).ToArray(),
    };

    private static object Tree(ulong size)
    {
        var tree = new MemoryTree(TreeHasher.Sha256);
        for (ulong i = 0; i < size; i++)
            tree.Append(TreeVectors.Entry(i));
        return new
        {
            size,
            root = VectorFile.Hex(tree.Root.Bytes),
            files = TreeTiles.Of(size).Select(tile => File(tile, tile.IsBundle ? Bundle(tile) : Hashes(tree, tile))).ToArray(),
        };
    }

    private static object File(Tile tile, byte[] bytes) => bytes.Length < 2048
        ? new { path = tile.Path, bytes = VectorFile.Hex(bytes) }
        : new { path = tile.Path, length = bytes.Length, sha256 = VectorFile.Hex(SHA256.HashData(bytes)) };

    private static byte[] Hashes(MemoryTree tree, Tile tile)
    {
        var hashes = new Hash32[tile.Width];
        TreeTiles.Read(tree, tile, hashes);
        return MemoryMarshal.AsBytes<Hash32>(hashes).ToArray();
    }

    private static byte[] Bundle(Tile tile)
    {
        var bundle = new ArrayBufferWriter<byte>();
        for (var i = 0; i < tile.Width; i++)
            EntryBundle.Write(bundle, TreeVectors.Entry(tile.FirstEntry + (ulong)i));
        return bundle.WrittenSpan.ToArray();
    }
}
