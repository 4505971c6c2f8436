using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>The end of the newest segment is cut or damaged: what was committed there is lost and told, and no number is given twice; what was not committed is no loss.</summary>
public sealed class LostEndTests : IDisposable
{
    private const ulong Size = 600;

    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();
    private readonly Random _random = new(1);

    public LostEndTests() => Grow(Size);

    private string LogPath => _directory.File("log");

    private List<string> Segments => [.. Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal)];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("sealed")]
    [InlineData(null)]
    public void Numbers_of_committed_entries_that_are_damaged_are_not_given_again(string? removed)
    {
        Grow(Size + 25, group: 5);
        var bytes = File.ReadAllBytes(Segments[^1]);
        var frame = bytes.AsSpan().LastIndexOf("EdgeFrm1"u8);
        bytes[frame + 50] ^= 1;
        File.WriteAllBytes(Segments[^1], bytes);
        if (removed is not null)
            File.Delete(Path.Combine(LogPath, removed));

        using (var log = SampleLog.Open(LogPath, Options))
        {
            var told = Assert.Single(log.Damage);
            Assert.Equal((Size + 20, 5UL), (told.First, told.Count));
            Assert.Equal((Size + 25, _naive.Root(Size + 25)), (log.Size, log.Root));
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Root(Size + 35), again.Root);
    }

    /// <summary><c>sealed</c> is never synced: after a power cut it may be older than what is durable.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void Nor_are_they_where_the_note_of_the_newest_commit_is_an_older_one(int age)
    {
        Grow(Size + 25 - (ulong)age, group: 5);
        var stale = File.ReadAllBytes(Path.Combine(LogPath, "sealed"));
        Grow(Size + 25, group: 5);
        File.WriteAllBytes(Path.Combine(LogPath, "sealed"), stale);
        var bytes = File.ReadAllBytes(Segments[^1]);
        Noise(64).CopyTo(bytes, bytes.AsSpan().LastIndexOf("EdgeFrm1"u8));
        File.WriteAllBytes(Segments[^1], bytes);

        using var log = SampleLog.Open(LogPath, Options);

        Assert.Equal((Size + 25, _naive.Root(Size + 25)), (log.Size, log.Root));
        Assert.Equal(age > 0, Assert.Single(log.Damage, d => d.First + d.Count == Size + 25).MayBeUnwritten);
    }

    [Fact]
    public void A_frame_behind_which_another_one_was_begun_was_committed()
    {
        Grow(Size + 10, group: 5);
        var stale = File.ReadAllBytes(Path.Combine(LogPath, "sealed"));
        Grow(Size + 30, group: 5);
        File.WriteAllBytes(Path.Combine(LogPath, "sealed"), stale);
        var bytes = File.ReadAllBytes(Segments[^1]);
        for (var (frame, end) = (0, bytes.Length); frame < 3; frame++)
        {
            end = bytes.AsSpan(0, end).LastIndexOf("EdgeFrm1"u8);
            bytes[end + 50] ^= 1;
        }

        File.WriteAllBytes(Segments[^1], bytes);

        using var log = SampleLog.Open(LogPath, Options);

        Assert.Equal([(Size + 15, 10UL, false), (Size + 25, 5UL, true)], log.Damage.Select(d => (d.First, d.Count, d.MayBeUnwritten)));
        Assert.Equal((Size + 30, _naive.Root(Size + 30)), (log.Size, log.Root));
    }

    [Fact]
    public void Behind_a_signed_end_that_is_lost_the_committed_entries_are_not_given_again_either()
    {
        Grow(Size + 10, group: 5);
        File.Delete(Segments[^1]);

        using (var log = SampleLog.Open(LogPath, Options))
        {
            Assert.Equal([Size, Size + 10], log.Damage.Where(d => d.Count > 0).Select(d => d.First + d.Count));
            Assert.Equal((Size + 10, _naive.Root(Size + 10)), (log.Size, log.Root));
            Assert.Equal(Size, log.View.Store.NewestCheckpoint()!.Value.Size);
            SampleLog.Append(log, 10, seal: true);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal(_naive.Root(Size + 20), again.Root);
    }

    [Fact]
    public void A_log_cut_at_any_byte_of_its_last_two_frames_gives_no_number_twice()
    {
        Grow(Size + 10, group: 5);
        var whole = Directory.GetFiles(LogPath).ToDictionary(f => f, File.ReadAllBytes);
        var bytes = whole[Segments[^1]];
        var last = bytes.AsSpan().LastIndexOf("EdgeFrm1"u8);
        var first = bytes.AsSpan(0, last).LastIndexOf("EdgeFrm1"u8);
        var end = bytes.AsSpan().LastIndexOfAnyExcept((byte)0);
        for (var cut = first; cut <= end; cut++)
        {
            foreach (var (file, content) in whole)
                File.WriteAllBytes(file, file == Segments[^1] ? content[..cut] : content);

            using (var log = SampleLog.Open(LogPath, Options))
            {
                Assert.Equal((Size + 10, _naive.Root(Size + 10)), (log.Size, log.Root));
                Assert.Equal(cut < last ? 10UL : 5, log.Damage.Aggregate(0UL, (sum, d) => sum + d.Count));
            }

            Directory.Delete(LogPath, recursive: true);
            Directory.CreateDirectory(LogPath);
            foreach (var (file, content) in whole)
                File.WriteAllBytes(file, content);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Numbers_of_committed_entries_are_not_given_again_where_the_segment_says_nothing_of_them(bool hashesToo)
    {
        Grow(Size + 25, group: 5);
        var older = File.ReadAllBytes(Segments[^1]);
        var frame = older.AsSpan().LastIndexOf("EdgeFrm1"u8);
        older.AsSpan(frame).Clear();
        File.WriteAllBytes(Segments[^1], older);
        if (hashesToo)
        {
            using var hashes = File.OpenWrite(Path.Combine(LogPath, "hashes.0"));
            hashes.SetLength((long)(Size + 20) * Hash32.Size);
        }

        ulong root;
        using (var log = SampleLog.Open(LogPath, Options))
        {
            var told = Assert.Single(log.Damage, d => d.Count > 0);
            Assert.Equal((Size + 20, 5UL, Size + 25), (told.First, told.Count, log.Size));
            SampleLog.Append(log, 10, seal: true);
            root = BitConverter.ToUInt64(log.Root.Bytes);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Assert.Empty(again.Damage);
        Assert.Equal((Size + 35, root), (again.Size, BitConverter.ToUInt64(again.Root.Bytes)));
        Assert.Equal(SampleLog.Entry(Size + 30), again.View.ReadEntry(Size + 30));
    }

    [Fact]
    public void Nor_are_they_where_an_end_that_was_signed_is_lost_with_its_hashes()
    {
        Grow(Size + 10, group: 5);
        var newest = File.ReadAllBytes(Segments[^1]);
        newest.AsSpan(4096).Clear();
        File.WriteAllBytes(Segments[^1], newest);
        File.Delete(Path.Combine(LogPath, "hashes.0"));

        using var log = SampleLog.Open(LogPath, Options);

        Assert.Equal(Size + 10, log.Size);
        Assert.Contains(log.Damage, d => (d.First, d.Count) == (Size, 10));
    }

    [Fact]
    public void A_torn_frame_is_no_loss_although_the_hashes_of_its_group_are_there()
    {
        Grow(Size + 25, group: 5);
        var bytes = File.ReadAllBytes(Segments[^1]);
        var end = bytes.AsSpan().LastIndexOfAnyExcept((byte)0);
        Noise(90).CopyTo(bytes, ((end / 8) + 2) * 8);
        File.WriteAllBytes(Segments[^1], bytes);
        using (var hashes = new FileStream(Path.Combine(LogPath, "hashes.0"), FileMode.Append))
            hashes.Write(Noise(5 * Hash32.Size));

        using var log = SampleLog.Open(LogPath, Options);

        Assert.Empty(log.Damage);
        Assert.Equal((Size + 25, _naive.Root(Size + 25)), (log.Size, log.Root));
    }

    [Fact]
    public void An_end_that_was_signed_is_gone_on_behind_by_the_leaf_hashes_alone()
    {
        Grow(1330, group: 10);
        using (var log = SampleLog.Open(LogPath, Options))
            SampleLog.Append(log, 10, seal: true);
        var bytes = File.ReadAllBytes(Segments[^1]);
        bytes.AsSpan(bytes.AsSpan().IndexOf("EdgeFrm1"u8)).Fill(0x5A);
        File.WriteAllBytes(Segments[^1], bytes);
        File.Delete(Path.Combine(LogPath, "hashes.1"));

        using var again = SampleLog.Open(LogPath, Options);

        Assert.Equal((1340UL, _naive.Root(1340)), (again.Size, again.Root));
        Assert.DoesNotContain(again.Damage, d => d.What.Contains("the city will not accept", StringComparison.Ordinal));
    }

    [Fact]
    public void Hashes_of_a_group_whose_frame_was_never_written_are_no_loss_behind_a_large_frame_either()
    {
        using (var log = SampleLog.Open(LogPath))
        {
            var large = new EntryBatch();
            for (var i = 0; i < 40; i++)
                large.Add(Noise(1000));
            log.Append(large);
        }

        Assert.NotEqual(0, File.ReadAllBytes(Segments[^1])[^8..].Count(b => b != 0));
        using (var hashes = new FileStream(Path.Combine(LogPath, "hashes.0"), FileMode.Append))
            hashes.Write(Noise(5 * Hash32.Size));

        using var again = SampleLog.Open(LogPath);

        Assert.Empty(again.Damage);
        Assert.Equal(Size + 40, again.Size);
    }

    private void Grow(ulong size, int group = 10) => SampleLog.GrowSealed(LogPath, Options, size, group);

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }
}
