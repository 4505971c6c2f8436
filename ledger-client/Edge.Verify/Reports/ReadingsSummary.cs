using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Very many readings: of each channel how many of each quality and reason and when, with the least and the greatest value among them, or a contact's states and their changes.</summary>
internal static class ReadingsSummary
{
    private const int MaxChannels = 10;
    private const int Indent = 4;

    public static void Write(ReportWriter writer, Examination e)
    {
        var channels = e.Verdict.Readings.GroupBy(r => r.Reading.Channel).ToArray();
        foreach (var channel in channels.Take(MaxChannels).Select(c => c.ToArray()))
        {
            writer.Row($"  {e.Phrases.Word(Label.Channel)} {ShownText.Name(channel[0].Reading.Channel)}");
            foreach (var (text, when) in ReadingsAlike.Of(channel, e))
            {
                writer.Paragraph(text, Indent);
                Times(writer, when);
            }

            if (ReadingTimes.Changes(channel, e) is { Length: > 0 } changes)
                writer.Paragraph(changes, Indent);
        }

        if (channels.Length > MaxChannels)
            writer.Row($"  {e.Phrases.Omitted(channels.Length - MaxChannels)}");
    }

    private static void Times(ReportWriter writer, string when)
    {
        if (when.Length > 0)
            writer.Paragraph(when, Indent + 2);
    }
}
