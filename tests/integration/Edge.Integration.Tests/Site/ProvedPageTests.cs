using Edge.Demo.Towns;
using Edge.Integration.Tests.Towns;
using Edge.Processes;
using Edge.Testing;
using Microsoft.Playwright;

namespace Edge.Integration.Tests.Site;

/// <summary>A person looks at a running gateway of a town, takes a value's evidence with one click, and checks it with a browser that is offline and with the command line.</summary>
public sealed class ProvedPageTests
{
    private const string Card = "[data-channel='water.tap.ph'] ";

    [BrowserFact]
    public Task A_value_that_is_clicked_is_valid_for_the_page_and_the_program_and_one_bit_more_or_less_is_not_for_either() => TestTown.PlayAsync(
        async town =>
        {
            await town.Watch.UntilAsync(s => s.Block is not null && s.Anchored > 0 && s.Channels.TryGetValue("water.tap.ph", out var ph) && ph.Value is not null);
            await town.Watch.CaughtUpAsync();
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserFactAttribute.Program, Args = ["--no-sandbox"] });

            var evidence = await ClickedAsync(browser, town);

            Assert.Equal((0, "valid"), await VerdictsAsync(browser, town, evidence));
            var bytes = await File.ReadAllBytesAsync(evidence);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(evidence, bytes);
            Assert.Equal((1, "invalid"), await VerdictsAsync(browser, town, evidence));
        },
        new TownPlan { SitePort = FreePort.Next() });

    /// <summary>Saves what the page gives for the newest value of a channel.</summary>
    private static async Task<string> ClickedAsync(IBrowser browser, TestTown town)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB", AcceptDownloads = true });
        var page = await context.NewPageAsync();
        var (complaints, elsewhere) = (new List<string>(), new List<string>());
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => elsewhere.AddRange(request.Url.Contains(town.City.Plan.SiteAddress!, StringComparison.Ordinal) ? [] : [request.Url]);
        await page.GotoAsync($"http://{town.City.Plan.SiteAddress}/");
        await page.WaitForSelectorAsync("[data-link=live] .answer:not(:empty)");

        // One click is enough although the value shown is not anchored yet: it gives the newest that is.
        var file = town.File("clicked.evidence");
        await (await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(Card + "button.evidence"), new PageRunAndWaitForDownloadOptions { Timeout = 60_000 })).SaveAsAsync(file);
        Assert.Empty(complaints);
        Assert.DoesNotContain(elsewhere, e => !e.StartsWith("blob:", StringComparison.Ordinal));
        return file;
    }

    /// <summary>The program's exit code and the page's outcome; both say the same sentence.</summary>
    private static async Task<(int Code, string Outcome)> VerdictsAsync(IBrowser browser, TestTown town, string evidence)
    {
        var program = await ProgramRun.Of(Programs.Verify, evidence, "--policy", town.City.Folder.Policy, "--lang", "en");
        var html = town.File("verify.html");
        Assert.Equal(0, (await ProgramRun.Of(Programs.Verify, "page", "--out", html, "--lang", "en")).Code);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB", Offline = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"file://{html}");
        await page.SetInputFilesAsync("#policy", town.City.Folder.Policy);
        await page.SetInputFilesAsync("#files", evidence);
        await page.WaitForFunctionAsync("() => document.querySelector('header[data-outcome]') && !document.querySelector('#page[data-busy]')");
        var sentence = await page.TextContentAsync("h1") ?? "";
        Assert.Contains(sentence, string.Join(' ', program.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        return (program.Code, await page.EvalOnSelectorAsync<string>("header[data-outcome]", "e => e.dataset.outcome"));
    }
}
