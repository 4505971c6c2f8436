using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>When what the file is about came to be, as far as that is proved.</summary>
public static class TimePart
{
    public static void Write(HtmlWriter html, Examination e)
    {
        using var part = HtmlPage.Section(html, e.Phrases.Word(Label.ProvedTime));
        var sentence = VerdictSentence.Existed(e);
        using var figure = html.In("figure");
        IntervalDrawing.Write(html, e.Interval, DeviceSpan.Of(e.Verdict.Readings), e.Times, e.Phrases, sentence);
        using var caption = html.In("figcaption");
        html.Element("p", e.Phrases.Sentence(sentence), ("class", "lead"));
        html.Element("p", e.Phrases.Word(PageLabel.Time), ("class", "small"));
    }
}
