using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>Hash files in which bits flip: what is held can be made again, what was evicted cannot.</summary>
public sealed class DamagedHashTests : IDisposable
{
    private const ulong Size = 1000;

    private static readonly SegmentOptions Options = new() { Bytes = 6 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public DamagedHashTests()
    {
        SampleLog.GrowSealed(LogPath, Options, Size);
        // A time that can be set again to the nanosecond.
        foreach (var file in Directory.GetFiles(LogPath, "hashes.*"))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(1));
    }

    private string LogPath => _directory.File("log");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0, 770)]
    [InlineData(1, 1)]
    public void A_hash_whose_entries_are_held_is_made_again_by_a_patrol_and_told_once(int level, int position)
    {
        var before = File.ReadAllBytes(Hashes(level));
        using var log = SampleLog.Open(LogPath, Options);
        Flip(level, position);

        Patrol(log);

        Assert.Equal(before, File.ReadAllBytes(Hashes(level)));
        var told = Assert.Single(log.Damage);
        Assert.Equal(0UL, told.Count);
        Assert.Contains("made again; nothing is lost", told.What, StringComparison.Ordinal);
        Assert.NotEqual(before, File.ReadAllBytes(told.Quarantine!));
    }

    [Fact]
    public void A_hash_of_an_evicted_entry_is_told_once_by_a_patrol_with_what_cannot_be_proved()
    {
        Evict();
        Flip(0, 100);
        using (var log = SampleLog.Open(LogPath, Options))
        {
            Assert.Empty(log.Damage);

            Patrol(log);

            var told = Assert.Single(log.Damage);
            Assert.Equal((0UL, 0UL), (told.First, told.Count));
            log.DamageIsLogged(1);
            Assert.Contains("hashes of the entries 0 to 127 are not what was written. These entries cannot be proved any more", told.What, StringComparison.Ordinal);
        }

        using var again = SampleLog.Open(LogPath, Options);
        Patrol(again);
        Assert.Empty(again.Damage);
    }

    [Fact]
    public void What_is_held_of_a_tile_stays_readable_and_provable_when_hashes_of_what_was_evicted_of_it_are_damaged()
    {
        var oldest = Evict();
        Assert.InRange(oldest, 130UL, 250UL);
        Flip(0, 100);

        using var log = SampleLog.Open(LogPath, Options);

        RequireProvable(log.View, oldest, Size);
        RequireProvable(new LogView(LogFolder.OpenReader(LogPath)), oldest, Size);
        Assert.Equal(_naive.Inclusion(128, Size), log.View.Inclusion(128, Size));
        Assert.Equal(_naive.Consistency(200, Size), log.View.Consistency(200, Size));
        Assert.Throws<LogDamagedException>(() => log.View.Consistency(100, Size));
        Assert.Throws<LogDamagedException>(() => log.View.Inclusion(3, Size));
    }

    [Fact]
    public void Entries_whose_hashes_are_lost_can_be_read_by_who_proves_nothing()
    {
        var oldest = Evict();
        Flip(0, (int)oldest - 1);
        // Nothing states the hashes below the oldest entry any more.
        Overwrite(Segment(oldest), 0, 4096);

        using var reader = LogFolder.OpenReader(LogPath);
        var view = new LogView(reader);

        Assert.Equal(SampleLog.Entry(oldest), view.ReadEntry(oldest));
        Assert.Throws<LogDamagedException>(() => view.ReadProvable(oldest, 1, (_, _) => { }));
        Assert.Throws<LogDamagedException>(() => view.Inclusion(oldest, Size));
        RequireProvable(view, 256, Size);
    }

    [Fact]
    public void Damage_above_and_damage_to_hashes_of_evicted_entries_below_do_not_add_up()
    {
        var oldest = Evict();
        using var log = SampleLog.Open(LogPath, Options);
        Flip(0, 100);
        Flip(1, 1);

        using (var reader = LogFolder.OpenReader(LogPath))
            RequireProvable(new LogView(reader), oldest, Size);
        Patrol(log);
        Assert.Equal(2, log.Damage.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_leaf_hashes_and_with_a_damaged_page_all_else_is_proved_and_what_is_new_too(bool andAbove)
    {
        for (var which = 0; which < Segments.Count; which++)
        {
            using var copy = new TemporaryDirectory();
            var path = copy.File("log");
            Directory.CreateDirectory(path);
            foreach (var file in Directory.GetFiles(LogPath))
                File.Copy(file, Path.Combine(path, Path.GetFileName(file)));
            File.Delete(Path.Combine(path, "hashes.0"));
            if (andAbove)
                File.Delete(Path.Combine(path, "hashes.1"));
            Overwrite(Path.Combine(path, Path.GetFileName(Segments[which])), 4096, 200);
            using var log = SampleLog.Open(path, Options);
            var size = log.Size;
            SampleLog.Append(log, 30, seal: true);
            using var reader = LogFolder.OpenReader(path);
            var lost = log.Damage.Where(d => d.Count > 0).ToList();

            foreach (var view in (LogView[])[log.View, new LogView(reader)])
            {
                foreach (var index in Enumerable.Range(0, (int)log.Size).Select(i => (ulong)i).Where(i => !lost.Exists(l => i >= l.First && i < l.First + l.Count)))
                    Assert.Equal(SampleLog.Entry(index), view.ReadEntry(index));
                view.Inclusion(size + 7, log.Size);
                view.Consistency(size, log.Size);
            }
        }
    }

    private List<string> Segments => [.. Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal)];

    private void RequireProvable(LogView view, ulong first, ulong end)
    {
        for (var index = first; index < end; index++)
        {
            Assert.Equal(SampleLog.Entry(index), view.ReadEntry(index));
            Assert.Equal(_naive.Inclusion(index, Size), view.Inclusion(index, Size));
        }
    }

    /// <summary>Evicts a part of the first tile; returns the oldest entry.</summary>
    private ulong Evict()
    {
        using var log = SampleLog.Open(LogPath, Options);
        log.Evict(250);
        return log.View.Store.Extent.Oldest;
    }

    private static void Patrol(MerkleLog log)
    {
        for (var i = 0; i < 10; i++)
            log.Patrol();
    }

    private string Segment(ulong first) => Segments.Single(s => BitConverter.ToUInt64(File.ReadAllBytes(s), 16) == first);

    private string Hashes(int level) => Path.Combine(LogPath, $"hashes.{level}");

    /// <summary>As a card does it: the file's time of writing stays.</summary>
    private void Flip(int level, int position)
    {
        var written = File.GetLastWriteTimeUtc(Hashes(level));
        var bytes = File.ReadAllBytes(Hashes(level));
        bytes[(Hash32.Size * position) + 5] ^= 4;
        File.WriteAllBytes(Hashes(level), bytes);
        File.SetLastWriteTimeUtc(Hashes(level), written);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Hashes(level)));
    }

    private static void Overwrite(string file, int at, int length)
    {
        using var stream = File.OpenWrite(file);
        stream.Position = at;
        stream.Write(Enumerable.Repeat((byte)0x5A, length).ToArray());
    }
}
