using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>What an open makes of a folder that a crash, a damaged card or a person left.</summary>
public sealed class RecoveryTests : IDisposable
{
    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public RecoveryTests()
    {
        using var log = SampleLog.Open(LogPath, Options);
        for (var i = 0; i < 60; i++)
            SampleLog.Append(log, 10, seal: i % 5 == 4);
        log.PutReceipt(550, "receipt"u8);
        log.PutState("key", "value"u8);
    }

    private string LogPath => _directory.File("log");

    private List<string> Segments => [.. Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal)];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_whole_log_opens_without_a_word_and_goes_on_in_its_segment()
    {
        var before = Segments;

        using var log = Open();
        SampleLog.Append(log, 1);

        Assert.Equal(before, Segments);
        Assert.False(Directory.Exists(Path.Combine(LogPath, "quarantine")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void A_torn_frame_at_the_end_was_never_acknowledged_and_is_left_where_it_is(int bytes)
    {
        var torn = new byte[bytes];
        "EdgeFrm1"u8[..Math.Min(8, bytes)].CopyTo(torn);
        torn[^1] = 1;
        Append(Segments[^1], torn);
        var before = Segments;
        var last = File.ReadAllBytes(before[^1]);

        using (var log = Open())
            SampleLog.Append(log, 10, seal: true);

        Assert.Equal(before.Count + 1, Segments.Count);
        Assert.Equal(last, File.ReadAllBytes(before[^1]));
        using var again = Open(610);
    }

    [Fact]
    public void Frames_behind_what_the_next_segment_counts_are_void_for_the_writer_and_for_readers()
    {
        // A group was written, but its sync failed: the gateway went on in a new segment with another group of that index. The system may show both.
        var before = File.ReadAllBytes(Segments[^1]);
        string[] beside = [Path.Combine(LogPath, "sealed"), .. Directory.GetFiles(LogPath, "hashes.*")];
        var kept = beside.Select(File.ReadAllBytes).ToList();
        using (var log = Open())
            SampleLog.Append(log, 5, seal: true);
        var withGroup = File.ReadAllBytes(Segments[^1]);
        File.WriteAllBytes(Segments[^1], before);
        for (var i = 0; i < beside.Length; i++)
            File.WriteAllBytes(beside[i], kept[i]);
        Append(Segments[^1], [1]);
        using (var log = Open())
            SampleLog.Append(log, 7);
        File.WriteAllBytes(Segments[^2], withGroup);
        foreach (var file in Directory.GetFiles(LogPath, "index.db*"))
            File.Delete(file);

        using (var reader = LogFolder.OpenReader(LogPath))
            Assert.Equal((607UL, 600UL), (reader.Extent.Size, reader.NewestCheckpoint()!.Value.Size));
        using var again = Open(607, "index.db was not there");
        Assert.Equal(600UL, again.View.Store.NewestCheckpoint()!.Value.Size);
    }

    [Fact]
    public void The_index_is_made_again_from_the_segments()
    {
        foreach (var file in Directory.GetFiles(LogPath, "index.db*"))
            File.Delete(file);

        using var log = Open(600, "index.db was not there");

        Assert.Equal(50UL, log.View.Store.FindCheckpoint(1)!.Value.Size);
        Assert.Equal(250UL, log.View.Store.FindCheckpoint(201)!.Value.Size);
    }

    [Fact]
    public void A_damaged_index_is_put_aside_told_and_made_again()
    {
        File.WriteAllBytes(Path.Combine(LogPath, "index.db"), new byte[8192]);

        using (var log = SampleLog.Open(LogPath, Options))
        {
            var told = Assert.Single(log.Damage);
            Assert.Equal(0UL, told.Count);
            Assert.Equal(8192, new FileInfo(told.Quarantine!).Length);
            Assert.Equal(50UL, log.View.Store.FindCheckpoint(1)!.Value.Size);
        }

        using var again = Open();
    }

    [Fact]
    public void Hashes_are_made_again_from_the_segments()
    {
        File.Delete(Path.Combine(LogPath, "hashes.0"));
        File.Delete(Path.Combine(LogPath, "hashes.1"));

        using var log = Open(600, "hashes.0 was removed", "hashes.1 was removed");

        Assert.Equal(_naive.Inclusion(3, 600), log.View.Inclusion(3, 600));
        Assert.Equal(_naive.Consistency(300, 600), log.View.Consistency(300, 600));
    }

    [Fact]
    public void What_was_signed_is_not_signed_again_otherwise_when_the_newest_segment_is_gone()
    {
        File.Delete(Segments[^1]);

        using (var log = SampleLog.Open(LogPath, Options))
        {
            var told = Assert.Single(log.Damage);
            Assert.Equal(600UL, told.First + told.Count);
            Assert.Equal(600UL, log.Size);
            Assert.Equal(_naive.Root(600), log.Root);
            Assert.Equal(600UL, log.View.Store.NewestCheckpoint()!.Value.Size);
            Assert.Throws<LogDamagedException>(() => log.View.ReadEntry(599));
            Assert.Equal(SampleLog.Entry(3), log.View.ReadEntry(3));
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Consistency(600, 610), again.View.Consistency(600, 610));
    }

    [Fact]
    public void If_even_the_hashes_of_the_end_are_gone_the_log_gives_no_number_twice_and_says_what_that_means()
    {
        File.Delete(Segments[^1]);
        File.Delete(Path.Combine(LogPath, "hashes.0"));

        using (var log = SampleLog.Open(LogPath, Options))
        {
            Assert.Contains("the city will not accept", string.Join('\n', log.Damage.Select(d => d.What)), StringComparison.Ordinal);
            Assert.Equal(600UL, log.Size);
            Assert.Equal(SampleLog.Entry(3), log.View.ReadEntry(3));
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
    }

    [Fact]
    public void A_segment_removed_in_the_middle_costs_its_entries_only()
    {
        File.Delete(Segments[1]);

        using var log = SampleLog.Open(LogPath, Options);

        var lost = Enumerable.Range(0, 600).Where(i => Throws(() => log.View.ReadEntry((ulong)i))).ToList();
        Assert.InRange(lost.Count, 10, 400);
        Assert.Equal(lost[^1] - lost[0] + 1, lost.Count);
        foreach (var index in new ulong[] { 0, (ulong)lost[0], (ulong)lost[^1], 599 })
            Assert.Equal(_naive.Inclusion(index, 600), log.View.Inclusion(index, 600));
    }

    [Fact]
    public void Hashes_of_evicted_entries_that_are_damaged_are_never_given_out()
    {
        using (var log = Open())
            log.Evict(400);
        var hashes = Path.Combine(LogPath, "hashes.0");
        var bytes = File.ReadAllBytes(hashes);
        bytes[32 * 7] ^= 1;
        File.WriteAllBytes(hashes, bytes);

        using var again = SampleLog.Open(LogPath, Options);

        Assert.Throws<LogDamagedException>(() => again.View.Inclusion(3, 600));
        Assert.Equal(_naive.Inclusion(300, 600), again.View.Inclusion(300, 600));
        Assert.Equal(_naive.Root(600), again.View.Root(600));
    }

    [Fact]
    public void A_log_of_a_newer_version_is_refused_and_not_touched()
    {
        var bytes = File.ReadAllBytes(Segments[^1]);
        bytes[7] = (byte)'2';
        File.WriteAllBytes(Segments[^1], bytes);

        Assert.Contains("newer version", Assert.Throws<StoreException>(() => SampleLog.Open(LogPath)).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(Segments[^1]));
    }

    /// <summary>Opens, with no words of damage but these, and looks at everything.</summary>
    private MerkleLog Open(ulong size = 600, params string[] told)
    {
        var log = SampleLog.Open(LogPath, Options);
        Assert.All(told.Zip(log.Damage, (expected, damage) => (expected, damage.What)), d => Assert.Contains(d.expected, d.What, StringComparison.Ordinal));
        Assert.Equal(told.Length, log.Damage.Count);
        Assert.All(log.Damage, d => Assert.Equal(0UL, d.Count));
        Assert.Equal(size, log.Size);
        Assert.Equal(_naive.Root(size), log.Root);
        for (ulong index = 0; index < size; index++)
            Assert.Equal(SampleLog.Entry(index), log.View.ReadEntry(index));
        Assert.Equal("receipt"u8.ToArray(), log.View.Store.NewestReceipt()!.Value.Bytes);
        Assert.Equal("value"u8.ToArray(), log.View.Store.ReadState("key"));
        return log;
    }

    /// <summary>Writes bytes behind the last frame.</summary>
    private static void Append(string segment, byte[] bytes)
    {
        var all = File.ReadAllBytes(segment);
        var end = (all.AsSpan().LastIndexOfAnyExcept((byte)0) + 8) & -8;
        using var file = File.OpenWrite(segment);
        file.Position = end;
        file.Write(bytes);
    }

    private static bool Throws(Action read)
    {
        try
        {
            read();
            return false;
        }
        catch (LogDamagedException)
        {
            return true;
        }
    }
}
