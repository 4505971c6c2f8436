using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>What was measured: one reading large, several as their counts and a chart of each channel.</summary>
public static class MeasuredPart
{
    private const int Charts = 12;

    public static void Write(HtmlWriter html, Examination e)
    {
        var readings = e.Verdict.Readings;
        if (readings.Count == 0)
            return;
        using var part = HtmlPage.Section(html, e.Phrases.Word(PageLabel.Measured));
        if (readings.Count == 1)
            One(html, readings[0], e);
        else
            Many(html, readings, e);
        if (readings.Any(r => e.Displayed.Of(r) is { IsRecomputed: true }))
            html.Element("p", e.Phrases.Word(Label.RecomputedTimes), ("class", "small"));
    }

    private static void One(HtmlWriter html, ProvedReading proved, Examination e)
    {
        var (reading, phrases) = (proved.Reading, e.Phrases);
        html.Element("p", new ValueText(full: false, phrases).WithUnit(proved), ("class", "figure"));
        using var facts = new Facts(html);
        facts.Add(phrases.Word(Label.Channel), reading.Channel);
        facts.Add(phrases.Word(Label.Quality), phrases.QualityAndMeaning(reading.Quality, reading.Reason));
        facts.Add(phrases.Word(Label.DeviceTime), DeviceTimes.Full(e, proved));
        facts.Add(phrases.Word(Label.Raw), reading.Raw is { } raw ? $"{raw}" : "-");
        facts.Add(phrases.Word(PageLabel.Place), phrases.Entries([proved.Index], 0));
        facts.Add(phrases.Word(Label.Gateway), $"{e.Verdict.Gateway}");
    }

    private static void Many(HtmlWriter html, IReadOnlyList<ProvedReading> readings, Examination e)
    {
        using (var facts = new Facts(html))
        {
            facts.Add(e.Phrases.Word(Label.Readings), e.Phrases.Counts(Subjects.Counts(e.Verdict)));
            facts.Add(e.Phrases.Word(Label.Gateway), $"{e.Verdict.Gateway}");
        }

        var others = Subjects.Others(e.Verdict);
        var chart = new ReadingsChart(html, e);
        var channels = readings.GroupBy(r => (r.Reading.Channel, r.Reading.Unit)).Where(g => g.Skip(1).Any()).ToArray();
        var drawn = 0;
        foreach (var channel in channels.Take(Charts))
        {
            var breaks = others.Where(o => o.Entry is BootEntry || (o.Entry is GapEntry gap && Concerns(gap, channel.Key.Channel))).ToArray();
            var series = new ChannelSeries([.. channel], e.Verdict.Complete, breaks, r => e.Displayed.Of(r)?.Wall.Seconds);
            var isDrawn = chart.Write(series, [.. breaks.Select(o => GapSpan.Of(o.Entry)).OfType<GapSpan>()]);
            drawn += isDrawn ? 1 : 0;
            WhenPart.Write(html, isDrawn ? "" : channel.Key.Channel, [.. channel], e);
        }

        if (drawn > 0)
            html.Element("p", e.Phrases.Word(PageLabel.ChartMarks), ("class", "small"));

        if (channels.Length > Charts)
            html.Element("p", $"{e.Phrases.Word(PageLabel.NotDrawn)}{e.Phrases.Colon}{channels.Length - Charts}");
    }

    private static bool Concerns(GapEntry gap, string channel) => gap.Channels.Count == 0 || gap.Channels.Contains(channel);
}
