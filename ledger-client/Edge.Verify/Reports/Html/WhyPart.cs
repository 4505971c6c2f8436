using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Why the verdict is what it is: every finding in words, or what was proved when there is none.</summary>
public static class WhyPart
{
    public static void Write(HtmlWriter html, Examination e)
    {
        var phrases = e.Phrases;
        using var part = HtmlPage.Section(html, phrases.Word(PageLabel.Why), "why");
        html.Element("p", phrases.Word(e.Verdict.Outcome == Outcome.Invalid ? PageLabel.WhyInvalid : PageLabel.Proved));
        var findings = ReservationList.Sentences(e.Verdict, phrases);
        if (findings.Count > 0)
        {
            html.Element("p", $"{phrases.Word(e.Verdict.Outcome == Outcome.Invalid ? PageLabel.Reason : PageLabel.Reservations)}{phrases.Colon}", ("class", "lead"));
            using var list = html.In("ul");
            foreach (var (code, finding) in e.Verdict.Findings.Select(f => (f.Code, f.Cause)).Distinct().Zip(findings))
            {
                using var item = html.In("li");
                html.Text(finding);
                html.Element("code", $"{(int)code.Code} {JsonReport.Snake(code.Code)}", ("class", "finding"));
            }
        }

        if (e.Verdict.Outcome == Outcome.Invalid)
            html.Element("p", phrases.Word(PageLabel.NothingShown), ("class", "lead"));
    }
}
