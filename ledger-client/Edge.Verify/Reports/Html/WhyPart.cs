using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Why the verdict is what it is: every finding in words and by its code, or what was proved when there is none.</summary>
public static class WhyPart
{
    private const int MaxShown = 100;

    /// <param name="said">What the verdict comes to.</param>
    /// <param name="findings">Codes may be empty.</param>
    /// <param name="after">What follows from it for the rest of the page; may be empty.</param>
    public static void Write(HtmlWriter html, PageOutcome outcome, string said, IEnumerable<(string Sentence, string Code)> findings, string after, Phrases phrases)
    {
        using var part = HtmlPage.Section(html, phrases.Word(PageLabel.Why), "why");
        html.Element("p", said);
        if (outcome is PageOutcome.Valid or PageOutcome.FaultProved)
            return;
        List(html, phrases.Word(outcome == PageOutcome.Invalid ? PageLabel.Reason : PageLabel.Reservations), findings.Take(MaxShown), phrases);
        if (after.Length > 0)
            html.Element("p", after, ("class", "lead"));
    }

    /// <param name="findings">All that are to be shown.</param>
    public static void List(HtmlWriter html, string label, IEnumerable<(string Sentence, string Code)> findings, Phrases phrases)
    {
        html.Element("p", $"{label}{phrases.Colon}", ("class", "lead"));
        using var list = html.In("ul");
        foreach (var (sentence, code) in findings)
        {
            using var item = html.In("li");
            html.Text(sentence);
            if (code.Length > 0)
                html.Element("code", code, ("class", "finding"));
        }
    }
}
