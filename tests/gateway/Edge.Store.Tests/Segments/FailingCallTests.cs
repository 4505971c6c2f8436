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
    [InlineData("fsync", "EIO", "3..5", "input/output error")]
    public async Task A_call_that_fails_refuses_the_group_and_the_log_goes_on_afterwards(string call, string error, string when, string words)
    {
        await using var writer = ChildProcess.Start(
            StraceTheoryAttribute.Program,
            ["-f", "-qq", "-o", "/dev/null", "-e", $"trace={call}", "-e", $"inject={call}:error={error}:when={when}", Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), LogPath, "16384", $"{End}"]);

        Assert.Equal(0, await writer.WaitForExit(TimeSpan.FromSeconds(60)));

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

    /// <summary>Whether a segment has a frame behind what the next one's header says of it.</summary>
    private bool HasVoidFrame()
    {
        var segments = Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        return segments.Zip(segments.Skip(1)).Any(two => two.First.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(two.Second.AsSpan(12))).StartsWith("EdgeFrm1"u8));
    }
}
