using System.Buffers.Binary;
using System.Globalization;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>System calls that fail below the store, by strace: an error someone can act on, nothing acknowledged lost, and the log goes on when it ends.</summary>
public sealed class FailingCallTests : IDisposable
{
    private const ulong End = 700;

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    private string LogPath => _directory.File("log");

    public void Dispose() => _directory.Dispose();

    [StraceTheory]
    [InlineData("fdatasync", "EIO", "20..24", "input/output error")]
    [InlineData("fdatasync", "EIO", "20+7", "input/output error")]
    [InlineData("fdatasync", "ENOSPC", "20..24", "the disk is full")]
    [InlineData("pwrite64", "ENOSPC", "60..90", "the disk is full")]
    [InlineData("pwrite64", "ENOSPC", "60+4", "the disk is full")]
    [InlineData("pwrite64", "EIO", "60..80", "input/output error")]
    [InlineData("pwrite64", "EROFS", "60..80", "mounted read-only")]
    [InlineData("rename", "EIO", "2..4", "input/output error")]
    [InlineData("rename", "ENOSPC", "2..4", "the disk is full")]
    [InlineData("fsync", "EIO", "3..5", "input/output error")]
    [InlineData("fsync", "ENOSPC", "3..5", "the disk is full")]
    [InlineData("openat", "EIO", "1..3", "input/output error", "00000002.seg.new")]
    [InlineData("openat", "ENOSPC", "1..3", "the disk is full", "00000002.seg.new")]
    [InlineData("openat", "EROFS", "1..3", "mounted read-only", "00000002.seg.new")]
    [InlineData("statx", "EIO", "50..60", "cannot be looked at", "00000001.seg")]
    public async Task A_call_that_fails_refuses_the_group_and_the_log_goes_on_afterwards(string call, string error, string when, string words, string? file = null)
    {
        await using var writer = Start(call, $"error={error}:when={when}", End, file);

        Assert.True(await writer.WaitForExit(TimeSpan.FromSeconds(60)) == 0, string.Join('\n', writer.Error.All));

        var said = writer.Output.All.ToList();
        Assert.Contains(said, l => l.StartsWith("refused", StringComparison.Ordinal) && l.Contains(words, StringComparison.Ordinal));
        var durable = said.Where(l => l.StartsWith("durable", StringComparison.Ordinal)).Select(l => ulong.Parse(l[8..], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(durable.Distinct().Order(), durable);
        if (call == "fdatasync")
            Assert.True(HasVoidFrame(), "after a failed sync the same segment was written on");
        using var log = SampleLog.Open(LogPath);
        Assert.Empty(log.Damage);
        Assert.Equal(durable[^1], log.Size);
        Assert.Equal(_naive.Root(log.Size), log.Root);
        log.View.ReadEntries(0, log.Size, (index, entry) => Assert.Equal(SampleLog.Entry(index), entry.ToArray()));
        Assert.Equal(_naive.Consistency(100, log.Size), log.View.Consistency(100, log.Size));
    }

    /// <summary>Closed segments stay where they are found without it, and are given to it again with the next one.</summary>
    [StraceTheory]
    [InlineData("ENOSPC", "8..30", "index.db-wal")]
    [InlineData("EROFS", "8+9", "index.db-wal")]
    [InlineData("EIO", "2+3", "index.db")]
    public async Task An_index_that_cannot_be_written_refuses_nothing_and_ends_nothing(string error, string when, string file)
    {
        SampleLog.Open(LogPath).Dispose();
        var trace = _directory.File("trace");
        await using var writer = Start("pwrite64", $"error={error}:when={when}", End, file, trace);

        Assert.True(await writer.WaitForExit(TimeSpan.FromSeconds(60)) == 0, string.Join('\n', writer.Error.All));

        Assert.Contains("(INJECTED)", await File.ReadAllTextAsync(trace), StringComparison.Ordinal);
        Assert.DoesNotContain(writer.Output.All, l => l.StartsWith("refused", StringComparison.Ordinal));
        using var log = SampleLog.Open(LogPath);
        Assert.Empty(log.Damage);
        Assert.InRange(log.Size, End, End + 6);
        Assert.Equal(_naive.Root(log.Size), log.Root);
        log.View.ReadEntries(0, log.Size, (index, entry) => Assert.Equal(SampleLog.Entry(index), entry.ToArray()));
    }

    [StraceTheory]
    [InlineData("fdatasync", "EIO")]
    [InlineData("fdatasync", "ENOSPC")]
    [InlineData("pwrite64", "EIO")]
    [InlineData("pwrite64", "ENOSPC")]
    [InlineData("pwrite64", "EROFS")]
    [InlineData("rename", "EIO")]
    [InlineData("fsync", "EIO")]
    public async Task A_start_while_calls_fail_takes_nothing_away(string call, string error)
    {
        using (var log = SampleLog.Open(LogPath))
        {
            SampleLog.Grow(log, End, group: 10);
            SampleLog.Append(log, 3, seal: true);
        }

        Tear();
        await using var writer = Start(call, $"error={error}:when=1..20", End + 20);
        var isOpened = await writer.WaitForExit(TimeSpan.FromSeconds(60)) == 0;
        if (isOpened)
            Assert.Contains(writer.Output.All, l => l.StartsWith("refused", StringComparison.Ordinal));
        else
            Assert.Contains("StoreUnavailableException", string.Join('\n', writer.Error.All), StringComparison.Ordinal);

        using var again = SampleLog.Open(LogPath);
        Assert.Empty(again.Damage);
        Assert.InRange(again.Size, isOpened ? End + 20 : End + 3, isOpened ? End + 26 : End + 3);
        Assert.Equal(_naive.Root(again.Size), again.Root);
        again.View.ReadEntries(0, again.Size, (index, entry) => Assert.Equal(SampleLog.Entry(index), entry.ToArray()));
    }

    /// <summary>A frame torn by a power cut, so that the next start begins a segment.</summary>
    private void Tear()
    {
        using var file = File.OpenWrite(Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal).Last());
        file.Position = file.Length - 9;
        file.WriteByte(1);
    }

    private ChildProcess Start(string call, string fault, ulong end, string? file = null, string trace = "/dev/null") => ChildProcess.Start(
        StraceTheoryAttribute.Program,
        ["-f", "-qq", "-o", trace, .. file is null ? Array.Empty<string>() : ["-P", Path.Combine(LogPath, file)], "-e", $"trace={call}", "-e", $"inject={call}:{fault}",
            Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), LogPath, "16384", $"{end}"]);

    /// <summary>Whether a segment has a frame behind what the next one's header says of it.</summary>
    private bool HasVoidFrame()
    {
        var segments = Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        return segments.Zip(segments.Skip(1)).Any(two => two.First.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(two.Second.AsSpan(12))).StartsWith("EdgeFrm1"u8));
    }
}
