using Edge.Ledger.Merkle;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

public class TileNodesTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(255UL)]
    [InlineData(256UL)]
    [InlineData(257UL)]
    [InlineData(66_000UL)]
    public void Every_proof_out_of_tiles_is_the_one_out_of_the_tree(ulong size)
    {
        var tiles = new MemoryTiles(size);
        var nodes = new TileNodes(tiles, TreeHasher.Sha256, size);

        Assert.Equal(tiles.Checkpoint.Root, ProofBuilder.Root(nodes, size));
        for (ulong index = 0; index < size; index += 1 + (size / 50))
        {
            Assert.Equal(ProofBuilder.Inclusion(tiles.Tree, index, size), ProofBuilder.Inclusion(nodes, index, size));
            Assert.Equal(ProofBuilder.Consistency(tiles.Tree, index, size), ProofBuilder.Consistency(nodes, index, size));
        }
    }

    [Fact]
    public void A_partial_tile_that_is_gone_is_the_beginning_of_the_full_one()
    {
        var later = new MemoryTiles(600);
        later.Files["tile/1/000.p/1"] = new MemoryTiles(300).Files["tile/1/000.p/1"];
        var nodes = new TileNodes(later, TreeHasher.Sha256, 300);

        Assert.False(later.Files.ContainsKey("tile/0/001.p/44"));
        Assert.Equal(new MemoryTiles(300).Checkpoint.Root, ProofBuilder.Root(nodes, 300));
    }

    [Fact]
    public void A_missing_and_a_short_tile_are_named()
    {
        var tiles = new MemoryTiles(300);
        tiles.Files.Remove("tile/0/000");
        Assert.StartsWith("tile/0/000: it is not there", Refusal(), StringComparison.Ordinal);

        tiles.Files["tile/0/000"] = new byte[8191];
        Assert.Equal("tile/0/000: it has 8191 bytes, not 8192", Refusal());

        tiles.Files["tile/0/000"] = new byte[9000];
        Assert.Equal("tile/0/000: it has more than 8192 bytes", Refusal());

        string Refusal() => Assert.Throws<MalformedException>(() => new TileNodes(tiles, TreeHasher.Sha256, 300).Node(0, 5)).Message;
    }
}
