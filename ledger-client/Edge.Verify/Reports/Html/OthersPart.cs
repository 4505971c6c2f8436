using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// Whether something is missing: what the file holds without omission and the gaps it tells; and under their own heading its other entries in words, but for the configurations and
/// calibrations that <see cref="ConditionsPart"/> shows.
/// </summary>
public static class OthersPart
{
    private const int MaxShown = 200;

    public static void Write(HtmlWriter html, Examination e)
    {
        var toldBelow = ConditionsPart.Shown(e);
        var others = Subjects.Others(e.Verdict).Where(o => o.Entry is not SealEntry && !toldBelow.Contains(o.Entry)).ToLookup(o => o.Entry is GapEntry);
        using (HtmlPage.Section(html, e.Phrases.Word(Label.Completeness)))
        {
            foreach (var clause in Completeness.Of(e))
                html.Element("p", e.Phrases.Sentence(clause));
            List(html, e, [.. others[true]], "gap");
        }

        if (!others[false].Any())
            return;
        using var part = HtmlPage.Section(html, Phrases.Capitalized(e.Phrases.Word(Label.OtherEntries)));
        List(html, e, [.. others[false]], "event");
    }

    private static void List(HtmlWriter html, Examination e, ProvedEntry[] entries, string kind)
    {
        if (entries.Length == 0)
            return;
        using (html.In("ul"))
        {
            foreach (var entry in entries.Take(e.Asked.Full ? int.MaxValue : MaxShown))
                html.Element("li", $"{Phrases.Capitalized(e.Phrases.Entries([entry.Index], 0))}{e.Phrases.Colon}{OthersSection.Tell(entry, e)}", ("class", kind));
        }

        if (!e.Asked.Full && entries.Length > MaxShown)
            html.Element("p", e.Phrases.LeftOut(entries.Length - MaxShown));
    }
}
