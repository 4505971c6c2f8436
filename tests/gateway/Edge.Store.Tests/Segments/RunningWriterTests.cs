using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>What someone does to the files of a log while it is written: what can be made again is, told once, and a second history is never begun.</summary>
public sealed class RunningWriterTests : IDisposable
{
    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    private string LogPath => _directory.File("log");

    public static IEnumerable<object[]> OfThisStack => Stacks.IndexFileNames.Others.Select(name => new object[] { name, false });

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("hashes.0", false)]
    [InlineData("hashes.0", true)]
    [InlineData("hashes.1", false)]
    [InlineData("sealed", true)]
    [InlineData("index.db", false)]
    [InlineData("index.db", true)]
    [InlineData("index.db-wal", false)]
    [MemberData(nameof(OfThisStack))]
    public void A_file_taken_away_is_made_again_before_anything_is_evicted_and_that_is_told_once(string name, bool isReplaced)
    {
        using (var log = Grown())
        using (var reader = LogFolder.OpenReader(LogPath))
        {
            TakeAway(name, isReplaced);
            log.Evict(300);
            RequireTold(log, name, isReplaced);
            SampleLog.Append(log, 10, seal: true);
            SampleLog.Grow(log, 900, group: 10);
            Assert.Single(log.Damage);
            Assert.Equal(900UL, reader.Extent.Size);
            Assert.Equal(SampleLog.Entry(620), reader.TryReadBundle(620, _bundle, out var first) ? _bundle[(int)(620 - first)].ToArray() : []);
        }

        RequireWhole(900);
    }

    [Theory]
    [InlineData("hashes.0")]
    [InlineData("index.db")]
    public void A_file_taken_away_is_made_again_with_the_next_group(string name)
    {
        using (var log = Grown())
        {
            TakeAway(name, isReplaced: false);
            SampleLog.Append(log, 10, seal: true);
            RequireTold(log, name, isReplaced: false);
            log.Evict(300);
        }

        RequireWhole(610);
    }

    [Theory]
    [InlineData("hashes.0")]
    [InlineData("sealed")]
    public void What_a_file_is_made_again_beside_is_neither_waited_for_nor_written_through(string name)
    {
        var victim = _directory.File("victim");
        File.WriteAllText(victim, "of someone");
        using (var log = Grown())
        {
            File.CreateSymbolicLink(Path.Combine(LogPath, name + ".new"), victim);
            TakeAway(name, isReplaced: false);
            SampleLog.Append(log, 10, seal: true);
            RequireTold(log, name, isReplaced: false);
        }

        Assert.Equal("of someone", File.ReadAllText(victim));
        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
    }

    [Fact]
    public void A_lock_taken_away_lets_no_second_writer_in_and_is_made_again()
    {
        using var log = Grown();
        File.Delete(Path.Combine(LogPath, "lock"));
        Assert.Contains("is being written by another gateway process", Refused(() => SampleLog.Open(LogPath).Dispose()), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(LogPath, "beside"), "");
        File.Move(Path.Combine(LogPath, "beside"), Path.Combine(LogPath, "lock"), overwrite: true);
        Assert.Contains("is being written by another gateway process", Refused(() => SampleLog.Open(LogPath).Dispose()), StringComparison.Ordinal);

        File.Delete(Path.Combine(LogPath, "lock"));
        SampleLog.Append(log, 10, seal: true);

        Assert.True(File.Exists(Path.Combine(LogPath, "lock")));
        Assert.Equal(610UL, log.Size);
    }

    [Fact]
    public void Whoever_finds_its_lock_in_other_hands_writes_no_more()
    {
        using var log = Grown();
        var path = Path.Combine(LogPath, "lock");
        File.Delete(path);
        using (new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("This one ends, so that no second history is signed", Assert.Throws<LogTakenException>(() => SampleLog.Append(log, 1, seal: true)).Message, StringComparison.Ordinal);
            Assert.Throws<LogTakenException>(() => log.Evict(300));
        }

        Assert.Equal(600UL, LogFolder.OpenReader(LogPath).Extent.Size);
    }

    [Fact]
    public void Nothing_is_written_while_the_path_leads_to_another_folder_and_the_log_goes_on_when_its_own_is_back()
    {
        using (var log = Grown())
        {
            var aside = _directory.File("aside");
            Directory.Move(LogPath, aside);
            Directory.CreateDirectory(LogPath);

            Assert.Contains("is another folder than the one that the gateway writes", Refused(() => SampleLog.Append(log, 10, seal: true)), StringComparison.Ordinal);
            Assert.Contains("is another folder than the one that the gateway writes", Refused(() => log.Evict(300)), StringComparison.Ordinal);
            Assert.Contains("is another folder than the one that the gateway writes", Refused(() => log.PutState("key", "other"u8)), StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(LogPath));
            using (var reader = LogFolder.OpenReader(aside))
                Assert.Equal(600UL, reader.Extent.Size);

            Directory.Delete(LogPath);
            Directory.Move(aside, LogPath);
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Root(610), again.Root);
    }

    [Fact]
    public void Looking_allocates_nothing()
    {
        using var log = SampleLog.Open(LogPath);
        var group = SampleLog.Batch(0, 10);
        for (var i = 0; i < 100; i++)
            log.Append(group);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
            log.Append(group);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private readonly EntryBatch _bundle = new();

    private MerkleLog Grown()
    {
        var log = SampleLog.Open(LogPath, Options);
        log.PutState("key", "value"u8);
        for (var i = 0; i < 60; i++)
            SampleLog.Append(log, 10, seal: i % 5 == 4);
        log.PutReceipt(50, "receipt"u8);
        return log;
    }

    private void TakeAway(string name, bool isReplaced)
    {
        var path = Path.Combine(LogPath, name);
        File.Delete(path);
        if (isReplaced)
            File.WriteAllText(path, "another");
    }

    private void RequireTold(MerkleLog log, string name, bool isReplaced)
    {
        var told = Assert.Single(log.Damage);
        Assert.Equal(0UL, told.Count);
        Assert.StartsWith($"{Path.Combine(LogPath, name.StartsWith("index", StringComparison.Ordinal) ? "index.db" : name)} was removed or replaced while the gateway writes the log", told.What, StringComparison.Ordinal);
        if (isReplaced)
            Assert.Equal("another", File.ReadAllText(told.Quarantine!));
    }

    /// <summary>After the entries below 300 went, with what of the log the files alone say.</summary>
    private void RequireWhole(ulong size)
    {
        using var log = SampleLog.Open(LogPath, Options);
        Assert.Empty(log.Damage);
        Assert.Equal(_naive.Root(size), log.Root);
        Assert.InRange(log.View.Store.Extent.Oldest, 200UL, 300UL);
        Assert.Equal(_naive.Inclusion(3, size), log.View.Inclusion(3, size));
        Assert.Equal(_naive.Inclusion(size - 1, size), log.View.Inclusion(size - 1, size));
        Assert.Equal("value"u8.ToArray(), log.View.Store.ReadState("key"));
        Assert.Equal("receipt"u8.ToArray(), log.View.Store.FindReceipt(1)!.Value.Bytes);
        Assert.Equal(50UL, log.View.Store.FindCheckpoint(1)!.Value.Size);
        Assert.Equal(SampleLog.Entry(size - 1), log.View.ReadEntry(size - 1));
    }

    private static string Refused(Action write) => Assert.Throws<StoreException>(write).Message;
}
