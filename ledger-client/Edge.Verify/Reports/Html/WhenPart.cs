using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports.Html;

/// <summary>Below a channel's chart: how many of its readings are not good, why and when, and when a contact changed. Nothing where all are good and it is no contact.</summary>
internal static class WhenPart
{
    public static void Write(HtmlWriter html, string channel, IReadOnlyList<ProvedReading> readings, Examination e)
    {
        var told = ReadingsAlike.Of(readings, e).Where(a => a.When.Length > 0)
            .Append(new ReadingsAlike(ShownText.Name(channel), ReadingTimes.Changes(readings, e))).Where(a => a.When.Length > 0).ToArray();
        if (told.Length == 0)
            return;
        using var list = html.In("ul", ("class", "when"));
        foreach (var (text, when) in told)
            html.Element("li", $"{text}{e.Phrases.Semicolon}{when}");
    }
}
