using Edge.Processes;
using Edge.Testing;

namespace Edge.Store.Tests.Stacks;

/// <summary>What a power cut leaves of an index while its log is moved into it: pages of the database are half written, and the log is whole.</summary>
public sealed class TornPageTests : IDisposable
{
    private const int Stride = 8200;

    private readonly TemporaryDirectory _directory = new();

    private string LogPath => _directory.File("log");

    private string Index => Path.Combine(LogPath, "index.db");

    /// <inheritdoc/>
    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Pages_that_the_log_has_are_no_damage_of_the_database_and_what_outlives_segments_is_found()
    {
        await WriteAndKillAsync();
        Assert.True(new FileInfo(Index + "-wal").Length > 0);
        TearPages();

        using var log = SampleLog.Open(LogPath);

        Assert.Empty(log.Damage);
        Assert.Equal(new NaiveTree().Root(log.Size), log.Root);
        Assert.NotNull(log.View.Store.FindCheckpoint(1));
    }

    [Fact]
    public async Task A_header_that_nothing_else_has_is_damage()
    {
        await WriteAndKillAsync();
        TearPages();
        File.Delete(Index + "-wal");

        using var log = SampleLog.Open(LogPath);

        Assert.Contains(log.Damage, damage => damage.What.Contains("index.db", StringComparison.Ordinal));
        Assert.Equal(new NaiveTree().Root(log.Size), log.Root);
    }

    private async Task WriteAndKillAsync()
    {
        await using var writer = ChildProcess.Start(Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), [LogPath, "16384"]);
        Assert.NotNull(await writer.Output.Find(l => l == "durable 700", 0, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60)));
        writer.Kill();
        _ = await writer.WaitForExit();
    }

    /// <summary>The second half of the header, and a page that was not there yet.</summary>
    private void TearPages()
    {
        using var file = File.OpenWrite(Index);
        file.Position = 4096;
        file.Write(new byte[Stride - 4096]);
        file.SetLength(2 * Stride);
        file.Position = Stride;
        file.Write(new byte[Stride]);
    }
}
