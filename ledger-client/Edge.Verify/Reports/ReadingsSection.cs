using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>What was measured: few readings in full, more of them in a line each, of very many what they amount to with the first and the last few.</summary>
public static class ReadingsSection
{
    /// <summary>So many are told in a line each, and no more.</summary>
    public const int InLinesUpTo = 40;

    private const int InFullUpTo = 8;
    private const int Ends = 3;

    public static void Write(ReportWriter writer, Examination e)
    {
        var readings = e.Verdict.Readings;
        if (readings.Count == 0)
            return;
        writer.Field(e.Phrases.Word(Label.Readings), e.Phrases.Counts(Subjects.Counts(e.Verdict)));
        if (e.Asked.Full || readings.Count <= InFullUpTo)
        {
            ReadingRows.Write(writer, e, readings, left: 0);
        }
        else if (readings.Count <= InLinesUpTo)
        {
            ReadingsByChannel.Write(writer, e);
        }
        else
        {
            ReadingsSummary.Write(writer, e);
            ReadingRows.Write(writer, e, [.. readings.Take(Ends), .. readings.TakeLast(Ends)], readings.Count - (2 * Ends));
        }

        writer.Blank();
    }
}
