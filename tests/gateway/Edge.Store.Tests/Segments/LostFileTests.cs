using System.Globalization;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>Files that are removed, cut or put back from an older copy while the log is closed: what is lost with them is told, once.</summary>
public sealed class LostFileTests : IDisposable
{
    private const ulong Size = 600;

    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();
    private readonly Random _random = new(1);

    public LostFileTests() => Grow(Size);

    private string LogPath => _directory.File("log");

    private List<string> Segments => [.. Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal)];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_index_removed_after_an_eviction_is_told_with_what_it_alone_held(bool keepsItsLog)
    {
        PutStateAndEvict();
        foreach (var file in Directory.GetFiles(LogPath, "index.db*").Where(f => !keepsItsLog || !f.EndsWith("-wal", StringComparison.Ordinal)))
            File.Delete(file);
        if (keepsItsLog)
            File.WriteAllBytes(Path.Combine(LogPath, "index.db-wal"), new byte[4152]);

        RequireTold("index.db is new or older than the log", isByHand: true);
    }

    [Fact]
    public void An_index_overwritten_after_an_eviction_is_told_with_what_it_alone_held()
    {
        PutStateAndEvict();
        File.WriteAllBytes(Path.Combine(LogPath, "index.db"), new byte[8192]);

        RequireTold("configuration, calibration");
    }

    [Fact]
    public void An_older_index_put_back_after_an_eviction_is_told_with_what_it_alone_held()
    {
        var older = File.ReadAllBytes(Path.Combine(LogPath, "index.db"));
        using (var log = SampleLog.Open(LogPath, Options))
            log.PutState("later", "value"u8);
        Grow(1200);
        PutStateAndEvict();
        foreach (var file in Directory.GetFiles(LogPath, "index.db*"))
            File.Delete(file);
        File.WriteAllBytes(Path.Combine(LogPath, "index.db"), older);

        RequireTold("index.db is new or older than the log", "later", isByHand: true);
    }

    [Fact]
    public void An_index_that_lost_nothing_is_made_again_without_a_word_of_loss()
    {
        var older = File.ReadAllBytes(Path.Combine(LogPath, "index.db"));
        Grow(1200);
        foreach (var file in Directory.GetFiles(LogPath, "index.db*"))
            File.Delete(file);
        File.WriteAllBytes(Path.Combine(LogPath, "index.db"), older);

        using var log = SampleLog.Open(LogPath, Options);

        Assert.Empty(log.Damage);
        Assert.Equal(50UL, log.View.Store.FindCheckpoint(1)!.Value.Size);
    }

    [Fact]
    public void An_eviction_alone_is_no_loss()
    {
        PutStateAndEvict();
        using (var log = SampleLog.Open(LogPath, Options))
        {
            Assert.Empty(log.Damage);
            log.Evict(Size);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal("value"u8.ToArray(), again.View.Store.ReadState("key"));
        Assert.Equal(_naive.Inclusion(3, Size), again.View.Inclusion(3, Size));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_closed_segment_that_is_removed_is_told_and_does_not_count_as_evicted(int which)
    {
        var (first, next) = Range(which);
        File.Delete(Segments[which]);

        using (var log = SampleLog.Open(LogPath, Options))
        {
            var told = Assert.Single(log.Damage);
            Assert.Equal((first, next - first), (told.First, told.Count));
            Assert.Equal(0UL, log.View.Store.Extent.Oldest);
            Assert.Throws<LogDamagedException>(() => log.View.ReadEntry(first));
            Assert.Equal(_naive.Inclusion(first, Size), log.View.Inclusion(first, Size));
        }

        using (var reader = LogFolder.OpenReader(LogPath))
            Assert.Throws<LogDamagedException>(() => new LogView(reader).ReadEntry(first));
        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
    }

    [Fact]
    public void A_segment_that_the_index_does_not_have_and_that_is_removed_is_told()
    {
        var (first, next) = Range(1);
        File.Delete(Segments[1]);
        foreach (var file in Directory.GetFiles(LogPath, "index.db*"))
            File.Delete(file);

        using (var log = SampleLog.Open(LogPath, Options))
        {
            var told = Assert.Single(log.Damage, d => d.Count > 0);
            Assert.Equal((first, next - first), (told.First, told.Count));
            Assert.Equal(_naive.Root(Size), log.Root);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
    }

    [Fact]
    public void A_closed_segment_that_is_cut_is_told_with_the_entries_behind_the_cut()
    {
        var (_, next) = Range(1);
        using (var file = File.OpenWrite(Segments[1]))
            file.SetLength(file.Length / 2);

        using var log = SampleLog.Open(LogPath, Options);

        var told = Assert.Single(log.Damage);
        Assert.Equal(next, told.First + told.Count);
        Assert.Equal(SampleLog.Entry(told.First - 1), log.View.ReadEntry(told.First - 1));
        Assert.Throws<LogDamagedException>(() => log.View.ReadEntry(told.First));
    }

    [Fact]
    public void What_is_damaged_in_a_closed_segment_is_told_by_the_next_open_with_its_entries()
    {
        var (first, next) = Range(1);
        Overwrite(Segments[1], 5000, 1);

        using (var log = SampleLog.Open(LogPath, Options))
        {
            var told = Assert.Single(log.Damage);
            Assert.True(told.First >= first && told.First + told.Count <= next && told.Count > 0);
            Assert.Throws<LogDamagedException>(() => log.View.ReadEntry(told.First));
            Assert.Equal(SampleLog.Entry(told.First + told.Count), log.View.ReadEntry(told.First + told.Count));
            Assert.True(File.Exists(told.Quarantine));
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
    }

    [Fact]
    public void What_is_damaged_in_a_closed_segment_while_the_log_is_written_is_found_by_a_patrol()
    {
        using var log = SampleLog.Open(LogPath, Options);
        log.Patrol();
        Overwrite(Segments[1], 5000, 1);

        log.Patrol();
        var told = Assert.Single(log.Damage);
        for (var i = 0; i < 2 * Segments.Count; i++)
            log.Patrol();

        Assert.Same(told, Assert.Single(log.Damage));
        Assert.InRange(told.First, First(1), First(2) - told.Count);
    }

    /// <summary>Groups with a receipt and state in the first segments, which go.</summary>
    private void PutStateAndEvict()
    {
        using var log = SampleLog.Open(LogPath, Options);
        log.Evict(log.Size - 200);
        Assert.Equal("value"u8.ToArray(), log.View.Store.ReadState("key"));
    }

    private void RequireTold(string what, string lost = "key", bool isByHand = false)
    {
        var evicted = uint.Parse(Path.GetFileNameWithoutExtension(Segments[0]), CultureInfo.InvariantCulture) - 1;
        using (var log = SampleLog.Open(LogPath, Options))
        {
            var told = Assert.Single(log.Damage, d => d.What.Contains(what, StringComparison.Ordinal));
            Assert.All(log.Damage, d => Assert.Equal(isByHand, d.IsByHand));
            if (lost == "key")
                Assert.Contains($"receipts of {evicted} evicted {(evicted == 1 ? "segment" : "segments")}, below entry {First(0)}, are lost", told.What, StringComparison.Ordinal);
            Assert.All(log.Damage, d => Assert.Equal(0UL, d.Count));
            Assert.Null(log.View.Store.ReadState(lost));
            Assert.Equal(_naive.Inclusion(3, log.Size), log.View.Inclusion(3, log.Size));
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
    }

    private void Grow(ulong size) => SampleLog.GrowSealed(LogPath, Options, size);

    private void Overwrite(string file, int at, int length)
    {
        using var stream = File.OpenWrite(file);
        stream.Position = at;
        stream.Write(Noise(length));
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }

    private (ulong First, ulong Next) Range(int which) => (First(which), First(which + 1));

    private ulong First(int which) => BitConverter.ToUInt64(File.ReadAllBytes(Segments[which]), 16);
}
