using System.Text;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Verify.Tests.Page;

/// <summary>Several files at once, and a policy among them.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageSeveralTests(PageBrowser browser)
{
    private static readonly byte[] Policy = Encoding.UTF8.GetBytes(new TestKeys().PolicyText);
    private static readonly byte[] One = new Scene().One.ToBytes();
    private static readonly byte[] Altered = [.. One.Select((b, i) => i == 200 ? (byte)(b ^ 1) : b)];

    [PageFact]
    public async Task What_they_came_to_fills_the_screen_and_the_worst_comes_first_with_its_reason()
    {
        await using var session = await browser.Open();
        await session.Trust(Encoding.UTF8.GetString(Policy));
        await session.Check(("good.edge", One), ("bad.edge", Altered), ("none.edge", [1, 2, 3]));
        await session.Settle();

        Assert.Equal("invalid", await session.Page.GetAttributeAsync("header.summary", "data-worst"));
        Assert.Equal("1 invalid; 1 not checked; 1 valid", await session.Page.TextContentAsync("h1"));
        Assert.Equal("1 of 3 files is invalid", await session.Page.TextContentAsync("header.summary .kicker"));
        Assert.Equal(["bad.edge", "none.edge", "good.edge"], await session.Page.Locator(".list button").AllTextContentsAsync());
        Assert.Equal(["The file was altered or damaged after it was made: its digest does not match its bytes", "none.edge is not an evidence file, or is damaged (the first line is none of an evidence file)"], await session.Page.Locator(".list .reason").AllTextContentsAsync());
        Assert.StartsWith("Invalid: the file was altered", await session.Sentence(), StringComparison.Ordinal);
        await session.Picture("several");
        await session.Page.ClickAsync("#language");
        Assert.Equal("1 个无效；1 个未作核验；1 个有效", await session.Page.TextContentAsync("h1"));
        await session.Page.SetViewportSizeAsync(360, 800);
        await session.Picture("several-phone-zh");
        Assert.Equal(0, await session.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        Assert.Equal("3 个文件中 1 个无效", await session.Page.TextContentAsync("header.summary .kicker"));
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task Whoever_chooses_a_file_is_led_to_its_report()
    {
        await using var session = await browser.Open(width: 360);
        await session.Trust(Encoding.UTF8.GetString(Policy));
        await session.Check([.. Enumerable.Range(0, 12).Select(i => ($"{i}.edge", One)), ("bad.edge", Altered)]);
        await session.Settle();

        // Beside its name: the whole row is there to be pressed.
        var row = session.Page.Locator(".list li:nth-child(4) .word");
        await row.EvaluateAsync("word => word.scrollIntoView({ block: 'center' })");
        await row.ClickAsync(new() { Force = true });

        Assert.StartsWith("Valid. pH 7.21", await session.Sentence(), StringComparison.Ordinal);
        Assert.Equal("report", await session.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.InRange(await session.Page.EvaluateAsync<double>("() => document.querySelector('header.one').getBoundingClientRect().top"), 0, 100);
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task In_print_all_files_stand_first_with_what_they_came_to_whichever_report_follows()
    {
        await using var session = await browser.Open();
        await session.Trust(Encoding.UTF8.GetString(Policy));
        await session.Check(("good.edge", One), ("bad.edge", Altered), ("none.edge", [1, 2, 3]));
        await session.Settle();
        await session.Page.ClickAsync("#file-0");

        var pages = await PrintedPages.Of(session.Page);

        Assert.Matches(@"bad\.edge\s+Invalid[\s\S]+none\.edge\s+Not checked[\s\S]+good\.edge\s+Valid", pages[0]);
        Assert.Contains("The file was altered", pages[0], StringComparison.Ordinal);
        Assert.Contains("The report on good.edge follows.", pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Matches(@"Evidence report\s+1 invalid; 1 not checked; 1 valid", page));
        Assert.Contains("Valid. pH 7.21", pages[1], StringComparison.Ordinal);
        Assert.DoesNotContain("7.21", pages[0], StringComparison.Ordinal);
    }

    [PageFact]
    public async Task A_policy_that_came_with_the_files_judges_them_under_a_warning_until_it_is_confirmed()
    {
        await using var session = await browser.Open();
        await session.Check(("one.edge", One), ("brought.txt", Policy));
        await session.Settle();

        Assert.Equal("valid", await session.Outcome());
        var warning = await session.Page.TextContentAsync(".brought") ?? "";
        Assert.Contains("The policy came together with the files.", warning, StringComparison.Ordinal);
        Assert.Contains("brought.txt was given together with one.edge.", warning, StringComparison.Ordinal);
        Assert.Contains("water, energy", warning, StringComparison.Ordinal);
        Assert.Contains("The policy came together with the files.", string.Join('\n', await PrintedPages.Of(session.Page)), StringComparison.Ordinal);
        await session.Picture("brought");
        await session.Page.SetViewportSizeAsync(360, 800);
        await session.Page.ClickAsync("#language");
        await session.Picture("brought-phone-zh");
        await session.Page.ClickAsync("#confirm");

        Assert.Equal(0, await session.Page.Locator(".brought").CountAsync());
        Assert.Contains("已确认其与城市公布的一致", await session.Page.TextContentAsync("aside"), StringComparison.Ordinal);
        Assert.Equal("valid", await session.Outcome());
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task A_policy_that_is_chosen_by_itself_ends_the_warning_and_brings_none()
    {
        await using var session = await browser.Open();
        await session.Check(("one.edge", One), ("brought.txt", Policy));
        await session.Settle();
        await session.Trust(Encoding.UTF8.GetString(Policy));
        await session.Page.WaitForFunctionAsync("() => document.querySelector('aside').textContent.includes('policy.txt')");
        await session.Settle();

        Assert.Equal(0, await session.Page.Locator(".brought").CountAsync());
        Assert.DoesNotContain("It came together", await session.Page.TextContentAsync("aside"), StringComparison.Ordinal);
    }

    [PageFact]
    public async Task Thousands_of_tiny_codes_are_laid_while_the_page_answers()
    {
        const string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        var codes = Enumerable.Range(0, 6800).Select(n => $"EDGE1:{digits[n % 45]}{digits[n / 45 % 45]}{digits[n / 2025]}");
        await using var session = await browser.Open();
        await session.Trust(Encoding.UTF8.GetString(Policy));
        await session.Page.EvaluateAsync("() => { let before = performance.now(); window.pause = 0; setInterval(() => { const now = performance.now(); window.pause = Math.max(window.pause, now - before); before = now; }, 10); }");
        await session.Check(("codes.txt", Encoding.ASCII.GetBytes(string.Join('\n', codes))));
        await session.Settle();

        Assert.Equal(200, await session.Page.Locator(".list li").CountAsync());
        Assert.Equal("codes-200.edge", await session.Page.TextContentAsync(".list li:last-child button"));
        var pause = await session.Page.EvaluateAsync<double>("() => window.pause");
        Assert.True(pause < 1500, $"the page did not answer for {pause:F0} ms");
        Assert.Empty(session.Complaints);
    }
}
