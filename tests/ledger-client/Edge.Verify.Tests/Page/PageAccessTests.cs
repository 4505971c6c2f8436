using System.Text.Json;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Tests.Reports.Html;
using Microsoft.Playwright;

namespace Edge.Verify.Tests.Page;

/// <summary>axe-core finds nothing serious, whatever the page shows.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageAccessTests(PageBrowser browser)
{
    private static readonly string Policy = new TestKeys().PolicyText;

    [PageFact]
    public async Task Axe_finds_nothing_serious()
    {
        var altered = new Scene().One.ToBytes();
        altered[200] ^= 1;
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 360, 1280 })
            {
                await using var session = await browser.Open(width: width, scheme: scheme);
                await Examine(session, $"intro-{scheme}-{width}");
                await session.Judge(new LongScene().Cut(120), Policy);
                await Examine(session, $"valid-{scheme}-{width}");
                await session.Check(("altered.edge", altered), ("none.edge", [1, 2, 3]));
                await session.Page.WaitForSelectorAsync(".list li:nth-child(2).not_checked");
                foreach (var file in new[] { 1, 2 })
                {
                    await session.Page.ClickAsync($".list li:nth-child({file}) button");
                    await Examine(session, $"{(file == 1 ? "invalid" : "none")}-{scheme}-{width}");
                }
            }
        }
    }

    internal static async Task Examine(PageSession session, string about)
    {
        await session.Picture(about);
        await session.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(PagePackages.Place, "node_modules/axe-core/axe.min.js")));
        var violations = (await session.Page.EvaluateAsync<JsonElement>("() => axe.run().then(found => found.violations.map(v => ({ id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.html).slice(0, 3) })))"))
            .EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical").Select(v => v.ToString()).ToArray();
        Assert.True(violations.Length == 0, $"{about}: {string.Join('\n', violations)}");
    }
}
