using Edge.Ledger.Entries;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// Whether something is missing: what the file holds without omission, the gaps it tells, and its other entries in words, but for the configurations and
/// calibrations that <see cref="ConditionsPart"/> shows.
/// </summary>
public static class OthersPart
{
    private const int MaxShown = 200;

    public static void Write(HtmlWriter html, Examination e)
    {
        using var part = HtmlPage.Section(html, e.Phrases.Word(Label.Completeness));
        foreach (var clause in Completeness.Of(e))
            html.Element("p", e.Phrases.Sentence(clause));
        var toldBelow = ConditionsPart.Shown(e);
        var others = Subjects.Others(e.Verdict).Where(o => o.Entry is not SealEntry && !toldBelow.Contains(o.Entry)).ToArray();
        if (others.Length == 0)
            return;
        using (html.In("ul"))
        {
            foreach (var other in others.Take(e.Asked.Full ? int.MaxValue : MaxShown))
                html.Element("li", $"{Phrases.Capitalized(e.Phrases.Entries([other.Index], 0))}{e.Phrases.Colon}{OthersSection.Tell(other, e)}", ("class", other.Entry is GapEntry ? "gap" : "event"));
        }

        if (!e.Asked.Full && others.Length > MaxShown)
            html.Element("p", e.Phrases.LeftOut(others.Length - MaxShown));
    }
}
