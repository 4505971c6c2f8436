using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

/// <summary>An audit of a folder in which most is missing.</summary>
public class ManyMissingTilesTests
{
    [Theory]
    [InlineData("tile/7/000.p/64", 64, 56)]
    [InlineData("tile/7/000.p/64 tile/6/000", 63 + 256, 48)]
    public void What_lies_below_a_tile_that_is_missing_is_named_once_and_not_looked_for(string present, int missing, int span)
    {
        var hash = TreeHasher.Sha256.Leaf([]);
        var levels = Enumerable.Range(0, 63).Select(level => level == 0 ? hash : hash = TreeHasher.Sha256.Node(hash, hash)).ToArray();
        var source = new FewTiles(present.Split(' ').Select(Tile.Parse).ToDictionary(t => t, t => Enumerable.Repeat(levels[Tile.Height * t.Level], t.Width)));

        var audit = new TileAudit(source, new Checkpoint("city.example/gw-1", 1UL << 62, levels[62]));
        Assert.True(audit.CheckRoot());
        for (var stretch = new AuditedEntries(); audit.Next(stretch);)
            Assert.Equal(0, stretch.Count);

        Assert.Equal(((ulong)missing, 0UL), (audit.DifferenceCount, audit.CheckedEntries));
        Assert.Equal((TileFault.Missing, 0UL, 1UL << span), (audit.Differences[0].Fault, audit.Differences[0].FirstEntry, audit.Differences[0].EntryCount));
    }

    [Fact]
    public void Among_many_files_made_anew_an_altered_entry_is_not_lost()
    {
        var tiles = new MemoryTiles(52_000);
        for (ulong i = 0; i < 150; i++)
            tiles.Files.Remove(Tile.OfHashes(0, i).Path);
        tiles.Flip("tile/entries/200", 1000);

        var audit = new TileAudit(tiles, tiles.Checkpoint);
        Assert.True(audit.CheckRoot());
        for (var stretch = new AuditedEntries(); audit.Next(stretch);)
            Assert.True(stretch.Count > 0);

        Assert.Equal((151UL, TileAudit.MaxDifferences), (audit.DifferenceCount, audit.Differences.Count));
        Assert.Equal(TileFault.EntryDiffers, audit.Differences[^1].Fault);
    }
}
