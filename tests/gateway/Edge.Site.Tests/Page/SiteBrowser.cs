using Edge.Site.Tests.Serving;
using Microsoft.Playwright;

namespace Edge.Site.Tests.Page;

/// <summary>Debian's chromium, driven by Playwright; started with the first test that asks for it.</summary>
public sealed class SiteBrowser : IAsyncLifetime
{
    public const string Program = "/usr/bin/chromium";

    private readonly Lazy<Task<IBrowser>> _browser = new(Start);
    private static IPlaywright? s_playwright;

    /// <summary>A tab of a browser that was never here before.</summary>
    /// <param name="width">Of the screen, in pixels.</param>
    internal async Task<SiteTab> Open(RunningSite site, string locale = "en-GB", int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var context = await (await _browser.Value).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Client.BaseAddress!.ToString(),
            Locale = locale,
            TimezoneId = "Asia/Shanghai",
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 740 : 900 },
            HasTouch = width < 500,
            AcceptDownloads = true,
            JavaScriptEnabled = scripts,
        });
        return new SiteTab(context, await context.NewPageAsync());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser.IsValueCreated)
            await (await _browser.Value).CloseAsync();
        s_playwright?.Dispose();
    }

    private static async Task<IBrowser> Start()
    {
        s_playwright = await Playwright.CreateAsync();
        return await s_playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }
}

/// <summary>One browser for all tests of the page.</summary>
[CollectionDefinition(nameof(SiteBrowser))]
public sealed class SiteBrowsers : ICollectionFixture<SiteBrowser>;
