using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Very many readings: of each channel how many of each quality and reason, the most first, with the least and the greatest value among them.</summary>
internal static class ReadingsSummary
{
    private const int MaxChannels = 10;
    private const int Indent = 4;

    public static void Write(ReportWriter writer, Examination e)
    {
        var values = new ValueText(full: false, e.Phrases);
        var channels = e.Verdict.Readings.GroupBy(r => r.Reading.Channel).ToArray();
        foreach (var channel in channels.Take(MaxChannels))
        {
            writer.Row($"  {e.Phrases.Word(Label.Channel)} {ShownText.Name(channel.Key)}");
            foreach (var alike in channel.GroupBy(r => (r.Reading.Quality, r.Reading.Reason, r.Reading.Unit)).OrderByDescending(a => a.Count()))
            {
                var counted = e.Phrases.Alike(alike.Count(), e.Phrases.QualityAndReason(alike.Key.Quality, alike.Key.Reason));
                var measured = alike.Where(r => r.Reading.Value is not null).ToArray();
                writer.Paragraph(measured.Length == 0 ? counted : $"{counted}{e.Phrases.Semicolon}{Span(values.WithUnit(measured.MinBy(Value)!), values.WithUnit(measured.MaxBy(Value)!), e.Phrases)}", Indent);
            }
        }

        if (channels.Length > MaxChannels)
            writer.Row($"  {e.Phrases.Omitted(channels.Length - MaxChannels)}");
    }

    private static double Value(ProvedReading proved) => proved.Reading.Value!.Value;

    private static string Span(string least, string greatest, Phrases phrases) => least == greatest ? least : phrases.Span(least, greatest);
}
