using System.Text;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// The frame of every page: one self-contained file without scripts and without outside addresses, forbidden both by its content security policy.
/// What stands in it is up to the verdict it shows. The same input gives the same bytes.
/// </summary>
public static class HtmlPage
{
    /// <summary>What every page starts with.</summary>
    public static ReadOnlySpan<byte> Start => "<!DOCTYPE html>\n<!-- edge-verify page 1 -->\n"u8;

    public static void Write(Stream stream, PageHead head, Phrases phrases, Action<HtmlWriter> body)
    {
        stream.Write(Start);
        using var output = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        var html = new HtmlWriter(output, phrases);
        using (html.In("html", ("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", phrases.LanguageTag)))
        {
            Meta(html, head, phrases);
            using (html.In("body"))
            {
                VerdictHead.Write(html, head);
                using (html.In("main"))
                    body(html);
                using (html.In("footer"))
                    html.Element("p", $"{phrases.Word(PageLabel.MadeBy)} edge-verify {Tool.Version}{phrases.Semicolon}{phrases.Word(PageLabel.Offline)}");
            }
        }
    }

    /// <summary>A part of the page under a heading.</summary>
    public static HtmlWriter.Scope Section(HtmlWriter html, string title, string kind = "")
    {
        var section = kind.Length == 0 ? html.In("section") : html.In("section", ("class", kind));
        html.Element("h2", title);
        return section;
    }

    private static void Meta(HtmlWriter html, PageHead head, Phrases phrases)
    {
        var style = new StyleSheet(head, phrases);
        using var _ = html.In("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{style.Source}'; base-uri 'none'; form-action 'none'"));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Empty("meta", ("name", "generator"), ("content", $"edge-verify {Tool.Version}"));
        html.Element("title", $"{head.Title}{phrases.Colon}{VerdictHead.Word(head, phrases)} - SHA-256 {head.DigestHex}");
        html.Style(style.Text);
    }
}
