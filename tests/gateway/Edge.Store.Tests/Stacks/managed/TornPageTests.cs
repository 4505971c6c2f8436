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
        var logged = Logged();
        Assert.NotEmpty(logged);
        Tear(logged);

        using var log = SampleLog.Open(LogPath);

        Assert.Empty(log.Damage);
        Assert.Equal(new NaiveTree().Root(log.Size), log.Root);
        Assert.NotNull(log.View.Store.FindCheckpoint(1));
    }

    [Fact]
    public async Task A_header_that_nothing_else_has_is_damage()
    {
        await WriteAndKillAsync();
        Tear([0]);
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

    /// <summary>The second half of each.</summary>
    private void Tear(IEnumerable<uint> pages)
    {
        using var file = File.OpenWrite(Index);
        foreach (var page in pages.Where(page => page < file.Length / Stride))
        {
            file.Position = page * (long)Stride + Stride / 2;
            file.Write(new byte[Stride / 2]);
        }
    }

    /// <summary>Pages of the transactions that are whole in the log: LiteDB has a page's number, its transaction and whether that ends with it at the bytes 0, 14 and 18.</summary>
    private List<uint> Logged()
    {
        var log = File.ReadAllBytes(Index + "-wal");
        var pages = Enumerable.Range(0, log.Length / Stride)
            .Select(at => log.AsMemory(at * Stride, Stride))
            .Select(page => (Number: BitConverter.ToUInt32(page.Span), Transaction: BitConverter.ToUInt32(page.Span[14..]), Ends: page.Span[18] != 0)).ToList();
        var whole = pages.Where(page => page.Ends).Select(page => page.Transaction).ToHashSet();
        return [.. pages.Where(page => whole.Contains(page.Transaction)).Select(page => page.Number).Distinct()];
    }
}
