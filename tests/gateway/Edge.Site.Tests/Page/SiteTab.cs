using System.Text.Json;
using Edge.Testing;
using Microsoft.Playwright;

namespace Edge.Site.Tests.Page;

/// <summary>The page in one tab, and everything it asked for or complained of.</summary>
internal sealed class SiteTab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _errors = [];
    private readonly List<string> _requests = [];

    public SiteTab(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _errors.Add(error);
        page.Request += (_, request) => _requests.Add(request.Url);
        page.SetDefaultTimeout(20_000);
    }

    public static string Place { get; } = Path.Combine(Programs.RepositoryRoot, "artifacts", "site");

    public IPage Page { get; }

    /// <summary>What the console has, and errors that nobody caught.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints, .. _errors];

    /// <summary>Errors that nobody caught: a browser notes by itself in the console what was refused.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>What was asked for under the API, without its beginning.</summary>
    public IEnumerable<string> Asked => _requests.Where(r => r.Contains("/api/v1/", StringComparison.Ordinal)).Select(r => r[(r.IndexOf("/api/v1/", StringComparison.Ordinal) + 8)..]);

    /// <summary>What was asked of others than this site.</summary>
    public IEnumerable<string> Elsewhere(Uri site) => _requests.Where(r => !r.StartsWith(site.ToString(), StringComparison.Ordinal) && !r.StartsWith($"blob:{site}", StringComparison.Ordinal));

    public Task Visit() => Page.GotoAsync("/");

    /// <summary>Waits until the page hears the gateway and has drawn its charts.</summary>
    public async Task Settle()
    {
        await Page.WaitForSelectorAsync("[data-link=live] .answer:not(:empty)");
        await Page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure.trend')].every(f => f.dataset.state !== 'asking' || f.getBoundingClientRect().top > innerHeight)");
    }

    public async Task<string> Text(string selector) => (await Page.InnerTextAsync(selector)).Trim();

    /// <summary>Keeps a picture of the whole page under artifacts.</summary>
    public async Task Picture(string name)
    {
        // Charts are drawn when they come near the screen.
        await Page.EvaluateAsync("async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) { scrollTo(0, y); await new Promise(requestAnimationFrame); } }");
        await Page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure.trend')].every(f => f.dataset.state !== 'asking')");
        await Page.EvaluateAsync("() => scrollTo(0, 0)");
        var folder = Path.Combine(Place, "pictures");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>axe-core finds nothing serious. It is run past the page's policy, as an extension of the browser would be.</summary>
    public async Task Examine(string about)
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Place, "node_modules/axe-core/axe.min.js")));
        var violations = (await Page.EvaluateAsync<JsonElement>("() => axe.run().then(found => found.violations.map(v => ({ id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.html).slice(0, 3) })))"))
            .EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical").Select(v => v.ToString()).ToArray();
        Assert.True(violations.Length == 0, $"{about}: {string.Join('\n', violations)}");
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
