using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Edge.Interop.Tests.Peers;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Edge.Testing;

namespace Edge.Interop.Tests.Tiles;

/// <summary>golang.org/x/mod/sumdb/tlog reads our tiles: its TileHashReader proves every hash it gives against the signed root.</summary>
public sealed class GoTileTests : IDisposable
{
    private static readonly NoteSigner Log = new("city.example/gw-1", KeyType.Ed25519, Enumerable.Repeat((byte)1, 32).ToArray());

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [GoFact]
    public async Task Gos_tlog_reads_our_tiles_and_bundles_of_every_shape()
    {
        foreach (var size in new ulong[] { 1, 2, 255, 256, 257, 512, 1025, 70_000 })
            Assert.Equal([$"{size} entries"], await (await GoPeer.Get()).Ask("read-tiles", Write($"{size}", size), _folder.File($"{size}"), Log.Verifier.ToString()));
    }

    [GoFact]
    public async Task Gos_tlog_refuses_a_tile_or_an_entry_that_was_changed()
    {
        var checkpoint = Write("log", 1025);
        foreach (var name in new[] { "tile/0/001", "tile/1/000.p/4", "tile/entries/003", "tile/entries/004.p/1" })
        {
            var path = _folder.File($"log/{name}");
            var right = await File.ReadAllBytesAsync(path);
            await File.WriteAllBytesAsync(path, [.. right[..^1], (byte)(right[^1] ^ 1)]);

            Assert.Equal(1, (await (await GoPeer.Get()).Try("read-tiles", checkpoint, _folder.File("log"), Log.Verifier.ToString())).ExitCode);
            await File.WriteAllBytesAsync(path, right);
        }

        Assert.Equal(["1025 entries"], await (await GoPeer.Get()).Ask("read-tiles", checkpoint, _folder.File("log"), Log.Verifier.ToString()));
    }

    /// <summary>Writes a log's tiles into a folder; returns its checkpoint.</summary>
    private byte[] Write(string folder, ulong size)
    {
        var tree = new MemoryTree(TreeHasher.Sha256);
        for (ulong index = 0; index < size; index++)
            tree.Append(Entry(index));
        foreach (var tile in TreeTiles.Of(size))
        {
            var path = _folder.File(Path.Combine(folder, tile.Path));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, tile.IsBundle ? Bundle(tile) : Hashes(tree, tile));
        }

        return new Checkpoint(Log.Name, size, tree.Root).Sign(Log).ToBytes();
    }

    private static byte[] Bundle(Tile tile)
    {
        var bundle = new ArrayBufferWriter<byte>();
        for (var i = 0; i < tile.Width; i++)
            EntryBundle.Write(bundle, Entry(tile.FirstEntry + (ulong)i));
        return bundle.WrittenSpan.ToArray();
    }

    private static byte[] Hashes(MemoryTree tree, Tile tile)
    {
        var hashes = new Hash32[tile.Width];
        TreeTiles.Read(tree, tile, hashes);
        return MemoryMarshal.AsBytes<Hash32>(hashes).ToArray();
    }

    private static byte[] Entry(ulong index) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"entry {index}"));
}
