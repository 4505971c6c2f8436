using Edge.Site.Ports;
using Edge.Site.Tests.Serving;
using Edge.Testing;
using Microsoft.Playwright;

namespace Edge.Site.Tests.Page;

/// <summary>What a person sees of a gateway, in a real browser.</summary>
[Collection(nameof(SiteBrowser))]
public sealed class SitePageTests(SiteBrowser browser)
{
    [SitePageFact]
    public async Task It_answers_first_whether_it_measures_whether_it_proves_and_what_needs_somebody()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();

        Assert.Equal("Measuring 3 of 4 channels, 1 doubtful", await tab.Text("[data-question=measuring] .answer"));
        Assert.Equal("Proving", await tab.Text("[data-question=proving] .answer"));
        Assert.Equal("Nothing needs you", await tab.Text("[data-question=needing] .answer"));
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.querySelector('.answers').getBoundingClientRect().bottom < innerHeight / 2"));

        site.Alarm();
        await tab.Page.WaitForSelectorAsync("[data-question=needing][data-tone=bad]");
        Assert.Equal("Needs you: alarms", await tab.Text("[data-question=needing] .answer"));
        Assert.Contains("above the limit 3.9 bar", await tab.Text(".needs"), StringComparison.Ordinal);
        Quiet(tab, site);
    }

    [SitePageFact]
    public async Task A_value_changes_on_the_screen_as_it_changes()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        Assert.Equal("3.412 bar", await tab.Text("[data-channel='main.pressure'] .value"));

        Waterworks.Measure(site, 2, pressure: 3.5);
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('[data-channel=\"main.pressure\"] .value').innerText.trim() === '3.500 bar'", null, new PageWaitForFunctionOptions { Timeout = 2_000 });

        Assert.StartsWith("good", await tab.Text("[data-channel='main.pressure'] .state"), StringComparison.Ordinal);
        Assert.Equal("7.21 pH", await tab.Text("[data-channel='tap.ph'] .value"));
        Assert.StartsWith("uncertain: has not changed for too long, for 12 min 34 s", await tab.Text("[data-channel='tap.ph'] .state"), StringComparison.Ordinal);
        Assert.Equal("no value", await tab.Text("[data-channel='tap.temperature'] .value"));
        Assert.StartsWith("bad: the device does not answer", await tab.Text("[data-channel='tap.temperature'] .state"), StringComparison.Ordinal);
        Assert.Equal("open", await tab.Text("[data-channel='cabinet.door'] .value"));
        Quiet(tab, site);
    }

    [SitePageFact]
    public async Task A_gap_is_drawn_as_a_gap_and_no_line_joins_its_ends()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        const string Card = "[data-channel='main.pressure'] ";

        Assert.Equal("Last 24 h: 3.029 to 3.750 bar; 3 gaps; 2,400 uncertain; 1,800 bad", await tab.Text(Card + "figcaption"));
        Assert.Contains("3 gaps", await tab.Page.GetAttributeAsync(Card + ".plot", "aria-label") ?? "", StringComparison.Ordinal);
        // Where the line is in each column of the picture: it has the line's own colour.
        var columns = await tab.Page.EvaluateAsync<bool[]>("""
            () => { const canvas = document.querySelector('[data-channel="main.pressure"] canvas'), over = document.querySelector('[data-channel="main.pressure"] .u-over');
              const box = over.getBoundingClientRect(), frame = canvas.getBoundingClientRect(), scale = canvas.width / frame.width;
              return Array.from({ length: 288 }, (_, i) => { const x = Math.round((box.left - frame.left + box.width * (i + 0.5) / 288) * scale);
                const pixels = canvas.getContext('2d').getImageData(x, 0, 1, canvas.height).data;
                for (let p = 0; p < pixels.length; p += 4) if (pixels[p + 2] > 140 && pixels[p] < 60 && pixels[p + 3] > 200) return true;
                return false; }); }
            """);
        Assert.All(columns[(Waterworks.GapFrom + 2)..(Waterworks.GapTo - 1)], Assert.False);
        Assert.All(columns[(Waterworks.BadFrom + 2)..(Waterworks.BadTo - 1)], Assert.False);
        Assert.All(columns[150..190], Assert.True);
        Assert.All(columns[10..50], Assert.True);
    }

    [SitePageFact]
    public async Task A_channel_in_alarm_shows_it_with_who_has_acknowledged_it()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        const string Card = "[data-channel='main.pressure'] ";
        Assert.False(await tab.Page.IsVisibleAsync(Card + ".alarm"));

        site.Alarm();
        await tab.Page.WaitForSelectorAsync(Card + ".alarm");
        Assert.Equal("bad", await tab.Page.GetAttributeAsync("[data-channel='main.pressure']", "data-tone"));
        Assert.Equal("Alarm: above the limit 3.900 bar, since 2026-11-29 07:12:00 (3 min 4 s). Nobody has acknowledged it.", await AlarmText());

        site.Acknowledged();
        await tab.Page.WaitForSelectorAsync(Card + ".alarm[data-acknowledged=true]");
        Assert.EndsWith("Acknowledged by Chen (operator, site page) at 2026-11-29 07:14:02.", await AlarmText(), StringComparison.Ordinal);
        await tab.Picture("acknowledged-en-light-desktop");
        await tab.Page.ClickAsync("button.language");
        Assert.EndsWith("Chen (operator, site page) 已于 2026-11-29 07:14:02 确认。", await AlarmText(), StringComparison.Ordinal);

        // The day of the page's clock goes without saying.
        async Task<string> AlarmText() => (await tab.Text(Card + ".alarm")).Replace("since 07:12:00", "since 2026-11-29 07:12:00", StringComparison.Ordinal)
            .Replace("at 07:14:02", "at 2026-11-29 07:14:02", StringComparison.Ordinal).Replace("于 07:14:02", "于 2026-11-29 07:14:02", StringComparison.Ordinal);
    }

    [SitePageFact]
    public async Task The_live_value_is_in_the_day_and_the_axis_holds_the_limits_that_are_near()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();

        Waterworks.Measure(site, 2, pressure: 4.25);
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('[data-channel=\"main.pressure\"] figcaption').innerText.startsWith('Last 24 h: 3.029 to 4.250 bar')");
        await tab.Page.WaitForFunctionAsync(Reds("main.pressure", "3.9 is dashed over the width", 40));
        Assert.True(await tab.Page.EvaluateAsync<bool>(Reds("tap.ph", "9.5 is an arrow", 1)));
        Assert.False(await tab.Page.EvaluateAsync<bool>(Reds("tap.ph", "9.5 is an arrow", 40)));

        // In so many columns of the chart's upper half there is the limits' colour.
        static string Reds(string channel, string what, int least) => $$"""
            () => { /* {{what}} */ const canvas = document.querySelector('[data-channel="{{channel}}"] canvas'), { width, height } = canvas;
              const pixels = canvas.getContext('2d').getImageData(0, 0, width, height / 2).data; let columns = 0;
              for (let x = 0; x < width; x++) for (let y = 0; y < Math.floor(height / 2); y++) { const p = 4 * (y * width + x); if (pixels[p] > 140 && pixels[p + 1] < 60 && pixels[p + 2] < 60 && pixels[p + 3] > 150) { columns++; break; } }
              return columns >= {{least}}; }
            """;
    }

    [SitePageFact]
    public async Task What_has_only_begun_is_drawn_in_steps_of_seconds()
    {
        await using var site = await Waterworks.StartAsync();
        var begun = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 120;
        site.Past.Day = _ => new Trend(((begun / 300) - 287) * 300, 300, [.. Enumerable.Repeat(default(TrendStep), 287), new TrendStep(9, 0, 0, 9, 3, 4, 3.5, 3.5)], true);
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();

        await tab.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(r => /trend[?]channel=main.pressure&from=[0-9]+&to=/.test(r.name))");
        var fine = tab.Asked.First(a => a.Contains("trend?channel=main.pressure&from=", StringComparison.Ordinal));
        Assert.Equal((begun / 300 * 300).ToString(System.Globalization.CultureInfo.InvariantCulture), fine.Split("from=")[1].Split('&')[0]);
    }

    [SitePageFact]
    public async Task All_times_are_in_one_zone_which_is_named_once_and_can_be_the_other()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        site.Acknowledged();
        await tab.Visit();
        await tab.Settle();
        Assert.Equal("Times in UTC+8", await tab.Text("button.zone"));
        Assert.Contains("at 2026-11-29 07:14:02", await tab.Text(".needs"), StringComparison.Ordinal);
        Assert.DoesNotContain("UTC", (await tab.Text("main")), StringComparison.Ordinal);

        await tab.Page.ClickAsync("button.zone");
        await tab.Page.ReloadAsync();
        await tab.Settle();

        Assert.Equal("Times in UTC", await tab.Text("button.zone"));
        Assert.Contains("at 2026-11-28 23:14:02", await tab.Text(".needs"), StringComparison.Ordinal);
    }

    [SitePageFact]
    public async Task It_speaks_Chinese_to_whoever_asks_for_it_and_remembers()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        Assert.Equal("en", await tab.Page.GetAttributeAsync("html", "lang"));

        await tab.Page.ClickAsync("button.language");
        await tab.Page.ReloadAsync();
        await tab.Settle();

        Assert.Equal("zh-Hans", await tab.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal("在存证", await tab.Text("[data-question=proving] .answer"));
        Assert.StartsWith("可疑：长时间不变，已 12 分 34 秒", await tab.Text("[data-channel='tap.ph'] .state"), StringComparison.Ordinal);
        Assert.Equal("打开", await tab.Text("[data-channel='cabinet.door'] .value"));
        Assert.Equal("3.412 bar", await tab.Text("[data-channel='main.pressure'] .value"));
        Quiet(tab, site);

        await using var chinese = await browser.Open(site, locale: "zh-CN");
        await chinese.Visit();
        await chinese.Settle();
        Assert.Equal("在存证吗？", await chinese.Text("[data-question=proving] h2"));
    }

    [SitePageFact]
    public async Task It_fits_a_phone()
    {
        await using var site = await Waterworks.StartAsync();
        foreach (var locale in new[] { "en-GB", "zh-CN" })
        {
            await using var tab = await browser.Open(site, locale, width: 360);
            site.Alarm();
            await tab.Visit();
            await tab.Settle();
            Assert.Equal((int[])[1, 1], await tab.Page.EvaluateAsync<int[]>("() => [...document.querySelector('h1').childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => { const part = document.createRange(); part.selectNodeContents(n); return part.getClientRects().length; })"));
            Assert.Equal(360, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            Assert.All(await tab.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('button')].filter(b => b.offsetParent).map(b => b.getBoundingClientRect().height)"), height => Assert.True(height >= 38));
        }
    }

    [SitePageFact]
    public async Task Offline_is_told_as_a_normal_state()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        site.Offline();
        await tab.Visit();
        await tab.Settle();

        Assert.Equal("still", await tab.Page.GetAttributeAsync("[data-question=proving]", "data-tone"));
        Assert.Equal("Offline 3 min, room for 20 days", await tab.Text("[data-question=proving] .answer"));
        Assert.True(await tab.Page.IsVisibleAsync(".aside"));
        Assert.Equal("Offline is a normal state: readings go on being sealed, 1,204 wait, and one anchor will cover them all.", await tab.Text(".aside"));
        await tab.Picture("offline-en-light-desktop");
    }

    [SitePageFact]
    public async Task The_way_of_a_reading_is_shown_station_by_station_with_the_seconds_between()
    {
        await using var site = await Waterworks.StartAsync();
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        Assert.Equal("here", await tab.Page.GetAttributeAsync("[data-station=durable]", "data-state"));

        site.Well(s => (s["size"], s["at_risk"]) = (10_003, 0));
        await tab.Page.WaitForSelectorAsync("[data-station=sealed][data-state=here]");
        Assert.Equal("waits for a seal; 13 entries wait", await tab.Text("[data-station=sealed] .note"));
        site.Well(s => (s["size"], s["sealed"], s["departments"]) = (10_004, 10_004, System.Text.Json.Nodes.JsonNode.Parse("""{"a":{"size":10004},"b":{"size":10004},"c":{"size":10004},"d":{"size":0}}""")));
        await tab.Page.WaitForSelectorAsync("[data-station=inBlock][data-state=here]");
        Assert.Equal("3 of 4 departments", await tab.Text("[data-station=anchored] .note"));
        site.Well(s => (s["size"], s["sealed"], s["anchored"], s["block"]) = (10_004, 10_004, 10_004, 418));
        await tab.Page.WaitForSelectorAsync("[data-station=inBlock][data-state=passed]");

        Assert.Equal("block 418", await tab.Text("[data-station=inBlock] .note"));
        Assert.Matches(@"^\+\d+\.\d s$", await tab.Text("[data-station=durable] .between"));
        Assert.Matches(@"^The reading before took \d+\.\d s from sampled to in block\.$", await tab.Text(".way > p:last-child"));
    }

    internal static void Quiet(SiteTab tab, RunningSite site)
    {
        Assert.Empty(tab.Complaints);
        Assert.Empty(tab.Elsewhere(site.Client.BaseAddress!));
    }
}
