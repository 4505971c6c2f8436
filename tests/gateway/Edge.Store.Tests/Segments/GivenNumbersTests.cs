using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>No number is given twice, whatever is lost; what can be read is not called lost.</summary>
public sealed class GivenNumbersTests : IDisposable
{
    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();

    private string LogPath => _directory.File("log");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_newer_index_over_an_older_folder_is_loss_and_the_log_goes_on_behind_what_it_knows()
    {
        var old = _directory.File("old");
        using (var log = Open(LogPath))
            Grow(log, 600);
        Copy(LogPath, old, "*");
        ulong known;
        using (var log = Open(LogPath))
        {
            Grow(log, 4000);
            known = log.View.Store.Extent.Size - 500;
        }

        Copy(LogPath, old, "index.db*");

        RequireGoesOn(old, known, lostFrom: 600);
    }

    [Theory]
    [InlineData("sealed is there")]
    [InlineData("sealed is gone")]
    public void Without_hash_files_and_the_two_newest_segments_the_log_goes_on_behind_what_was_given(string how)
    {
        using (var log = Open(LogPath))
            Grow(log, 1000);
        var segments = Segments(LogPath);
        var (first, newest) = (HeaderFirst(segments[^2]), HeaderFirst(segments[^1]));
        File.Delete(segments[^1]);
        File.Delete(segments[^2]);
        foreach (var file in Directory.GetFiles(LogPath, "hashes.*"))
            File.Delete(file);
        if (how == "sealed is gone")
            File.Delete(Path.Combine(LogPath, "sealed"));

        RequireGoesOn(LogPath, how == "sealed is gone" ? newest : 1000, first);
    }

    [Fact]
    public void Two_newest_segments_in_each_others_place_are_loss_told_once()
    {
        using (var log = Open(LogPath))
            Grow(log, 1000);
        var segments = Segments(LogPath);
        var first = HeaderFirst(segments[^2]);
        File.Move(segments[^1], segments[^1] + ".x");
        File.Move(segments[^2], segments[^1]);
        File.Move(segments[^1] + ".x", segments[^2]);
        using (var hashes = File.OpenWrite(Path.Combine(LogPath, "hashes.0")))
            hashes.SetLength(32 * 300);

        RequireGoesOn(LogPath, 1000, first);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(4696)]
    [InlineData(8192)]
    public void A_damaged_header_does_not_make_what_was_there_before_it_lost(int bytes)
    {
        using (var log = Open(LogPath))
        {
            Grow(log, 500);
            while (new FileInfo(Segments(LogPath)[^1]).Length <= 8192 || HeaderFirst(Segments(LogPath)[^1]) == 0)
                SampleLog.Append(log, 10, seal: true);
        }

        var newest = Segments(LogPath)[^1];
        var first = HeaderFirst(newest);
        using (var file = File.OpenWrite(newest))
            file.Write(new byte[bytes]);

        using var again = Open(LogPath);
        Assert.NotEmpty(again.Damage);
        Assert.All(again.Damage.Where(d => d.Count > 0), d => Assert.InRange(d.First, first, again.Size));
        RequireTold(again);
    }

    /// <summary>Opens a log of which something is lost, goes on with it, and opens it again.</summary>
    private static void RequireGoesOn(string folder, ulong given, ulong lostFrom)
    {
        ulong size;
        using (var log = Open(folder))
        {
            Assert.True(log.Size >= given, $"{log.Size} < {given}");
            RequireTold(log);
            Assert.All(log.Damage.Where(d => d.Count > 0), d => Assert.True(d.First >= lostFrom, d.What));
            SampleLog.Append(log, 10, seal: true);
            size = log.Size;
        }

        using var again = Open(folder);
        Assert.DoesNotContain(again.Damage, d => d.Count > 0);
        Assert.Equal(size, again.Size);
        Assert.Equal(SampleLog.Entry(size - 1), again.View.ReadEntry(size - 1));
        Assert.Equal(SampleLog.Entry(0), again.View.ReadEntry(0));
    }

    /// <summary>Of each entry: it is read as it was written, or told as lost.</summary>
    private static void RequireTold(MerkleLog log)
    {
        for (ulong index = 0; index < log.Size; index++)
        {
            var isTold = log.Damage.Any(d => index - d.First < d.Count);
            if (isTold)
                Assert.ThrowsAny<StoreException>(() => log.View.ReadEntry(index));
            else
                Assert.Equal(SampleLog.Entry(index), log.View.ReadEntry(index));
        }
    }

    private static MerkleLog Open(string folder) => SampleLog.Open(folder, Options, SampleLog.Key.Verifier);

    private static void Grow(MerkleLog log, ulong size)
    {
        for (var i = 0; log.Size < size; i++)
            SampleLog.Append(log, 10, seal: i % 5 == 4);
    }

    private static string[] Segments(string folder) => [.. Directory.GetFiles(folder, "*.seg").Order(StringComparer.Ordinal)];

    private static ulong HeaderFirst(string segment) => BitConverter.ToUInt64(File.ReadAllBytes(segment), 16);

    private static void Copy(string from, string to, string files)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, files))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
