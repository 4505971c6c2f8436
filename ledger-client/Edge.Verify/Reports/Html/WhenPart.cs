using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>Below a channel's chart: how many of its readings are not good, why and when, and when a contact changed. Nothing where all are good and it is no contact.</summary>
internal static class WhenPart
{
    /// <param name="channel">Its name; empty where a chart above has it.</param>
    /// <param name="readings">Of one channel, in the log's order.</param>
    public static void Write(HtmlWriter html, string channel, IReadOnlyList<ProvedReading> readings, Examination e)
    {
        string[] told =
        [
            .. ReadingsAlike.Of(readings, e).Where(a => a.When.Length > 0).Select(a => $"{a.Text}{e.Phrases.Semicolon}{a.When}"),
            .. new[] { ReadingTimes.Changes(readings, e) }.Where(changes => changes.Length > 0),
        ];
        if (told.Length == 0)
            return;
        if (channel.Length > 0)
            html.Element("p", $"{e.Phrases.Word(Label.Channel)} {ShownText.Name(channel)}{e.Phrases.Colon}");
        using var list = html.In("ul", ("class", "when"));
        foreach (var sentence in told)
            html.Element("li", sentence);
    }
}
