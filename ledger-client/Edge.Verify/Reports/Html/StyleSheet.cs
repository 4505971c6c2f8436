using System.Security.Cryptography;
using System.Text;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// The page's style: page.css; on a phone the heads of columns, which stand in each cell there; the margins of printed pages, which name the verdict, the
/// digest and the page's number on each of them.
/// </summary>
public sealed class StyleSheet
{
    private static readonly string Shared = Load();

    public StyleSheet(PageHead head, Phrases phrases)
    {
        var (before, between, after) = phrases.PageNumber;
        Text = $$"""
            {{Shared}}
            @media screen and (max-width: 44rem) {
              .readings td:first-child::before, .seals td:first-child::before { content: "{{phrases.Word(Label.Entry)}} "; }
              .readings td:nth-child(5)::before { content: "{{phrases.Word(Label.Raw)}} "; }
              .seals td:nth-child(2)::before { content: "{{phrases.Word(PageLabel.Closes)}}{{phrases.Colon}}"; }
              .seals td:nth-child(3)::before { content: "{{phrases.Word(PageLabel.Counts)}}{{phrases.Colon}}"; }
              .seals td:nth-child(5)::before { content: "{{phrases.Word(PageLabel.Beacon)}} "; }
            }
            @page {
              @top-left { content: "{{head.Title}}"; }
              @top-right { content: "{{VerdictHead.Word(head, phrases)}}"; font-weight: bold; }
              @bottom-left { content: "SHA-256 {{head.DigestHex}}"; font-family: monospace; }
              @bottom-right { content: "{{before}}" counter(page) "{{between}}" counter(pages) "{{after}}"; }
            }
            """;
    }

    public string Text { get; }

    /// <summary>The style as a content security policy allows it (CSP 3, hash-source).</summary>
    public string Source => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}";

    private static string Load()
    {
        using var resource = typeof(StyleSheet).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
