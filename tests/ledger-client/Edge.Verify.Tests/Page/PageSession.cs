using System.Text.Json;
using Edge.Testing;
using Edge.Verify.Outputs;
using Microsoft.Playwright;

namespace Edge.Verify.Tests.Page;

/// <summary>The page in one tab, and everything it asked for or complained of.</summary>
internal sealed class PageSession : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly TemporaryDirectory _folder = new();
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    private PageSession(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    public string Html => _folder.File("verify.html");

    /// <summary>What the console has, and errors that nobody caught.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>What was asked for besides the page itself and its own worker.</summary>
    public IEnumerable<string> Requests => _requests.Where(url => url != $"file://{Html}" && !url.StartsWith("blob:null/", StringComparison.Ordinal));

    public static async Task<PageSession> Open(IBrowserContext context)
    {
        var session = new PageSession(context, await context.NewPageAsync());
        VerifierPage.Write(session.Html);
        await session.Page.GotoAsync($"file://{session.Html}");
        return session;
    }

    public Task Trust(string policy) => Page.SetInputFilesAsync("#policy", new FilePayload { Name = "policy.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(policy) });

    public Task Check(params (string Name, byte[] Bytes)[] files) => Page.SetInputFilesAsync("#files", files.Select(file =>
    {
        var path = _folder.File(file.Name);
        File.WriteAllBytes(path, file.Bytes);
        return path;
    }));

    /// <summary>Waits until every file has its verdict.</summary>
    public async Task Settle() => await Page.WaitForFunctionAsync("() => document.querySelector('header[data-outcome]') && !document.querySelector('#page[data-busy]')");

    public async Task<PageSession> Judge(byte[] file, string policy, string name = "one.edge")
    {
        await Trust(policy);
        await Check((name, file));
        await Settle();
        return this;
    }

    public Task<string> Outcome() => Page.EvalOnSelectorAsync<string>("header[data-outcome]", "e => e.dataset.outcome");

    public async Task<string> Sentence() => await Page.EvaluateAsync<string?>("() => (document.querySelector('.sentence') ?? document.querySelector('h1'))?.textContent") ?? "";

    /// <summary>What each file came to, in the order in which they were given.</summary>
    public async Task<PageVerdict[]> Verdicts() => (await Page.EvaluateAsync<JsonElement>("""
        () => { const files = document.querySelectorAll('.list button').length || 1;
          return Array.from({ length: files }, (_, i) => { document.getElementById(`file-${i}`)?.click();
            return { name: document.querySelector('.files dd').textContent, outcome: document.querySelector('header[data-outcome]').dataset.outcome, sentence: document.querySelector('.sentence').textContent,
              findings: [...document.querySelectorAll('code.finding[data-number]')].map(code => +code.dataset.number) }; }); }
        """)).Deserialize<PageVerdict[]>(JsonSerializerOptions.Web)!;

    /// <summary>A picture as a phone keeps it.</summary>
    public async Task<byte[]> Jpeg(byte[] picture) => Convert.FromBase64String(await Page.EvaluateAsync<string>("""
        async picture => { const map = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), c => c.charCodeAt(0))])), canvas = new OffscreenCanvas(map.width, map.height);
          canvas.getContext('2d').drawImage(map, 0, 0); const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 })).arrayBuffer());
          return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')); }
        """, Convert.ToBase64String(picture)));

    /// <summary>Keeps a picture of the whole page under artifacts.</summary>
    public async Task Picture(string name)
    {
        var folder = Path.Combine(PagePackages.Place, "pictures");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _folder.Dispose();
    }
}
