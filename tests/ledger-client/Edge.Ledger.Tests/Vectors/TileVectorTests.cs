using System.Text.Json;
using Edge.Ledger.Merkle;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>The tile vectors as a stranger reads them: without the code that wrote them.</summary>
public class TileVectorTests
{
    private readonly JsonElement _vectors = VectorFile.Read("tiles");

    [Fact]
    public void Paths_name_the_tiles_given_and_refused_ones_name_none()
    {
        foreach (var path in _vectors.GetProperty("paths").EnumerateArray())
        {
            var tile = Tile.Parse(path.GetProperty("path").GetString()!);
            Assert.Equal(
                (path.GetProperty("level").GetInt32(), path.GetProperty("index").GetUInt64(), path.GetProperty("width").GetInt32()), (tile.Level, tile.Index, tile.Width));
        }

        Assert.All(_vectors.GetProperty("refused_paths").EnumerateArray(), path => Assert.False(Tile.TryParse(path.GetString()!, out _), path.ToString()));
    }

    [Fact]
    public void Whole_files_hash_to_the_root_given()
    {
        var trees = _vectors.GetProperty("trees").EnumerateArray().ToDictionary(t => t.GetProperty("size").GetInt32());
        var small = Files(trees[5]);
        var leaves = small["tile/0/000.p/5"].Chunk(32).ToArray();
        var entries = small["tile/entries/000.p/5"].Chunk(6).ToArray();

        Assert.Equal(leaves, entries.Select(e => TreeHasher.Sha256.Leaf(e.AsSpan(2)).ToArray()));
        Assert.All(entries, e => Assert.Equal([0, 4], e[..2]));
        Assert.Equal(trees[256].GetProperty("root").GetString(), VectorFile.Hex(Files(trees[256])["tile/1/000.p/1"]));
        Assert.Equal(Files(trees[256])["tile/1/000.p/1"], Files(trees[260])["tile/1/000.p/1"]);
        Assert.Equal(
            trees[260].GetProperty("root").GetString(),
            VectorFile.Hex(Root(Files(trees[260])["tile/1/000.p/1"], Files(trees[260])["tile/0/001.p/4"].Chunk(32).ToArray())));
    }

    private static ReadOnlySpan<byte> Root(byte[] left, byte[][] right) =>
        Node(left, Node(Node(right[0], right[1]), Node(right[2], right[3])));

    private static byte[] Node(byte[] left, byte[] right) => TreeHasher.Sha256.Node(new Hash32(left), new Hash32(right)).ToArray();

    private static Dictionary<string, byte[]> Files(JsonElement tree) => tree.GetProperty("files").EnumerateArray()
        .Where(f => f.TryGetProperty("bytes", out _)).ToDictionary(f => f.GetProperty("path").GetString()!, f => VectorFile.Bytes(f.GetProperty("bytes")));
}
