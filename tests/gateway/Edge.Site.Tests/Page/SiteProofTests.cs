using Edge.Ledger.Codes;
using Edge.Site.Ports;
using Microsoft.Playwright;

namespace Edge.Site.Tests.Page;

/// <summary>Every value leads to its proof.</summary>
[Collection(nameof(SiteBrowser))]
public sealed class SiteProofTests(SiteBrowser browser)
{
    private const string Card = "[data-channel='main.pressure'] ";

    [SitePageFact]
    public async Task One_click_downloads_the_evidence_of_the_value_that_is_shown()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();

        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.ClickAsync(Card + "button.evidence"));

        Assert.Equal("main.pressure-20.edge", download.SuggestedFilename);
        var shown = await tab.Page.EvaluateAsync<string>("() => (Date.parse(document.querySelector('[data-channel=\"main.pressure\"] time').dateTime) / 1000).toFixed(3)");
        Assert.Contains($"evidence?channel=main.pressure&at={shown}&proved=true", tab.Asked);
        Assert.Matches(@"^Saved as main\.pressure-20\.edge: the reading of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.$", await tab.Text(Card + ".saved"));
        Assert.Equal(site.Past.File, await File.ReadAllBytesAsync(await download.PathAsync()));
        SitePageTests.Quiet(tab, site);
    }

    [SitePageFact]
    public async Task Of_a_value_that_is_not_proved_yet_the_newest_that_is_comes_at_once_and_the_value_itself_as_soon_as_it_is()
    {
        await using var site = await Waterworks.StartAsync();
        var proved = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 40;
        site.Past.Proved = proved;
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        var time = await tab.Page.EvaluateAsync<string>("at => new Date((at + 8 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')", proved);

        await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.ClickAsync(Card + "button.evidence"));
        Assert.Equal($"Saved as main.pressure-20.edge: the newest proved reading, of {time}. The one shown is still on its way to the city.", await tab.Text(Card + ".saved"));

        await tab.Page.ClickAsync(Card + "button.prove");
        await tab.Page.WaitForSelectorAsync("dialog img");
        Assert.Equal($"Proof and QR code of main.pressure, {time}", await tab.Text("dialog h2"));
        Assert.StartsWith($"Proved: the newest proved reading, of {time}. The one of 20", await tab.Text("dialog [role=status]"), StringComparison.Ordinal);
        await tab.Picture("proof-earlier-en-light-desktop");
        await tab.Examine("proof of an earlier reading");
        site.Past.Proved = null;
        await tab.Page.ClickAsync("dialog >> text=it is proved now");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('dialog [role=status]').innerText === 'Proved: the city holds it.'");
        Assert.StartsWith("Proof and QR code of main.pressure, 3.412 bar, 20", await tab.Text("dialog h2"), StringComparison.Ordinal);
        SitePageTests.Quiet(tab, site);
    }

    [SitePageFact]
    public async Task An_entry_that_the_city_does_not_hold_yet_is_not_asked_for_until_it_does()
    {
        await using var site = await Waterworks.StartAsync();
        site.Well(s => s["anchored"] = 20);
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        await tab.Page.ClickAsync(Card + "summary");
        await tab.Page.ClickAsync(Card + "tbody tr:first-child button");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('dialog [role=status]').innerText.startsWith('Not anchored yet: the city does not hold it. It will be shown here')");
        Assert.DoesNotContain(tab.Asked, a => a.StartsWith("qr?", StringComparison.Ordinal));

        site.Well(s => s["anchored"] = 21);
        await tab.Page.WaitForSelectorAsync("dialog img");
        SitePageTests.Quiet(tab, site);
    }

    [SitePageFact]
    public async Task Evidence_of_a_time_is_proposed_up_to_what_is_proved()
    {
        await using var site = await Waterworks.StartAsync();
        site.Past.Proved = 1_795_161_600.25;
        await using var tab = await browser.Open(site);
        await tab.Page.AddInitScriptAsync("let looks = 0; const clock = Date.now; Date.now = () => clock() + looks++;");
        await tab.Visit();
        await tab.Settle();

        await tab.Page.ClickAsync(Card + "button.range");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('dialog [name=to]').value.startsWith('2026-11-20T16:00')");
        Assert.StartsWith("2026-11-20T15:00", await tab.Page.InputValueAsync("dialog [name=from]"), StringComparison.Ordinal);
        Assert.StartsWith("Proved up to 2026-11-20 16:00:00;", await tab.Text("dialog.range form > p"), StringComparison.Ordinal);
        await tab.Picture("range-proposed-en-light-desktop");
        await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByText("Download the evidence file").ClickAsync());
        Assert.Equal("evidence?channel=main.pressure&from=1795158000&to=1795161600&complete=true", tab.Asked.Last(a => a.Contains("&from=", StringComparison.Ordinal)));
        SitePageTests.Quiet(tab, site);
    }

    [SitePageFact]
    public async Task A_time_of_which_nothing_was_recorded_is_told_as_that()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        site.Past.Before = _ => throw new RefusedException(Refusal.NothingThere, "no reading of that time");
        await tab.Page.ClickAsync(Card + "button.range");
        await tab.Page.GetByText("Download the evidence file").ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('dialog [role=status]').innerText === 'Nothing was recorded in that time.'");
    }

    [SitePageFact]
    public async Task The_newest_readings_say_of_when_they_are_and_are_asked_for_again()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        await tab.Page.ClickAsync(Card + "summary");
        await tab.Page.WaitForFunctionAsync("() => /^As of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$/.test(document.querySelector('.asof span').innerText)");
        Assert.Equal("2026-11-20 16:00:00.2", await tab.Text(Card + "tbody tr:first-child td:first-child"));

        site.Past.Answer = site.Past.Answer with { Entries = [site.Past.Answer.Entries[0]] };
        await tab.Page.ClickAsync(Card + ".asof button");
        await tab.Page.WaitForFunctionAsync("() => document.querySelectorAll('.readings tbody')[0].children.length === 1");
        Assert.Equal("2026-11-20 16:00:00", await tab.Text(Card + "tbody tr:first-child td:first-child"));
        Assert.Equal("Refresh", await tab.Page.EvaluateAsync<string>("() => document.activeElement.innerText"));
    }

    [SitePageFact]
    public async Task The_QR_code_comes_in_its_parts_and_the_keyboard_is_enough()
    {
        await using var site = await Waterworks.StartAsync();
        site.Past.File = [.. Enumerable.Range(0, 6000).Select(i => (byte)(i * 31))];
        Assert.Equal(3, EvidenceCode.Parts(site.Past.File.Length));
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();

        await tab.Page.FocusAsync(Card + "button.prove");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForSelectorAsync("dialog img");
        Assert.Contains("Part 1 of 3", await tab.Text(".codes"), StringComparison.Ordinal);
        Assert.Equal("Proved: the city holds it.", await tab.Text("dialog [role=status]"));
        await tab.Page.WaitForFunctionAsync("() => { const img = document.querySelector('dialog img'); return img.complete && img.naturalWidth > 50; }");
        await tab.Picture("proof-en-light-desktop");
        await tab.Page.GetByText("Next part").ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.codes').innerText.includes('Part 2 of 3')");

        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.WaitForSelectorAsync("dialog", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });
        Assert.Equal("prove", await tab.Page.EvaluateAsync<string>("() => document.activeElement.className"));
        SitePageTests.Quiet(tab, site);
    }

    [SitePageFact]
    public async Task A_phone_is_given_coarser_codes_and_whoever_wishes_more_of_them()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site, width: 360);
        await tab.Visit();
        await tab.Settle();

        await tab.Page.ClickAsync(Card + "button.prove");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.codes')?.innerText.includes('Part 1 of 4')");
        await tab.Page.GetByText("More and coarser codes").ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.codes').innerText.includes('Part 1 of 8')");
        await tab.Page.GetByText("Fewer and denser codes").ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.codes').innerText.includes('Part 1 of 4')");
    }

    [SitePageFact]
    public async Task Evidence_of_a_time_is_complete_unless_it_is_not_wished_and_a_stroke_across_the_chart_says_of_which()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        var chart = (await tab.Page.Locator(Card + ".u-over").BoundingBoxAsync())!;

        await tab.Page.Mouse.MoveAsync(chart.X + (chart.Width / 2), chart.Y + 30);
        await tab.Page.Mouse.DownAsync();
        await tab.Page.Mouse.MoveAsync(chart.X + (chart.Width * 0.75f), chart.Y + 30, new MouseMoveOptions { Steps = 4 });
        await tab.Page.Mouse.UpAsync();
        await tab.Page.WaitForSelectorAsync("dialog.range");
        await tab.Picture("range-en-light-desktop");
        await tab.Examine("range");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByText("Download the evidence file").ClickAsync());

        Assert.Equal("main.pressure.whole-18.edge", download.SuggestedFilename);
        var asked = tab.Asked.Single(a => a.StartsWith("evidence?channel=main.pressure&from=", StringComparison.Ordinal));
        Assert.EndsWith("&complete=true", asked, StringComparison.Ordinal);
        double[] times = [.. asked.Split('&')[1..3].Select(p => double.Parse(p.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.InRange(times[1] - times[0], 5.5 * 3600, 6.5 * 3600);

        await tab.Page.UncheckAsync("dialog [name=complete]");
        await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByText("Download the evidence file").ClickAsync());
        Assert.DoesNotContain("complete", tab.Asked.Last(), StringComparison.Ordinal);
        SitePageTests.Quiet(tab, site);
    }

    [SitePageFact]
    public async Task What_is_not_anchored_yet_is_said_to_be_so_and_asked_for_again_by_itself()
    {
        await using var site = await Waterworks.StartAsync();
        site.Past.Before = _ => throw new RefusedException(Refusal.NotAnchored, "not anchored yet", TimeSpan.FromSeconds(1));
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Page.WaitForSelectorAsync("[data-link=live]");

        await tab.Page.ClickAsync(Card + "button.evidence");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('dialog [role=status]')?.innerText === 'Not anchored yet: the city does not hold it. The page asks again in 1 s.'");
        site.Past.Before = _ => { };

        await tab.Page.WaitForSelectorAsync("dialog img");
        Assert.Empty(tab.Errors);
    }

    [SitePageFact]
    public async Task Each_reading_of_the_table_each_event_and_each_step_of_the_day_leads_to_its_proof()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();

        await tab.Page.ClickAsync(Card + "summary");
        await tab.Page.WaitForSelectorAsync(Card + "table");
        foreach (var place in new[] { Card + "tbody tr:first-child button", ".eventlist li:nth-child(4) button" })
        {
            await tab.Page.ClickAsync(place);
            await tab.Page.WaitForSelectorAsync("dialog img");
            await tab.Page.GetByText("Close").ClickAsync();
        }

        Assert.Equal(["qr?index=20&part=1", "qr?index=14&part=1"], tab.Asked.Where(a => a.StartsWith("qr?", StringComparison.Ordinal)));

        await tab.Page.ClickAsync(Card + ".u-over", new PageClickOptions { Position = new Position { X = 40, Y = 40 } });
        await tab.Page.WaitForSelectorAsync("dialog img");
        Assert.StartsWith("Proof and QR code of main.pressure 20", await tab.Text("dialog h2"), StringComparison.Ordinal);
    }
}
