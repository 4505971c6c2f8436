using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>When what the file is about came to be, as far as that is proved.</summary>
public static class TimePart
{
    public static void Write(HtmlWriter html, Examination e) =>
        Write(html, e.Interval, DeviceSpan.Of(e.Verdict.Readings), VerdictSentence.Existed(e), e.Times, e.Phrases);

    /// <param name="existed">The interval as a clause.</param>
    public static void Write(HtmlWriter html, ProvedInterval interval, DeviceSpan? device, string existed, Instants times, Phrases phrases)
    {
        using var part = HtmlPage.Section(html, phrases.Word(Label.ProvedTime));
        using var figure = html.In("figure");
        IntervalDrawing.Write(html, interval, device, times, phrases, existed);
        using var caption = html.In("figcaption");
        html.Element("p", phrases.Sentence(existed), ("class", "lead"));
        var note = Note(interval, phrases);
        if (note.Length > 0)
            html.Element("p", note, ("class", "small"));
    }

    private static string Note(ProvedInterval interval, Phrases phrases)
    {
        var whose = (interval.NotBefore, interval.NotAfter) switch
        {
            (null, null) => "",
            (not null, not null) => phrases.Word(PageLabel.Time),
            _ => phrases.Word(PageLabel.OneTime),
        };
        return interval.NotAfter is null ? whose : phrases.Join(whose, phrases.Word(PageLabel.WholeSecondsOfBound));
    }
}
