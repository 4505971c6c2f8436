using Edge.Ledger.Merkle;
using Edge.Ledger.Tests.Merkle;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

public class TreeTilesTests
{
    [Fact]
    public void The_specifications_example_of_70_000_entries_has_its_tiles()
    {
        var tiles = TreeTiles.Of(70_000).ToList();

        Assert.Equal(273, tiles.Count(t => t is { Level: 0, IsFull: true }));
        Assert.Equal([Tile.OfHashes(0, 273, 112)], tiles.Where(t => t is { Level: 0, IsFull: false }));
        Assert.Equal([Tile.OfHashes(1, 0), Tile.OfHashes(1, 1, 17)], tiles.Where(t => t.Level == 1));
        Assert.Equal([Tile.OfHashes(2, 0, 1)], tiles.Where(t => t.Level == 2));
        Assert.Equal(274, tiles.Count(t => t.IsBundle));
        Assert.Equal(274 + 277, tiles.Count);
    }

    [Theory]
    [InlineData(0UL, "")]
    [InlineData(1UL, "tile/entries/000.p/1 tile/0/000.p/1")]
    [InlineData(255UL, "tile/entries/000.p/255 tile/0/000.p/255")]
    [InlineData(256UL, "tile/entries/000 tile/0/000 tile/1/000.p/1")]
    [InlineData(257UL, "tile/entries/000 tile/0/000 tile/entries/001.p/1 tile/0/001.p/1 tile/1/000.p/1")]
    public void A_small_tree_has_exactly_these(ulong size, string paths) => Assert.Equal(paths, string.Join(' ', TreeTiles.Of(size)));

    [Theory]
    [InlineData(65_535UL, 510, "tile/entries/255.p/255 tile/0/255.p/255 tile/1/000.p/255")]
    [InlineData(65_536UL, 513, "tile/2/000.p/1")]
    [InlineData(65_537UL, 513, "tile/entries/256.p/1 tile/0/256.p/1 tile/2/000.p/1")]
    public void The_right_edge_follows_the_size(ulong size, int full, string partial)
    {
        Assert.Equal(full, TreeTiles.Full(size).Count());
        Assert.Equal(partial, string.Join(' ', TreeTiles.Partial(size)));
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(256UL)]
    [InlineData(70_000UL)]
    public void A_tree_has_a_tile_exactly_if_it_is_listed(ulong size)
    {
        var listed = TreeTiles.Of(size).ToHashSet();
        foreach (var tile in listed.SelectMany(t => new[] { t, t.Full, Wider(t), Next(t) }).Append(Tile.OfHashes(3, 0)).Append(Tile.OfEntries(0, 1)))
            Assert.Equal(listed.Contains(tile), TreeTiles.Has(tile, size));

        static Tile Wider(Tile tile) => tile.IsBundle ? Tile.OfEntries(tile.Index, tile.Width % 255 + 1) : Tile.OfHashes(tile.Level, tile.Index, tile.Width % 255 + 1);
        static Tile Next(Tile tile) => tile.IsBundle ? Tile.OfEntries(tile.Index + 1) : Tile.OfHashes(tile.Level, tile.Index + 1);
    }

    [Fact]
    public void The_largest_log_has_tiles_of_eight_levels() =>
        Assert.Equal([-1, 0, 1, 2, 3, 4, 5, 6, 7], TreeTiles.Partial(long.MaxValue).Select(t => t.Level));

    [Fact]
    public void Each_hash_is_the_root_over_the_entries_the_specification_names()
    {
        const int size = 66_100;
        var tiles = new MemoryTiles(size);
        byte[][] entries = [.. Enumerable.Range(0, size).Select(i => MemoryTiles.Entry((ulong)i))];
        foreach (var (path, level, place) in new[] { ("tile/0/258.p/52", 0, 258 * 256 + 51), ("tile/1/000", 1, 255), ("tile/1/001.p/2", 1, 257), ("tile/2/000.p/1", 2, 0), ("tile/0/007", 0, 7 * 256 + 9) })
        {
            var span = 1 << (8 * level);
            var root = NaiveTree.Root(entries[(place * span)..((place + 1) * span)]);
            Assert.Equal(root.ToArray(), tiles.Files[path].AsSpan(place % 256 * 32, 32).ToArray());
        }
    }
}
