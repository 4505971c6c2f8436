using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Site.Tests.Serving;

namespace Edge.Site.Tests.Page;

/// <summary>Events are read as what happened, and not as what the log has of it.</summary>
[Collection(nameof(SiteBrowser))]
public sealed class SiteEventsTests(SiteBrowser browser)
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>2026-11-20 06:00 UTC.</summary>
    private const double Noon = 1_795_154_400;

    [SitePageFact]
    public async Task Gaps_alike_are_one_line_that_opens_and_days_head_their_events()
    {
        await using var site = await StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        await tab.Page.WaitForSelectorAsync(".eventlist li");

        Assert.Equal(["2026-11-20", "2026-11-19"], await tab.Page.Locator(".days h3").AllInnerTextsAsync());
        Assert.Equal(["alarm", "gap", "configuration", "maintenance"], await tab.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.days > ol > li')].map(li => li.dataset.kind)"));
        const string Flood = ".eventlist li[data-count='12'] ";
        Assert.Equal("12 gaps, missed samples: main.pressure, tap.ph", Missed(await tab.Text(Flood + "summary")));
        Assert.Equal("13:48:00 to 14:10:02", await tab.Text(Flood + ".when"));
        Assert.False(await tab.Page.Locator(Flood + "li").First.IsVisibleAsync());
        await tab.Page.ClickAsync(Flood + "summary");
        Assert.Contains("7 samples not taken in time", await tab.Text(Flood + "li:first-child"), StringComparison.Ordinal);
        Assert.Equal(1, await tab.Page.GetByText("2026-11-20").CountAsync());
        await tab.Picture("events-en-light-desktop");
        await tab.Examine("events");

        await tab.Page.ClickAsync("button.language");
        await tab.Page.WaitForSelectorAsync(".eventlist li");
        await tab.Page.ClickAsync(Flood + "summary");
        Assert.Contains("7 个采样未能及时采集", await tab.Text(Flood + "li:first-child"), StringComparison.Ordinal);

        static string Missed(string text) => text.Replace(text.Split(", ")[1].Split(':')[0], "missed samples", StringComparison.Ordinal);
    }

    [SitePageFact]
    public async Task No_hash_stands_there_whole_before_it_is_asked_for_and_no_JSON_at_all()
    {
        await using var site = await StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        await tab.Page.WaitForSelectorAsync(".eventlist li");

        var text = await tab.Text(".events");
        Assert.DoesNotContain(Hash, text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        await tab.Page.ClickAsync("button.hash");
        Assert.Contains(Hash, await tab.Text(".events"), StringComparison.Ordinal);
        await tab.Page.ClickAsync("[data-kind=configuration] summary");
        Assert.Contains("limits.high", await tab.Text("[data-kind=configuration] .settings"), StringComparison.Ordinal);
    }

    [SitePageFact]
    public async Task Kind_and_channel_are_chosen_and_stand_in_the_address()
    {
        await using var site = await StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        await tab.Page.SelectOptionAsync("[name=kind]", "alarm");
        await tab.Page.SelectOptionAsync(".sifter [name=channel]", "tap.ph");
        await tab.Page.WaitForFunctionAsync("() => document.querySelectorAll('.days li').length === 1");
        Assert.EndsWith("/?kind=alarm&channel=tap.ph", tab.Page.Url, StringComparison.Ordinal);

        await tab.Page.ReloadAsync();
        await tab.Settle();
        await tab.Page.WaitForFunctionAsync("() => document.querySelectorAll('.days li').length === 1");

        Assert.Equal("alarm", await tab.Page.InputValueAsync("[name=kind]"));
        var asked = site.Past.Asked.Last(q => q.Kind is not null);
        Assert.Equal((EntryKind.Alarm, "tap.ph"), (asked.Kind, asked.Channel));
        SitePageTests.Quiet(tab, site);
    }

    private static async Task<RunningSite> StartAsync()
    {
        var site = await Waterworks.StartAsync();
        LoggedEntry[] flood = [.. Enumerable.Range(0, 12).Select(i => new LoggedEntry(
            (ulong)(90 - i), new GapEntry([i % 2 == 0 ? "main.pressure" : "tap.ph"], At(Noon + 600 - (120 * i)), At(Noon + 602 - (120 * i)), GapReason.Overrun, "7 samples not taken in time"), null))];
        site.Past.Answer = new LogPage(
        [
            new(95, new EventEntry(EntryKind.Alarm, 1, At(Noon + 900), "tap.ph", "9 pH is above the limit 8.5 pH", ""), Shown(Noon + 900)),
            .. flood,
            new(70, new ConfigurationEntry("tap.ph", """{"driver":"ezo-ph","limits":{"high":8.5}}""", default, "Li Wei"), Shown(Noon - 3600)),
            new(60, new EventEntry(EntryKind.Maintenance, 1, At(Noon - 86_400), "commissioning", $"edge doctor: 0 broken, 0 to look at, 9 well; findings sha-256 {Hash}", "Li Wei"), Shown(Noon - 86_400)),
        ], null, new LogMarks(0, 96, 96, 100));
        return site;
    }

    private static WallTime At(double seconds) => new(seconds, 5);

    private static ShownTime Shown(double seconds) => new(At(seconds), null);
}
