using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Tests.Reports.Html;
using Microsoft.Playwright;

namespace Edge.Verify.Tests.Page;

/// <summary>The verifier's page as people use it, from a file, without a network.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageTests(PageBrowser browser)
{
    private static readonly string Policy = new TestKeys().PolicyText;

    [PageFact]
    public async Task A_policy_among_the_files_never_replaces_the_one_that_was_chosen()
    {
        await using var session = await browser.Open();
        await session.Judge(new Scene().One.ToBytes(), new TestKeys(100).PolicyText);
        Assert.Equal("invalid", await session.Outcome());

        await session.Check(("brought.txt", System.Text.Encoding.UTF8.GetBytes(Policy)), ("another.edge", new Scene().One.ToBytes()));
        await session.Settle();

        var outcomes = await session.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.list button')].map(b => { b.click(); return document.querySelector('header[data-outcome]')?.dataset.outcome ?? 'none'; })");
        Assert.Equal(3, outcomes.Length);
        Assert.DoesNotContain("valid", outcomes);
    }

    [PageFact]
    public async Task Two_policies_at_once_are_refused_and_no_verdict_of_before_stays()
    {
        await using var session = await browser.Open();
        var policy = System.Text.Encoding.UTF8.GetBytes(Policy);
        await session.Check(("a.txt", policy), ("b.txt", [.. policy, (byte)'\n']), ("one.edge", new Scene().One.ToBytes()));
        await session.Page.WaitForFunctionAsync("() => document.body.innerText.includes('a.txt')");

        Assert.Equal(0, await session.Page.Locator("header[data-outcome=valid]").CountAsync());
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task A_genuine_file_is_valid_and_one_that_was_altered_is_not_with_the_reason_first()
    {
        var genuine = new Scene().One.ToBytes();
        byte[] altered = [.. genuine];
        altered[200] ^= 1;
        await using var session = await browser.Open();
        await session.Judge(genuine, Policy);
        Assert.Equal("valid", await session.Outcome());
        Assert.StartsWith("Valid. pH 7.21 at tap3.ph, measured by gateway gw-1; existed not before 2026-11-20 00:14:0", await session.Sentence(), StringComparison.Ordinal);
        Assert.Contains("water, energy", await session.Page.TextContentAsync("aside"), StringComparison.Ordinal);
        await session.Check(("altered.edge", altered));
        await session.Page.WaitForSelectorAsync(".list li.invalid");
        Assert.Equal("Invalid: the file was altered or damaged after it was made: its digest does not match its bytes.", await session.Sentence());
        Assert.Equal("1 file_altered", await session.Page.TextContentAsync("code.finding"));
        Assert.DoesNotContain("7.21", await session.Page.TextContentAsync("main"), StringComparison.Ordinal);
        await session.Picture("invalid");
        Assert.Empty(session.Complaints);
        Assert.Empty(session.Requests);
    }

    [PageFact]
    public async Task Readings_are_drawn_with_gaps_left_empty_and_doubted_values_apart()
    {
        await using var session = await browser.Open();
        await session.Judge(new LongScene().Cut(700), Policy, "long.edge");
        Assert.Equal(2, await session.Page.Locator("svg.chart").CountAsync());
        var pressure = session.Page.Locator("svg.chart").First;
        Assert.Equal(1, await pressure.Locator("rect.gap").CountAsync());
        Assert.Equal(1, await pressure.Locator("rect.uncertain").CountAsync());
        Assert.Equal(1, await pressure.Locator("rect.bad").CountAsync());

        // The line is lifted for the bad and the doubted values, and for the gap: three pieces.
        Assert.Equal(3, (await pressure.Locator("path.line").GetAttributeAsync("d"))!.Split('M').Length - 1);
        Assert.Contains("1,330 readings at", await session.Sentence(), StringComparison.Ordinal);
        await session.Picture("long");
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task A_line_stops_at_a_gap_however_short_and_wherever_its_entry_stands()
    {
        await using var session = await browser.Open();
        await session.Judge(LateGap.Cut(), Policy);
        Assert.Matches(@"^M[\d. ]+(L[\d. ]+){2}M[\d. ]+(L[\d. ]+){3}$", await session.Page.Locator("path.line").GetAttributeAsync("d"));
    }

    [PageFact]
    public async Task Everything_is_said_in_both_languages_and_the_zone_is_chosen()
    {
        await using var session = await browser.Open("zh-CN");
        await session.Judge(new Scene().One.ToBytes(), Policy);
        Assert.StartsWith("有效。网关 gw-1 在测点 tap3.ph 测得 pH 7.21；", await session.Sentence(), StringComparison.Ordinal);
        Assert.Equal("zh-Hans", await session.Page.GetAttributeAsync("html", "lang"));
        await session.Picture("zh");
        await session.Page.SelectOptionAsync("#zone", "480");
        Assert.Contains("2026-11-20 08:14:03", await session.Sentence(), StringComparison.Ordinal);
        Assert.Contains("UTC+8", await session.Sentence(), StringComparison.Ordinal);
        await session.Page.ClickAsync("#language");
        Assert.StartsWith("Valid. ", await session.Sentence(), StringComparison.Ordinal);
        Assert.Equal("en", await session.Page.GetAttributeAsync("html", "lang"));
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task Nothing_scrolls_sideways_on_a_phone()
    {
        var hostile = new LongScene { Channel = new string('W', 64), Who = new string('x', 3_000) }.Cut(60);
        foreach (var (name, file) in new[] { ("one", new Scene().One.ToBytes()), ("long", new LongScene().Cut(700)), (new string('n', 200), hostile) })
        {
            await using var session = await browser.Open(width: 360);
            Assert.Equal(360, await Width(session));
            await session.Judge(file, Policy, $"{name}.edge");
            Assert.Equal(360, await Width(session));
            await session.Picture($"phone-{name[..3]}");
        }

        static Task<int> Width(PageSession session) => session.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
    }

    [PageFact]
    public async Task It_is_usable_without_a_mouse_and_speaks_the_verdict()
    {
        await using var session = await browser.Open();
        var chooser = await ChooseByKeyboard(session.Page);
        await chooser.SetFilesAsync(new FilePayload { Name = "one.edge", MimeType = "", Buffer = new Scene().One.ToBytes() });
        await session.Trust(Policy);
        await session.Settle();
        Assert.Equal(await session.Sentence(), await session.Page.TextContentAsync("[role=status]"));
    }

    /// <summary>As a person does who hears nothing: tabs to the button and presses Enter, and once more where a busy browser let the first one fall.</summary>
    private static async Task<IFileChooser> ChooseByKeyboard(IPage page)
    {
        const int Patience = 8_000;
        for (var tries = 0; ; tries++)
        {
            for (var i = 0; i < 20 && await page.EvaluateAsync<string?>("() => document.activeElement.dataset.choose ?? null") != "files"; i++)
                await page.Keyboard.PressAsync("Tab");
            try
            {
                return await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"), new PageRunAndWaitForFileChooserOptions { Timeout = Patience });
            }
            catch (TimeoutException) when (tries < 3)
            {
                // Pressed again.
            }
        }
    }

    [PageFact]
    public async Task Of_many_readings_the_first_are_seen_and_the_rest_when_asked_for_and_all_in_print()
    {
        await using var session = await browser.Open();
        await session.Judge(new LongScene().Cut(120), Policy);
        var rows = session.Page.Locator("table.readings tbody tr");
        Assert.Equal(20, await rows.Locator("visible=true").CountAsync());
        Assert.Equal(["files", "readings"], await session.Page.Locator("main > section").EvaluateAllAsync<string[]>("all => all.map(each => each.className).slice(-2)"));
        var last = await rows.Last.Locator("td").First.TextContentAsync();
        Assert.Contains(await PrintedPages.Of(session.Page), page => page.Split('\n').Any(line => line.TrimStart().StartsWith($"{last} ", StringComparison.Ordinal)));

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Show all 100 rows" }).ClickAsync();

        Assert.Equal(101, await rows.Locator("visible=true").CountAsync());
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task The_code_in_print_tells_the_digest_of_the_file()
    {
        var file = new Scene().One.ToBytes();
        await using var session = await browser.Open();
        await session.Judge(file, Policy);
        Assert.False(await session.Page.Locator(".stamp").IsVisibleAsync());
        await session.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var code = await session.Page.Locator(".stamp svg").ScreenshotAsync();
        await session.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        // The page reads codes itself.
        await session.Check(("code.png", code));
        await session.Page.WaitForSelectorAsync(".list li.not_checked");

        Assert.Contains($"it says \"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))}\"", await session.Sentence(), StringComparison.Ordinal);
    }

    [PageFact]
    public async Task In_print_each_page_has_the_verdict_the_whole_digest_and_its_number()
    {
        var file = new LongScene().Cut(120);
        await using var session = await browser.Open();
        await session.Judge(file, Policy, "long.edge");
        var pages = await PrintedPages.Of(session.Page);
        Assert.InRange(pages.Length, 3, 9);
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
        Assert.All(pages, (page, i) =>
        {
            Assert.Matches(@"Evidence report\s+valid", page);
            Assert.Contains($"SHA-256 {digest}", page, StringComparison.Ordinal);
            Assert.Contains($"Page {i + 1} of {pages.Length}", page, StringComparison.Ordinal);
        });
        Assert.Contains("Whom the policy trusts", string.Join('\n', pages), StringComparison.Ordinal);
        Assert.DoesNotContain("More files", string.Join('\n', pages), StringComparison.Ordinal);
    }
}
