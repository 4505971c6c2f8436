using Microsoft.Playwright;

namespace Edge.Verify.Tests.Page.Codes;

/// <summary>A browser of its own, since chromium is told when it starts what its camera shows; it gives leave to use it.</summary>
internal sealed class CameraBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private CameraBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <param name="video">Null: there is no camera.</param>
    public static async Task<CameraBrowser> Start(string? video)
    {
        var playwright = await Playwright.CreateAsync();
        string[] camera = video is null ? [] : ["--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={video}"];
        return new CameraBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = PageBrowser.Program,
            Args = ["--no-sandbox", "--use-fake-ui-for-media-stream", .. camera],
        }));
    }

    /// <summary>The page, and beside it the <c>streams</c> that it was given.</summary>
    public async Task<PageSession> Open(string locale = "en-GB", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await PageBrowser.Context(_browser, locale, width, scheme);
        await context.AddInitScriptAsync("""
            window.streams = [];
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async wishes => { const stream = await ask(wishes); streams.push(stream); return stream; };
            """);
        return await PageSession.Open(context);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}
