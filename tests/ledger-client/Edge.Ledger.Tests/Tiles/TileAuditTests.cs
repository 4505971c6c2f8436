using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

public class TileAuditTests
{
    private const ulong Size = 66_000;
    private static readonly MemoryTiles Right = new(Size);

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(255UL)]
    [InlineData(256UL)]
    [InlineData(257UL)]
    [InlineData(4096UL)]
    [InlineData(65_535UL)]
    [InlineData(65_536UL)]
    [InlineData(65_537UL)]
    [InlineData(70_000UL)]
    public void A_log_as_it_was_written_is_right_and_every_entry_is_given_once_with_its_leaf_hash(ulong size)
    {
        var tiles = new MemoryTiles(size);
        var audit = new TileAudit(tiles, tiles.Checkpoint);
        var given = new List<ulong>();

        Assert.True(audit.CheckRoot());
        var stretch = new AuditedEntries();
        while (audit.Next(stretch))
            Look(stretch, given);

        Assert.Equal((0UL, 0UL, size), (audit.DifferenceCount, audit.OldestEntry, audit.CheckedEntries));
        Assert.Equal(Enumerable.Range(0, (int)size).Select(i => (ulong)i), given);
    }

    [Theory]
    [InlineData("tile/0/003", 8191 * 8 + 7)]
    [InlineData("tile/0/257.p/208", 300)]
    [InlineData("tile/1/000", 77)]
    [InlineData("tile/1/001.p/1", 0)]
    [InlineData("tile/2/000.p/1", 255)]
    public void One_bit_in_a_tile_is_found_there_and_all_entries_are_checked_all_the_same(string path, int bit)
    {
        var tiles = Spoiled(t => t.Flip(path, bit));

        var audit = Audit(tiles);

        Assert.Equal(new TileDifference(TileFault.TileDiffers, Tile.Parse(path), null, 0, ""), Assert.Single(audit.Differences));
        Assert.Equal(Size, audit.CheckedEntries);
    }

    [Theory]
    [InlineData("tile/entries/000", 4 * 8)] // The first entry is empty; this is the one byte of the second.
    [InlineData("tile/entries/100", 1000)]
    [InlineData("tile/entries/257.p/208", 5000)]
    public void One_bit_in_an_entry_is_found_at_its_index(string path, int bit)
    {
        var tiles = Spoiled(t => t.Flip(path, bit));
        var (place, first) = (Tile.Parse(path), FirstChanged(tiles.Files[path], path));

        var audit = Audit(tiles);

        Assert.Equal(new TileDifference(TileFault.EntryDiffers, place, first, 1, ""), Assert.Single(audit.Differences));
        Assert.Equal(Size - 1, audit.CheckedEntries);
    }

    [Fact]
    public void Altered_entries_are_each_named_neighbours_together_and_the_others_of_their_bundle_are_given()
    {
        var tiles = Spoiled(t => t.Files["tile/entries/009"] = Bundle(9, 256, i => i switch { 0 => 3, 3 => 0, 100 => 101, 101 => 102, 102 => 100, 255 => 254, _ => i }));
        var given = new List<ulong>();

        var audit = new TileAudit(tiles, Right.Checkpoint);
        var stretch = new AuditedEntries();
        Assert.True(audit.CheckRoot());
        while (audit.Next(stretch))
            Look(stretch, given);

        const ulong First = 9 * 256;
        Assert.Equal([(First, 1UL), (First + 3, 1UL), (First + 100, 3UL), (First + 255, 1UL)], audit.Differences.Select(d => (d.FirstEntry!.Value, d.EntryCount)));
        Assert.All(audit.Differences, d => Assert.Equal((TileFault.EntryDiffers, "tile/entries/009"), (d.Fault, d.Tile.Path)));
        Assert.Equal(Size - 6, audit.CheckedEntries);
        Assert.Equal(Enumerable.Range(0, (int)Size).Select(i => (ulong)i).Except([First, First + 3, First + 100, First + 101, First + 102, First + 255]), given);
    }

    [Fact]
    public void A_missing_tile_at_the_edge_over_a_wrong_one_leaves_all_unchecked()
    {
        var tiles = new MemoryTiles(652);
        tiles.Flip("tile/0/000", 9);
        tiles.Flip("tile/entries/001", 900);
        tiles.Files.Remove("tile/1/000.p/2");

        var audit = Audit(tiles, tiles.Checkpoint);

        Assert.Equal(0UL, audit.CheckedEntries);
        Assert.Equal([(TileFault.Missing, 0UL, 652UL), (TileFault.RootDiffers, 0UL, 652UL)], audit.Differences.Select(d => (d.Fault, d.FirstEntry ?? 999, d.EntryCount)));
    }

    [Fact]
    public void Swapped_bundles_and_swapped_tiles_are_each_named()
    {
        var bundles = Audit(Spoiled(t => t.Swap("tile/entries/004", "tile/entries/031")));
        var tiles = Audit(Spoiled(t => t.Swap("tile/0/004", "tile/0/031")));

        Assert.Equal([(TileFault.EntryDiffers, "tile/entries/004"), (TileFault.EntryDiffers, "tile/entries/031")], Named(bundles));
        Assert.Equal([(TileFault.TileDiffers, "tile/0/004"), (TileFault.TileDiffers, "tile/0/031")], Named(tiles));
    }

    [Theory]
    [InlineData("tile/0/003")]
    [InlineData("tile/0/257.p/208")]
    [InlineData("tile/1/000")]
    [InlineData("tile/1/001.p/1")]
    [InlineData("tile/2/000.p/1")]
    public void A_missing_and_a_cut_and_a_lengthened_tile_are_named_and_made_anew(string path)
    {
        foreach (var (fault, spoil) in new (TileFault, Action<MemoryTiles>)[]
        {
            (TileFault.Missing, t => t.Files.Remove(path)),
            (TileFault.WrongLength, t => t.Files[path] = t.Files[path][..^1]),
            (TileFault.WrongLength, t => t.Files[path] = [.. t.Files[path], 0]),
            (TileFault.WrongLength, t => t.Files[path] = []),
        })
        {
            var audit = Audit(Spoiled(spoil));
            Assert.Equal([(fault, path)], Named(audit));
            Assert.Equal(Size, audit.CheckedEntries);
        }
    }

    [Theory]
    [InlineData("tile/entries/003", 256)]
    [InlineData("tile/entries/257.p/208", 208)]
    public void A_missing_and_a_cut_and_a_lengthened_bundle_are_named_with_their_entries(string path, int width)
    {
        foreach (var (fault, spoil) in new (TileFault, Action<MemoryTiles>)[]
        {
            (TileFault.Missing, t => t.Files.Remove(path)),
            (TileFault.WrongLength, t => t.Files[path] = t.Files[path][..^1]),
            (TileFault.WrongLength, t => t.Files[path] = [.. t.Files[path], 0, 0]),
            (TileFault.WrongLength, t => t.Files[path] = []),
        })
        {
            var audit = Audit(Spoiled(spoil));
            var difference = Assert.Single(audit.Differences);
            Assert.Equal((fault, path, Tile.Parse(path).FirstEntry, (ulong)width), (difference.Fault, difference.Tile.Path, difference.FirstEntry, difference.EntryCount));
            Assert.Equal(Size - (ulong)width, audit.CheckedEntries);
        }
    }

    [Fact]
    public void A_tile_and_a_bundle_under_it_that_are_both_wrong_leave_those_entries_unchecked_and_no_others()
    {
        var audit = Audit(Spoiled(t =>
        {
            t.Flip("tile/0/003", 9);
            t.Flip("tile/entries/003", 900);
        }));

        Assert.Equal(new TileDifference(TileFault.TileDiffers, Tile.OfHashes(0, 3), 3 * 256, 256, ""), Assert.Single(audit.Differences));
        Assert.Equal(Size - 256, audit.CheckedEntries);
    }

    [Fact]
    public void A_wrong_tile_high_up_over_another_wrong_one_leaves_its_span_unchecked()
    {
        var audit = Audit(Spoiled(t =>
        {
            t.Flip("tile/0/003", 9);
            t.Flip("tile/1/000", 900);
        }));

        Assert.Equal(new TileDifference(TileFault.TileDiffers, Tile.OfHashes(1, 0), 0, 65_536, ""), Assert.Single(audit.Differences));
        Assert.Equal(Size - 65_536, audit.CheckedEntries);
    }

    [Fact]
    public void Another_logs_checkpoint_has_another_root()
    {
        var stretch = new AuditedEntries();
        var audit = new TileAudit(Right, new Checkpoint("city.example/gw-2", Size, TreeHasher.Sha256.EmptyRoot));

        Assert.False(audit.CheckRoot());
        Assert.Equal(new TileDifference(TileFault.RootDiffers, Tile.OfHashes(2, 0, 1), 0, Size, ""), Assert.Single(audit.Differences));
        Assert.False(audit.Next(stretch));
    }

    [Fact]
    public void A_smaller_and_a_larger_size_than_the_tiles_have_do_not_hold()
    {
        foreach (var size in new ulong[] { 1, 255, 256, 512, 599, 601, 700, 70_000 })
        {
            var audit = Audit(new MemoryTiles(600), new MemoryTiles(600).Checkpoint with { Size = size });
            Assert.Equal((true, 0UL), (audit.DifferenceCount > 0, audit.CheckedEntries));
        }
    }

    [Fact]
    public void A_log_that_grew_meanwhile_is_audited_at_the_size_of_its_checkpoint()
    {
        var (then, now) = (new MemoryTiles(66_001), new MemoryTiles(70_000));
        foreach (var partial in TreeTiles.Partial(then.Size).Where(t => !now.Files.ContainsKey(t.Full.Path)))
            now.Files[partial.Path] = then.Files[partial.Path];

        var audit = Audit(now, then.Checkpoint);

        Assert.Equal((0UL, 66_001UL), (audit.DifferenceCount, audit.CheckedEntries));
        Assert.False(now.Files.ContainsKey("tile/entries/257.p/209"));
    }

    [Fact]
    public void Of_a_pruned_log_the_tiles_are_checked_and_the_first_entry_that_is_there_is_said()
    {
        var pruned = Spoiled(t =>
        {
            for (ulong index = 0; index < 20; index++)
                t.Files.Remove(Tile.OfEntries(index).Path);
        });

        var audit = Audit(pruned);
        Assert.Equal((0UL, 5120UL, Size - 5120), (audit.DifferenceCount, audit.OldestEntry, audit.CheckedEntries));

        pruned.Flip("tile/0/003", 1);
        Assert.Equal(new TileDifference(TileFault.TileDiffers, Tile.OfHashes(0, 3), 768, 256, ""), Assert.Single(Audit(pruned).Differences));
    }

    [Fact]
    public void A_hole_behind_the_first_entry_is_no_pruning()
    {
        var audit = Audit(Spoiled(t => t.Files.Remove("tile/entries/020")));

        Assert.Equal([(TileFault.Missing, "tile/entries/020")], Named(audit));
        Assert.Equal(0UL, audit.OldestEntry);
    }

    [Fact]
    public void Of_many_differences_the_first_hundred_are_kept_and_all_are_counted()
    {
        var audit = Audit(Spoiled(t =>
        {
            for (ulong index = 1; index < 200; index++)
                t.Files[Tile.OfEntries(index).Path] = [];
        }));

        Assert.Equal((199UL, 100), (audit.DifferenceCount, audit.Differences.Count));
    }

    [Fact]
    public void Nothing_is_allocated_for_an_entry()
    {
        var audit = new TileAudit(Right, Right.Checkpoint);
        var stretch = new AuditedEntries();
        Assert.True(audit.CheckRoot() && audit.Next(stretch) && audit.Next(stretch));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reached = stretch.Reached;
        for (var i = 0; i < 10; i++)
            Assert.True(audit.Next(stretch));
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(stretch.Reached - reached);

        // What is left are the names of two files for 256 entries.
        Assert.InRange(each, 0, 8);
    }

    [Fact]
    public void A_sealed_tree_of_SM3_is_audited_with_SM3()
    {
        var checkpoint = new MemoryTiles(300).Checkpoint with { Origin = "city.example/sm3/gw-1" };

        Assert.Equal(TileFault.RootDiffers, Assert.Single(Audit(new MemoryTiles(300), checkpoint).Differences).Fault);
    }

    private static void Look(AuditedEntries stretch, List<ulong> given)
    {
        for (var bundle = 0; bundle < stretch.Count; bundle++)
        {
            var index = stretch.FirstEntry(bundle);
            var leaves = stretch.Leaves(bundle);
            foreach (var entry in new EntryBundle(stretch.Bundle(bundle)))
            {
                Assert.Equal(MemoryTiles.Entry(index), entry.ToArray());
                Assert.Equal(TreeHasher.Sha256.Leaf(entry), leaves[0]);
                leaves = leaves[1..];
                given.Add(index++);
            }

            Assert.True(leaves.IsEmpty);
        }

    }

    private static TileAudit Audit(MemoryTiles tiles, Checkpoint? checkpoint = null)
    {
        var audit = new TileAudit(tiles, checkpoint ?? Right.Checkpoint);
        var stretch = new AuditedEntries();
        audit.CheckRoot();
        while (audit.Next(stretch))
            Assert.InRange(stretch.Count, 0, AuditedEntries.MaxBundles + (int)audit.DifferenceCount);
        return audit;
    }

    private static MemoryTiles Spoiled(Action<MemoryTiles> spoil)
    {
        var tiles = new MemoryTiles(Right);
        spoil(tiles);
        return tiles;
    }

    private static byte[] Bundle(ulong index, int width, Func<ulong, ulong> place)
    {
        var bundle = new System.Buffers.ArrayBufferWriter<byte>();
        for (ulong i = 0; i < (ulong)width; i++)
            EntryBundle.Write(bundle, MemoryTiles.Entry((index * 256) + place(i)));
        return bundle.WrittenSpan.ToArray();
    }

    private static ulong FirstChanged(byte[] changed, string path)
    {
        var tile = Tile.Parse(path);
        var at = changed.AsSpan().CommonPrefixLength(Right.Files[path]);
        var (index, end) = (tile.FirstEntry, 0);
        foreach (var entry in new EntryBundle(Right.Files[path]))
        {
            end += 2 + entry.Length;
            if (at < end)
                return index;
            index++;
        }

        return index;
    }

    private static (TileFault, string)[] Named(TileAudit audit) => [.. audit.Differences.Select(d => (d.Fault, d.Tile.Path))];
}
