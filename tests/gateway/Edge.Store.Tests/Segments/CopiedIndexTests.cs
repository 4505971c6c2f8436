using System.Globalization;
using System.Text.RegularExpressions;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>What the index's log holds is copied into it, page by page: stopped after any of them, or by a full disk, it loses nothing of what it alone has.</summary>
public sealed partial class CopiedIndexTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly EvictedLog _log;

    public CopiedIndexTests() => _log = new EvictedLog(_directory.File("log"), _directory.File("left"));

    private string Opened => _directory.File("opened");

    private string Torn => _directory.File("torn");

    private string Trace => _directory.File("trace");

    public void Dispose() => _directory.Dispose();

    [StraceTheory]
    [InlineData("signal=KILL:when={0}", true)]
    [InlineData("error=ENOSPC:when={0}+", false)]
    public async Task A_copy_that_ends_after_any_page_costs_nothing(string fault, bool isKilled)
    {
        var page = 0;
        while (await OpenAsync(string.Format(CultureInfo.InvariantCulture, fault, ++page)) is { } next)
        {
            EvictedLog.Copy(Opened, Torn);
            _log.RequireWhole(Opened, $"ended before page {page}");
            if (isKilled)
            {
                Tear(next);
                _log.RequireWhole(Torn, $"page {page} is half written");
            }
        }

        _log.RequireWhole(Opened, "not ended");
        Assert.InRange(page, 10, 100);
    }

    /// <summary>Opens and closes the log in another process.</summary>
    /// <returns>The first write to the index that was not done; null if all were.</returns>
    private async Task<(long Offset, int Length)?> OpenAsync(string fault)
    {
        _log.CopyTo(Opened);
        await using var process = ChildProcess.Start(
            StraceTheoryAttribute.Program,
            ["-f", "-qq", "-o", Trace, "-P", Path.Combine(Opened, "index.db"), "-e", "trace=pwrite64", "-e", $"inject=pwrite64:{fault}",
                Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), Opened, "8192", "0"]);
        var code = await process.WaitForExit(TimeSpan.FromSeconds(60));
        var calls = Write().Matches(await File.ReadAllTextAsync(Trace));
        var undone = calls.FirstOrDefault(call => !call.Groups["done"].Success);
        Assert.True(undone is not null || code == 0, string.Join('\n', process.Error.All));
        return undone is null ? null : (long.Parse(undone.Groups["offset"].Value, CultureInfo.InvariantCulture), int.Parse(undone.Groups["length"].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>The second half of a page is anything.</summary>
    private void Tear((long Offset, int Length) page)
    {
        using var file = File.OpenWrite(Path.Combine(Torn, "index.db"));
        file.Position = page.Offset + (page.Length / 2);
        file.Write([.. Enumerable.Repeat((byte)0x5A, page.Length - (page.Length / 2))]);
    }

    [GeneratedRegex(@"pwrite64\(.*, (?<length>\d+), (?<offset>\d+)(\) += (?<done>\d+))?")]
    private static partial Regex Write();
}
