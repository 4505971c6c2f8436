using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>The top of a page: the verdict as a sentence, a sign of it, and the digest of what was checked for eyes and for cameras.</summary>
public static class VerdictHead
{
    private const int Long = 260;

    public static string Word(PageHead head, Phrases phrases) => head.Word ?? phrases.Word(head.Outcome switch
    {
        PageOutcome.Valid => PageLabel.Valid,
        PageOutcome.ValidBut => PageLabel.ValidBut,
        _ => PageLabel.Invalid,
    });

    public static void Write(HtmlWriter html, PageHead head)
    {
        using var header = html.In("header", ("class", head.Outcome switch { PageOutcome.Valid => "valid", PageOutcome.ValidBut => "but", PageOutcome.FaultProved => "fault", _ => "invalid" }));
        using (html.In("div", ("class", "verdict")))
        {
            Mark.Write(html, head.Outcome);
            using (html.In("div"))
            {
                html.Element("p", head.Title, ("class", "kicker"));
                html.Element("h1", head.Sentence, ("class", TextWidth.Of(head.Sentence) > Long ? "long" : "short"));
            }
        }

        using (html.In("div", ("class", "stamp")))
        {
            QrCode.Write(html, $"sha256:{head.DigestHex}", head.DigestOf);
            using (html.In("p"))
            {
                html.Text(head.DigestOf);
                html.Element("code", Grouped(head.DigestHex));
            }
        }
    }

    /// <summary>As people compare it: groups of eight digits.</summary>
    private static string Grouped(string hex) => string.Join(' ', hex.Chunk(8).Select(group => new string(group)));
}
