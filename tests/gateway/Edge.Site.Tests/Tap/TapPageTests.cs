using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Site.Tests.Page;
using Edge.Site.Tests.Serving;
using Microsoft.Playwright;

namespace Edge.Site.Tests.Tap;

/// <summary>What a citizen sees on a phone, and checks there.</summary>
[Collection(nameof(SiteBrowser))]
public sealed class TapPageTests(SiteBrowser browser)
{
    private const int Phone = 360;
    private const string Verdict = "header[data-outcome]", Sum = "header.summary";

    [SitePageFact]
    public async Task One_screen_says_whether_the_water_is_in_order_since_when_and_who_vouches_for_it()
    {
        await using var site = await TapHouse.StartAsync();
        await using var tab = await browser.Open(site, width: Phone);

        await VisitAsync(tab);

        Assert.Equal(TapHouse.Name, await tab.Text(".name"));
        Assert.Equal("Yes", await tab.Text(".answer"));
        Assert.Matches(@"^Measured \d+ s ago, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\+8$", await tab.Text(".when"));
        Assert.Equal(["7.21 pH", "0.45 mg/L", "0.22 NTU", "11.4 °C"], await tab.Page.Locator(".value").AllInnerTextsAsync());
        Assert.Equal(["allowed: 6.5\u00A0to\u00A08.5", "allowed: 0.05\u00A0to\u00A02", "allowed: up\u00A0to\u00A01", "no limits are set"], await tab.Page.Locator(".allowed").AllInnerTextsAsync());
        Assert.StartsWith("3 of 4 departments of the city have on record what was measured up to", await tab.Text(".proof p"), StringComparison.Ordinal);
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        // Nothing but the page and its figures; no event stream, nothing that asks for login.
        Assert.Equal(["tap"], tab.Asked);
        SitePageTests.Quiet(tab, site);
    }

    [SitePageFact]
    public async Task The_site_page_has_the_sheet_to_hang_at_the_tap_or_says_what_it_lacks()
    {
        foreach (var (settings, expected) in new (SiteSettings?, string?)[] { (TapHouse.Settings, "Save the sheet to print"), (RunningSite.WithTap("tap.ph"), "The code cannot be made"), (null, null) })
        {
            await using var site = await RunningSite.StartAsync(TapHouse.Channels, settings: settings);
            await using var tab = await browser.Open(site);
            await tab.Visit();
            await tab.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "city.example/gw-1" }).WaitForAsync();

            var codes = tab.Page.Locator("footer summary");
            Assert.Equal(expected is null ? ["QR code of this page"] : ["QR code of this page", "QR code of the tap"], await codes.AllInnerTextsAsync());
            if (expected is null)
                continue;
            await codes.Last.ClickAsync();
            await tab.Page.Locator("footer details[open]").GetByText(expected).WaitForAsync();
            if (settings?.Tap?.Address is not null)
                await tab.Page.WaitForFunctionAsync("() => { const img = document.querySelector('footer details[open] img'); return img.complete && img.naturalWidth > 50; }");
        }
    }

    [SitePageFact]
    public async Task It_is_small_and_paints_at_once()
    {
        await using var site = await TapHouse.StartAsync();
        await using var tab = await browser.Open(site, width: Phone);

        await VisitAsync(tab);

        var sent = await tab.Page.EvaluateAsync<double>("() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, e) => sum + e.transferSize, 0)");
        var paint = await tab.Page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
        Assert.InRange(sent, 1, 30_000);
        Assert.InRange(paint, 0, 1000);
    }

    [SitePageFact]
    public async Task States_are_told_in_words_and_not_by_colour_alone()
    {
        await using var site = await TapHouse.StartAsync();
        await using var tab = await browser.Open(site, width: Phone);

        async Task<(string Answer, string Because, string Note)> SeeAsync(string channel)
        {
            await VisitAsync(tab);
            return (await tab.Text(".answer"), await tab.Text(".because"), string.Join(' ', await tab.Page.Locator($"[data-channel='{channel}'] :is(.within, .note)").AllInnerTextsAsync()).Trim());
        }

        TapHouse.Measure(site, ph: 9.1);
        Assert.Equal(("No", "Outside the limits: Acidity (pH).", "too high"), await SeeAsync("tap.ph"));
        Assert.Equal(1, await tab.Page.Locator("[data-channel='tap.ph'] .within svg").CountAsync());
        TapHouse.Measure(site, chlorine: null, quality: Quality.Bad, reason: Reason.NoAnswer);
        var unknown = ("Not known now", "Something is missing now; see below. That does not mean the water is bad.");
        Assert.Equal((unknown.Item1, unknown.Item2, "No valid number at the moment, because: the device does not answer."), await SeeAsync("tap.chlorine"));
        TapHouse.Measure(site, quality: Quality.Uncertain, reason: Reason.FlatLine);
        Assert.Equal((unknown.Item1, unknown.Item2, "within Doubtful, because: has not changed for too long."), await SeeAsync("tap.chlorine"));
        TapHouse.Measure(site, age: TimeSpan.FromMinutes(3));
        var (answer, _, note) = await SeeAsync("tap.ph");
        Assert.Equal("Not known now", answer);
        Assert.Matches(@"^Old: nothing newer since \d{4}-.* UTC\+8\.$", note);
        site.Measure(1, default);
        Assert.Equal("No measurement yet.", (await SeeAsync("tap.ph")).Note);
        SitePageTests.Quiet(tab, site);
    }

    [SitePageFact]
    public async Task A_city_that_is_away_is_told_calmly()
    {
        await using var site = await TapHouse.StartAsync();
        TapHouse.Prove(site, TimeSpan.FromHours(2));
        await using (var tab = await browser.Open(site, width: Phone))
        {
            await VisitAsync(tab);
            Assert.EndsWith("Newer measurements are still on their way to the city. That is nothing unusual; nothing is lost meanwhile.", await tab.Text(".proof p"), StringComparison.Ordinal);
            Assert.Equal("Yes", await tab.Text(".answer"));
        }

        await using var other = await TapHouse.StartAsync();
        other.Past.Before = _ => throw new RefusedException(Refusal.NotAnchored, "nothing is anchored yet");
        await using (var tab = await browser.Open(other, width: Phone))
        {
            await VisitAsync(tab);
            Assert.StartsWith("Measured, but the city has nothing of it on record yet.", await tab.Text(".proof p"), StringComparison.Ordinal);
            await tab.Page.ClickAsync("button.check");
            await tab.Page.GetByText("There is nothing to check yet").WaitForAsync();
            await tab.Picture("tap-not-proved-en-light-phone");
            Assert.Empty(tab.Errors);
        }
    }

    [SitePageFact]
    public async Task A_gateway_that_is_gone_is_told_and_what_stands_there_is_dated()
    {
        await using var site = await TapHouse.StartAsync();
        await using var tab = await browser.Open(site, width: Phone);
        await tab.Page.Clock.InstallAsync();
        await VisitAsync(tab);

        await tab.Page.RouteAsync("**/api/v1/tap", route => route.AbortAsync());
        await tab.Page.Clock.FastForwardAsync(31_000);

        await tab.Page.WaitForSelectorAsync("[data-link=lost] .notice:not(:empty)");
        Assert.Matches(@"^This tap cannot be reached now\. What stands here is of \d{4}-.* UTC\+8\.$", await tab.Text(".notice"));
        await tab.Page.WaitForSelectorAsync("[data-verdict=unknown]");
        Assert.Equal(("Not known now", "This tap cannot be reached now, so nothing can be said of its water. That does not mean the water is bad."), (await tab.Text(".answer"), await tab.Text(".because")));
        Assert.Equal(0, await tab.Page.Locator(".figure:not([data-state=stale])").CountAsync());
        Assert.False(await tab.Page.Locator(".within .icon").First.IsVisibleAsync());
        await tab.Picture("tap-lost-en-light-phone");
        await tab.Page.UnrouteAsync("**/api/v1/tap");
        await tab.Page.Clock.FastForwardAsync(11_000);
        await tab.Page.WaitForSelectorAsync("[data-link=live]");
        Assert.Empty(tab.Errors);
    }

    [SitePageFact]
    public async Task Figures_grow_old_by_themselves_while_the_gateway_does_not_answer()
    {
        await using var site = await TapHouse.StartAsync();
        await using var tab = await browser.Open(site, width: Phone);
        await tab.Page.Clock.InstallAsync();
        await VisitAsync(tab);
        await tab.Page.RouteAsync("**/api/v1/tap", _ => { });

        await tab.Page.Clock.RunForAsync(20_000);
        Assert.Equal("Yes", await tab.Text(".answer"));
        await tab.Page.Clock.RunForAsync(11_500);

        Assert.Equal("Not known now", await tab.Text(".answer"));
        Assert.Equal(4, await tab.Page.Locator(".figure[data-state=stale]").CountAsync());
    }

    [SitePageFact]
    public async Task A_number_stands_in_one_line_with_its_unit_however_long_it_is()
    {
        await using var site = await TapHouse.StartAsync(decimals: 4);
        foreach (var width in new[] { 320, 360 })
        {
            foreach (var (ph, chlorine) in new[] { (7.2971, 0.4958), (7.2971, 1234.5), (-12_345.678_9, 0.4958) })
            {
                TapHouse.Measure(site, ph, chlorine);
                await using var tab = await browser.Open(site, width: width);
                await VisitAsync(tab);

                Assert.All(await tab.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.value b')].map(b => b.getClientRects().length)"), lines => Assert.Equal(1, lines));
                Assert.All(await tab.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.value')].map(v => v.querySelector('.unit').getBoundingClientRect().bottom - v.querySelector('b').getBoundingClientRect().bottom)"), below => Assert.InRange(below, -40, 5));
                Assert.All(await tab.Page.EvaluateAsync<int[]>("() => [document.documentElement, ...document.querySelectorAll('.figure')].map(e => e.scrollWidth - e.clientWidth)"), beyond => Assert.Equal(0, beyond));
                await tab.Picture(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"tap-long-{width}-{ph}-{chlorine}"));
            }
        }
    }

    [SitePageFact]
    public async Task Without_scripts_it_says_what_to_do()
    {
        await using var site = await TapHouse.StartAsync();
        await using var tab = await browser.Open(site, width: Phone, scripts: false);

        await tab.Page.GotoAsync("/tap");

        Assert.Contains("请允许本网址运行脚本", await tab.Text("noscript"), StringComparison.Ordinal);
    }

    [SitePageFact]
    public async Task Anybody_checks_it_on_the_phone_and_one_bit_that_was_changed_is_found()
    {
        await using var site = await TapHouse.StartAsync();
        await using (var tab = await browser.Open(site, width: Phone))
        {
            var frame = await CheckAsync(tab);
            Assert.Equal("valid", await frame.Locator(Sum).GetAttributeAsync("data-worst"));
            Assert.Equal("All 4 figures are proved", await frame.Locator("h1").First.InnerTextAsync());
            Assert.Equal(["Acidity (pH): pH 7.21, proved", "Free chlorine: pH 7.21, proved", "Cloudiness: pH 7.21, proved", "Temperature: pH 7.21, proved"], await frame.Locator(".figures li .lead").AllInnerTextsAsync());
            Assert.Contains("departments of the city have this on record (water, energy", await frame.Locator(Sum).InnerTextAsync(), StringComparison.Ordinal);
            Assert.False(await frame.Locator(".hash, code, pre").First.IsVisibleAsync());
            Assert.Contains("a policy that you have from the city or a department proves more", await frame.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);
            await frame.Locator("#details").ClickAsync();
            Assert.Equal(4, await frame.Locator(".list li").Locator("visible=true").CountAsync());
            await frame.Locator("#details").ClickAsync();
            Assert.Equal(["tap", "tap/evidence?channel=tap.ph", "tap/evidence?channel=tap.chlorine", "tap/evidence?channel=tap.turbidity", "tap/evidence?channel=tap.temperature", "tap/policy"], tab.Asked);
            var (top, bottom) = (await frame.Locator(Sum).BoundingBoxAsync(), 740);
            Assert.True(top!.Y < bottom && top.Height > bottom * 0.45, $"the verdict at {top.Y} has {top.Height} pixels of {bottom}");
            await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SiteTab.Place, "pictures", "tap-checked-en-light-phone.png") });
            SitePageTests.Quiet(tab, site);
            await tab.Page.ClickAsync("button.back");
            await tab.Page.WaitForSelectorAsync("dialog", new() { State = WaitForSelectorState.Detached });
        }

        await using var forged = await TapHouse.StartAsync();
        forged.Past.File = [.. site.Past.File];
        forged.Past.File[forged.Past.File.Length / 2] ^= 1;
        await using (var tab = await browser.Open(forged, "zh-CN", Phone, ColorScheme.Dark))
        {
            var frame = await CheckAsync(tab);
            Assert.Equal("invalid", await frame.Locator(Sum).GetAttributeAsync("data-worst"));
            Assert.Equal("4 个数值均未获证明", await frame.Locator("h1").First.InnerTextAsync());
            Assert.StartsWith("无效：", await frame.Locator($"{Verdict} :is(h1, h2)").First.TextContentAsync(), StringComparison.Ordinal);
            await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SiteTab.Place, "pictures", "tap-forged-zh-dark-phone.png") });
            SitePageTests.Quiet(tab, forged);
        }
    }

    [SitePageFact]
    public async Task The_verifier_takes_nothing_from_another_origin_or_in_another_form_or_when_nobody_holds_it()
    {
        await using var site = await TapHouse.StartAsync();
        await using var tab = await browser.Open(site, width: Phone);
        await VisitAsync(tab);
        const string Gift = "{ edge: 'check', language: 'en', policy: { name: 'p', bytes: new TextEncoder().encode('log a+b').buffer }, files: [{ name: 'f', bytes: new ArrayBuffer(3) }] }";

        // In frames of this origin: told to be from elsewhere, from nobody around it, and not well formed; the last is as it should be, and was told so after the others.
        var seen = await tab.Page.EvaluateAsync<string[]>("""
            async () => {
              const told = [
                inner => ({ data: gift(inner), origin: 'https://evil.example', source: window }),
                inner => ({ data: gift(inner), origin: location.origin, source: inner }),
                inner => ({ data: { ...gift(inner), files: [] }, origin: location.origin, source: window }),
                inner => ({ data: { ...gift(inner), policy: null }, origin: location.origin, source: window }),
                inner => ({ data: gift(inner), origin: location.origin, source: window }),
              ];
              const bytes = (inner, text) => new inner.TextEncoder().encode(text).buffer;
              const gift = inner => ({ edge: 'check', language: 'en', policy: { name: 'p', bytes: bytes(inner, 'log a+b') }, files: [{ name: 'f', bytes: bytes(inner, 'abc') }] });
              const frames = await Promise.all(told.map(() => new Promise(done => {
                const frame = document.createElement('iframe');
                frame.addEventListener('load', () => done(frame.contentWindow), { once: true });
                frame.src = '/verify';
                document.body.append(frame);
              })));
              told.forEach((tell, i) => frames[i].dispatchEvent(new frames[i].MessageEvent('message', tell(frames[i]))));
              const isGiven = inner => inner.document.getElementById('page').hasAttribute('data-given');
              for (const began = performance.now(); !isGiven(frames.at(-1)) && performance.now() - began < 20_000;)
                await new Promise(requestAnimationFrame);
              return frames.map(inner => isGiven(inner) ? 'taken' : inner.document.querySelector('header').className);
            }
            """);

        Assert.Equal([.. Enumerable.Repeat("intro", 4), "taken"], seen);
        await tab.Page.GotoAsync("/verify");
        await tab.Page.EvaluateAsync($"() => postMessage({Gift}, location.origin)");
        await tab.Page.EvaluateAsync("() => new Promise(done => { addEventListener('message', done, { once: true }); postMessage(null, location.origin); })");
        Assert.Equal(1, await tab.Page.Locator("header.intro").CountAsync());
    }

    [SitePageFact]
    public async Task Both_languages_in_light_and_dark_have_nothing_serious_for_axe()
    {
        await using var site = await TapHouse.StartAsync();
        foreach (var (locale, language) in new[] { ("en-GB", "en"), ("zh-CN", "zh") })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                foreach (var (width, screen) in new[] { (Phone, "phone"), (1280, "desktop") })
                {
                    await using var tab = await browser.Open(site, locale, width, scheme);
                    foreach (var (state, set) in States(site))
                    {
                        set();
                        await VisitAsync(tab);
                        var about = $"tap-{state}-{language}-{scheme.ToString().ToLowerInvariant()}-{screen}";
                        await tab.Picture(about);
                        await tab.Examine(about);
                    }

                    await tab.Page.ClickAsync("summary");
                    await tab.Examine("how to be sure");
                    await tab.Page.ClickAsync("button.language");
                    Assert.Equal(language == "en" ? "此处的水是否正常？" : "Is this water in order?", await tab.Text("h1"));
                }
            }
        }
    }

    private static (string State, Action Set)[] States(RunningSite site) =>
    [
        ("out", () => TapHouse.Measure(site, ph: 9.1, chlorine: null, quality: Quality.Bad, reason: Reason.NoAnswer)),
        ("stale", () => TapHouse.Measure(site, age: TimeSpan.FromMinutes(3))),
        ("well", () => TapHouse.Measure(site)),
    ];

    private static async Task VisitAsync(SiteTab tab)
    {
        await tab.Page.GotoAsync("/tap");
        await tab.Page.WaitForSelectorAsync("[data-link=live] .answer span:not(:empty)");
    }

    private static async Task<IFrameLocator> CheckAsync(SiteTab tab)
    {
        await VisitAsync(tab);
        await tab.Page.ClickAsync("button.check");
        var frame = tab.Page.FrameLocator("iframe");
        await frame.Locator("#page:not([data-busy]) " + Sum).WaitForAsync();
        return frame;
    }
}
