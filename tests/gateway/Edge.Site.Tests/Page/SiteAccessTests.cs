using Microsoft.Playwright;

namespace Edge.Site.Tests.Page;

/// <summary>axe-core finds nothing serious, whatever the page shows; and a picture of each is kept.</summary>
[Collection(nameof(SiteBrowser))]
public sealed class SiteAccessTests(SiteBrowser browser)
{
    [SitePageFact]
    public async Task Axe_finds_nothing_serious()
    {
        await using var site = await Waterworks.StartAsync();
        foreach (var (locale, language) in new[] { ("en-GB", "en"), ("zh-CN", "zh") })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                foreach (var (width, screen) in new[] { (360, "phone"), (1280, "desktop") })
                {
                    site.Well();
                    await using var tab = await browser.Open(site, locale, width, scheme);
                    await tab.Visit();
                    await tab.Settle();
                    var about = $"{language}-{scheme.ToString().ToLowerInvariant()}-{screen}";
                    await Show(tab, $"well-{about}");
                    site.Alarm();
                    await tab.Page.WaitForSelectorAsync(".needs li");
                    await Show(tab, $"alarm-{about}");
                    await tab.Page.ClickAsync("[data-channel='tap.ph'] button.prove");
                    await tab.Page.WaitForSelectorAsync("dialog img");
                    await Show(tab, $"proof-{about}");
                }
            }
        }
    }

    private static async Task Show(SiteTab tab, string about)
    {
        await tab.Picture(about);
        await tab.Examine(about);
    }
}
