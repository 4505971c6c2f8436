using Edge.Testing;
using Microsoft.Playwright;

namespace Edge.Verify.Tests.Page;

/// <summary>A page printed to PDF, as the text of its sheets.</summary>
internal static class PrintedPages
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<string[]> Of(IPage page)
    {
        using var folder = new TemporaryDirectory();
        var pdf = folder.File("page.pdf");
        await page.PdfAsync(new PagePdfOptions { Path = pdf, PreferCSSPageSize = true });
        await using var child = ChildProcess.Start("pdftotext", ["-layout", pdf, "-"]);
        Assert.Equal(0, await child.WaitForExit(Limit));
        return string.Join('\n', child.Output.All).TrimEnd('\f', '\n').Split('\f');
    }
}
