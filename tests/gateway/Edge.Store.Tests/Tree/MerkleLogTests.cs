using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Tree;

public sealed class MerkleLogTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    private string LogPath => _directory.File("log");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_root_is_the_references_at_every_size_to_600()
    {
        using var log = SampleLog.Open(LogPath);
        Assert.Equal(_naive.Root(0), log.Root);
        for (ulong size = 1; size <= 600; size++)
        {
            SampleLog.Append(log, 1);
            Assert.Equal(size, log.Size);
            Assert.Equal(_naive.Root(size), log.Root);
        }
        for (ulong size = 0; size <= 600; size++)
            Assert.Equal(_naive.Root(size), log.View.Root(size));
    }

    [Fact]
    public void Every_inclusion_proof_to_size_300_is_the_references()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Grow(log, 300, group: 7);
        for (ulong size = 1; size <= 300; size++)
        {
            for (ulong index = 0; index < size; index++)
                Assert.Equal(_naive.Inclusion(index, size), log.View.Inclusion(index, size));
        }
    }

    [Fact]
    public void Every_consistency_proof_to_size_300_is_the_references()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Grow(log, 300, group: 7);
        for (ulong size = 1; size <= 300; size++)
        {
            for (ulong old = 0; old <= size; old++)
                Assert.Equal(_naive.Consistency(old, size), log.View.Consistency(old, size));
        }
    }

    [Fact]
    public void Random_proofs_in_a_large_log_are_the_references()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Grow(log, 70_003);
        using var reader = LogFolder.OpenReader(LogPath);
        var view = new LogView(reader);
        var random = new Random(20261120);
        for (var i = 0; i < 300; i++)
        {
            var size = (ulong)random.NextInt64(1, 70_004);
            var index = (ulong)random.NextInt64((long)size);
            Assert.Equal(_naive.Root(size), view.Root(size));
            Assert.Equal(_naive.Inclusion(index, size), view.Inclusion(index, size));
            Assert.Equal(_naive.Consistency(index, size), log.View.Consistency(index, size));
        }
    }

    [Fact]
    public void A_proof_for_many_entries_gives_the_root()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Grow(log, 700, group: 50);
        var indices = Enumerable.Range(250, 300).Select(i => (ulong)i).Append(699UL).ToArray();

        var proof = log.View.Multi(indices, 700);

        var leaves = indices.Select(index => TreeHasher.Sha256.Leaf(SampleLog.Entry(index))).ToArray();
        Assert.True(MultiProof.TryComputeRoot(TreeHasher.Sha256, 700, indices, leaves, proof, out var root));
        Assert.Equal(log.Root, root);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(254, 259)]
    [InlineData(511, 514)]
    [InlineData(65_534, 65_538)]
    public void A_log_reopened_at_every_size_around_a_tile_boundary_goes_on(ulong from, ulong to)
    {
        using (var log = SampleLog.Open(LogPath))
            SampleLog.Grow(log, from);
        for (var size = from; size <= to; size++)
        {
            using var log = SampleLog.Open(LogPath);
            Assert.Equal(size, log.Size);
            Assert.Equal(_naive.Root(size), log.Root);
            SampleLog.Append(log, 1, seal: true);
            Assert.Equal(_naive.Root(size + 1), log.Root);
            Assert.Equal(_naive.Consistency(from, size + 1), log.View.Consistency(from, size + 1));
        }
    }

    [Fact]
    public void Reading_a_range_gives_each_entry_once_and_in_order()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Grow(log, 1000, group: 64);
        var seen = new List<ulong>();

        log.View.ReadEntries(100, 700, (index, entry) =>
        {
            seen.Add(index);
            Assert.Equal(SampleLog.Entry(index), entry.ToArray());
        });

        Assert.Equal(Enumerable.Range(100, 700).Select(i => (ulong)i), seen);
        Assert.Equal(SampleLog.Entry(999), log.View.ReadEntry(999));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.View.ReadEntry(1000));
    }

    [Fact]
    public void Proofs_beyond_the_log_are_refused()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Append(log, 10);

        Assert.Throws<ArgumentOutOfRangeException>(() => log.View.Root(11));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.View.Inclusion(10, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.View.Consistency(5, 11));
    }

    [Fact]
    public void A_sealed_group_is_stored_with_the_checkpoint_signed_over_it()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Append(log, 5);
        SampleLog.Append(log, 5, seal: true);

        var newest = log.View.Store.NewestCheckpoint()!.Value;

        Assert.Equal(10UL, newest.Size);
        Assert.Equal(SampleLog.Sign(10, _naive.Root(10)).ToArray(), newest.Bytes);
    }

    [Fact]
    public void A_group_whose_signing_fails_was_never_appended()
    {
        using var log = SampleLog.Open(LogPath);
        SampleLog.Grow(log, 255);

        Assert.Throws<TimeZoneNotFoundException>(() => log.Append(SampleLog.Batch(255, 5), (_, _) => throw new TimeZoneNotFoundException()));

        Assert.Equal(255UL, log.Size);
        Assert.Equal(_naive.Root(255), log.Root);
        SampleLog.Grow(log, 600);
        Assert.Equal(_naive.Root(600), log.Root);
    }

    [Fact]
    public void An_evicted_entry_says_so_and_what_remains_is_still_proved()
    {
        using (var log = SampleLog.Open(LogPath, SampleLog.SmallParts))
        {
            SampleLog.Grow(log, 1000, group: 10);
            log.Evict(990);
        }

        using var again = SampleLog.Open(LogPath);
        var evicted = Assert.Throws<EntryEvictedException>(() => again.View.ReadEntry(5));
        Assert.Equal((5UL, 990UL), (evicted.Index, evicted.Oldest));
        Assert.Equal(SampleLog.Entry(990), again.View.ReadEntry(990));
        Assert.Equal(_naive.Inclusion(5, 1000), again.View.Inclusion(5, 1000));
        Assert.Equal(_naive.Consistency(256, 1000), again.View.Consistency(256, 1000));
        SampleLog.Grow(again, 1100);
        Assert.Equal(_naive.Root(1100), again.Root);
    }

    [Fact]
    public void A_log_with_everything_evicted_remembers_its_size()
    {
        using (var log = SampleLog.Open(LogPath, SampleLog.SmallParts))
        {
            SampleLog.Grow(log, 512, group: 256);
            log.PutState("key", "value"u8);
            log.Evict(512);
            Assert.Equal(new LogExtent(512, 512), log.View.Store.Extent);
        }

        using var again = SampleLog.Open(LogPath);
        Assert.Equal(512UL, again.Size);
        Assert.Equal(_naive.Root(512), again.Root);
    }

    [Fact]
    public void Appending_a_group_allocates_nothing_per_entry()
    {
        using var log = SampleLog.Open(LogPath);
        var batch = SampleLog.Batch(0, 4000);
        for (var i = 0; i < 3; i++)
            log.Append(batch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        log.Append(batch);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 2000);
    }
}
