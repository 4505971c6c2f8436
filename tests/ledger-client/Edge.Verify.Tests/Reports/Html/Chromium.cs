using Edge.Testing;

namespace Edge.Verify.Tests.Reports.Html;

/// <summary>Debian's chromium without a window and without a network: prints pages, and runs a measuring page.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TemporaryDirectory _folder = new();

    public static bool IsThere { get; } = Find("chromium") && Find("pdftotext");

    public string Write(string name, byte[] page) => _folder.Write(name, System.Text.Encoding.UTF8.GetString(page));

    /// <summary>Prints a page as PDF and returns the text of its pages.</summary>
    public async Task<string[]> Print(string page)
    {
        var pdf = _folder.File("page.pdf");
        await Run("chromium", [.. Options, "--no-pdf-header-footer", $"--print-to-pdf={pdf}", page]);
        var text = await Run("pdftotext", ["-layout", pdf, "-"]);
        return string.Join('\n', text).TrimEnd('\f').Split('\f');
    }

    /// <summary>Loads a page, lets its scripts run, and returns the document as it is then.</summary>
    public async Task<string> Dump(string page) => string.Join('\n', await Run("chromium", [.. Options, "--allow-file-access-from-files", "--dump-dom", page]));

    public void Dispose() => _folder.Dispose();

    private string[] Options =>
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={_folder.File("profile")}", "--enable-logging=stderr", "--window-size=1000,800",
    ];

    private static async Task<IReadOnlyList<string>> Run(string program, string[] arguments)
    {
        await using var child = ChildProcess.Start(program, arguments);
        Assert.Equal(0, await child.WaitForExit(Limit));

        // What a page does against its own policy, and what its scripts complain of, comes here.
        Assert.DoesNotContain(child.Error.All, line => line.Contains("CONSOLE", StringComparison.Ordinal));
        return child.Output.All;
    }

    private static bool Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
