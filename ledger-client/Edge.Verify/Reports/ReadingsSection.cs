using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>What was measured: two lines per reading, the figures right-aligned; of many, the first and last few and the counts.</summary>
public static class ReadingsSection
{
    private const int AllUpTo = 8;
    private const int Ends = 3;
    private const int Indent = 2;

    public static void Write(ReportWriter writer, Examination e)
    {
        var readings = e.Verdict.Readings;
        if (readings.Count == 0)
            return;
        writer.Field(e.Phrases.Word(Label.Readings), e.Phrases.Counts(Subjects.Counts(e.Verdict)));
        var all = e.Asked.Full || readings.Count <= AllUpTo;
        IReadOnlyList<ProvedReading> shown = all ? readings : [.. readings.Take(Ends), .. readings.TakeLast(Ends)];
        var cells = shown.Select(r => Cells(r, e)).Prepend(Head(e.Phrases)).ToArray();
        var widths = Enumerable.Range(0, cells[0].Length).Select(i => cells.Max(c => TextWidth.Of(ShownText.Clean(c[i])))).ToArray();
        writer.Row(Line(cells[0], widths));
        for (var i = 0; i < shown.Count; i++)
        {
            if (!all && i == Ends)
                writer.Row($"{Blank}{e.Phrases.Omitted(readings.Count - shown.Count)}");
            writer.Row(Line(cells[i + 1], widths));
            writer.Paragraph(Second(shown[i], e), Indent + widths[0] + 2);
        }

        writer.Blank();
    }

    private static string Blank => new(' ', Indent);

    private static string[] Head(Phrases phrases) =>
        [phrases.Word(Label.Entry), phrases.Word(Label.Channel), phrases.Word(Label.Value), "", phrases.Word(Label.Raw), phrases.Word(Label.Quality)];

    private static string[] Cells(ProvedReading proved, Examination e)
    {
        var reading = proved.Reading;
        return
        [
            proved.Index.ToString("#,0", CultureInfo.InvariantCulture),
            reading.Channel,
            Shown(proved, e),
            reading.Value is null ? "" : Figures.After(reading.Unit),
            reading.Raw?.ToString(CultureInfo.InvariantCulture) ?? "-",
            e.Phrases.Word(reading.Quality),
        ];
    }

    private static string Shown(ProvedReading proved, Examination e) => proved.Reading.Value switch
    {
        null => e.Phrases.Word(Label.NoValue),
        { } value => Figures.Before(proved.Reading.Unit) + (e.Asked.Full ? Figures.Exact(value) : Figures.Value(proved, value)),
    };

    private static string Line(string[] cells, int[] widths) =>
        $"{Blank}{TextWidth.Right(ShownText.Clean(cells[0]), widths[0])}  {TextWidth.Left(ShownText.Clean(cells[1]), widths[1])}  "
        + $"{TextWidth.Right(ShownText.Clean(cells[2]), widths[2])} {TextWidth.Left(ShownText.Clean(cells[3]), widths[3])}  "
        + $"{TextWidth.Right(cells[4], widths[4])}  {cells[5]}";

    private static string Second(ProvedReading proved, Examination e)
    {
        var reading = proved.Reading;
        var parts = new List<string> { $"{e.Phrases.Word(Label.DeviceTime)} {DeviceTimes.Full(e, proved)}" };
        if (proved.NotBefore is { } notBefore && notBefore != e.Interval.NotBefore)
            parts.Add($"{e.Phrases.Word(Label.NotBefore)} {e.Times.Full(notBefore)}");
        if (reading.Reason != Reason.None)
            parts.Add(e.Phrases.Meaning(reading.Quality, reading.Reason));
        return string.Join(e.Phrases.Semicolon, parts);
    }
}
