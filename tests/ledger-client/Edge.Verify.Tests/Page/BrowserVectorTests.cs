using System.Text.Json;
using Edge.Testing;
using Microsoft.Playwright;

namespace Edge.Verify.Tests.Page;

/// <summary>Every vector of what the page reads, form by form, in the browser: by its arithmetic and by the page's own.</summary>
[Collection(nameof(PageBrowser))]
public sealed class BrowserVectorTests(PageBrowser browser)
{
    private const string Run = "([name, text]) => runVectors(name, text)";

    [PageFact]
    public async Task The_page_agrees_with_every_vector_in_a_browser_too()
    {
        await using var session = await Open();
        var files = await session.Page.EvaluateAsync<string[]>("() => vectorFiles");
        var passed = 0;
        foreach (var name in files)
        {
            var result = await session.Page.EvaluateAsync<JsonElement>(Run, new[] { name, await File.ReadAllTextAsync(Path.Combine(PagePackages.Vectors, name)) });
            Assert.True(result.GetProperty("isNative").GetBoolean(), "this browser's Ed25519 is used");
            foreach (var way in new[] { "byBrowser", "byPage" })
            {
                Assert.Empty(result.GetProperty(way).GetProperty("failures").EnumerateArray().Select(failure => $"{way}: {failure}"));
                passed += result.GetProperty(way).GetProperty("passed").GetInt32();
            }
        }

        Assert.True(passed > 1_200, $"only {passed} vectors");
        Assert.Empty(session.Complaints);
    }

    [PageFact]
    public async Task A_vector_that_is_wrong_is_noticed_in_a_browser()
    {
        await using var session = await Open();
        var trees = (await File.ReadAllTextAsync(Path.Combine(PagePackages.Vectors, "trees.json"))).Replace("e3b0c44298fc", "e3b0c44298fd", StringComparison.Ordinal);
        var result = await session.Page.EvaluateAsync<JsonElement>(Run, new[] { "trees.json", trees });
        Assert.NotEqual(0, result.GetProperty("byPage").GetProperty("failures").GetArrayLength());
    }

    private async Task<PageSession> Open()
    {
        using var folder = new TemporaryDirectory();
        var script = folder.File("vectors.js");
        var (code, lines) = await PagePackages.Node("checks/bundle.mjs", PagePackages.Place, script);
        Assert.True(code == 0, string.Join('\n', lines));
        var session = await browser.Open();
        await session.Page.EvaluateAsync(await File.ReadAllTextAsync(script));
        return session;
    }
}
