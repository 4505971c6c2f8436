using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

public class TileTests
{
    [Theory]
    [InlineData(0, 0UL, 256, "tile/0/000")]
    [InlineData(0, 999UL, 256, "tile/0/999")]
    [InlineData(0, 1000UL, 256, "tile/0/x001/000")]
    [InlineData(1, 1234067UL, 256, "tile/1/x001/x234/067")]
    [InlineData(2, 0UL, 1, "tile/2/000.p/1")]
    [InlineData(0, 1234067UL, 255, "tile/0/x001/x234/067.p/255")]
    [InlineData(-1, 273UL, 112, "tile/entries/273.p/112")]
    [InlineData(-1, (1UL << 55) - 1, 256, "tile/entries/x036/x028/x797/x018/x963/967")]
    [InlineData(7, 0UL, 127, "tile/7/000.p/127")]
    public void A_path_is_written_and_read_as_the_specification_says(int level, ulong index, int width, string path)
    {
        var tile = level < 0 ? Tile.OfEntries(index, width) : Tile.OfHashes(level, index, width);

        Assert.Equal(path, tile.Path);
        Assert.Equal(tile, Tile.Parse(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("checkpoint")]
    [InlineData("tile")]
    [InlineData("tile/0")]
    [InlineData("tile/0/")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/00/000")]
    [InlineData("tile/+1/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/8/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/Entries/000")]
    [InlineData("tile/entries/0")]
    [InlineData("tile/entries/0000")]
    [InlineData("tile/entries/x00")]
    [InlineData("tile/entries/٠٠٠")]
    [InlineData("tile/0/1000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/001/067")]
    [InlineData("tile/0/X001/067")]
    [InlineData("tile/0/x01/067")]
    [InlineData("tile/0/x001//067")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000.p/1/2")]
    [InlineData("tile/0/.p/1")]
    [InlineData("tile/0.p/1")]
    [InlineData("tile/7/001")]
    [InlineData("tile/0/x036/x028/x797/x018/x963/968")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/999")]
    public void What_is_not_exactly_a_path_is_refused(string path)
    {
        Assert.False(Tile.TryParse(path, out _));
        Assert.Throws<MalformedException>(() => Tile.Parse(path));
    }

    [Fact]
    public void Every_path_that_is_read_is_the_one_that_would_be_written()
    {
        var random = new Random(20);
        for (var i = 0; i < 20_000; i++)
        {
            var level = random.Next(-1, Tile.MaxLevels);
            var bits = 63 - (8 * (Math.Max(level, 0) + 1));
            var index = bits <= 0 ? 0 : (ulong)random.NextInt64() >> 63 - random.Next(0, bits + 1) & ((1UL << bits) - 1);
            var tile = level < 0 ? Tile.OfEntries(index, random.Next(1, 257)) : Tile.OfHashes(level, index, random.Next(1, 257));
            Assert.Equal(tile, Tile.Parse(tile.Path));

            var path = tile.Path.ToCharArray();
            path[random.Next(path.Length)] = "x0/1.p"[random.Next(6)];
            if (Tile.TryParse(new string(path), out var other))
                Assert.Equal(new string(path), other.Path);
        }
    }

    [Fact]
    public void A_tile_that_no_log_has_cannot_be_named()
    {
        Assert.Throws<ArgumentException>(() => Tile.OfHashes(0, 1UL << 55));
        Assert.Throws<ArgumentException>(() => Tile.OfHashes(0, 0, 0));
        Assert.Throws<ArgumentException>(() => Tile.OfEntries(0, 257));
        Assert.ThrowsAny<ArgumentException>(() => Tile.OfHashes(-1, 0));
        Assert.Throws<ArgumentException>(() => Tile.OfHashes(8, 0));
    }
}
