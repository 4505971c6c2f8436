using Microsoft.Playwright;

namespace Edge.Verify.Tests.Page;

/// <summary>Debian's chromium, driven by Playwright, without a network; started with the first test that asks for it.</summary>
public sealed class PageBrowser : IAsyncLifetime
{
    public const string Program = "/usr/bin/chromium";

    private readonly Lazy<Task<IBrowser>> _browser = new(Start);
    private static IPlaywright? s_playwright;

    /// <summary>Opens the page as a file, as whoever was handed it does.</summary>
    /// <param name="width">Of the screen, in pixels.</param>
    internal async Task<PageSession> Open(string locale = "en-GB", int width = 1280, ColorScheme scheme = ColorScheme.Light) =>
        await PageSession.Open(await Context(await _browser.Value, locale, width, scheme));

    internal static Task<IBrowserContext> Context(IBrowser browser, string locale, int width, ColorScheme scheme) => browser.NewContextAsync(new BrowserNewContextOptions
    {
        Offline = true,
        Locale = locale,
        ColorScheme = scheme,
        ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 740 : 900 },
        ReducedMotion = ReducedMotion.Reduce,
    });

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
