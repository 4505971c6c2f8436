using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>A few readings in full: two lines each, the figures right-aligned, in the log's order.</summary>
internal static class ReadingRows
{
    private const int Indent = 2;

    /// <param name="left">How many are left out between the first half and the second; 0: none.</param>
    public static void Write(ReportWriter writer, Examination e, IReadOnlyList<ProvedReading> shown, int left)
    {
        var values = new ValueText(e.Asked.Full, e.Phrases);
        var cells = shown.Select(r => Cells(r, e, values)).Prepend(Head(e.Phrases)).ToArray();
        var widths = Enumerable.Range(0, cells[0].Length).Select(i => cells.Max(c => TextWidth.Of(ShownText.Clean(c[i])))).ToArray();
        writer.Row(Line(cells[0], widths));
        for (var i = 0; i < shown.Count; i++)
        {
            if (left > 0 && i == shown.Count / 2)
                writer.Row($"{Blank}{e.Phrases.Omitted(left)}");
            writer.Row(Line(cells[i + 1], widths));
            writer.Paragraph(Second(shown[i], e), Indent + widths[0] + 2);
        }
    }

    /// <summary>What else there is to say of a reading: when, since when, why it is not good.</summary>
    /// <param name="time">Empty: told already.</param>
    public static string More(ProvedReading proved, Examination e, string time)
    {
        var parts = new List<string> { time };
        if (proved.NotBefore is { } notBefore && notBefore != e.Interval.NotBefore)
            parts.Add($"{e.Phrases.Word(Label.NotBefore)} {e.Times.Full(notBefore)}");
        if (proved.Reading.Reason != Reason.None)
            parts.Add(e.Phrases.Meaning(proved.Reading.Quality, proved.Reading.Reason));
        return string.Join(e.Phrases.Semicolon, parts.Where(p => p.Length > 0));
    }

    private static string Second(ProvedReading proved, Examination e) => More(proved, e, $"{e.Phrases.Word(Label.DeviceTime)} {DeviceTimes.Full(e, proved)}");

    private static string Blank => new(' ', Indent);

    private static string[] Head(Phrases phrases) =>
        [phrases.Word(Label.Entry), phrases.Word(Label.Channel), phrases.Word(Label.Value), "", phrases.Word(Label.Raw), phrases.Word(Label.Quality)];

    private static string[] Cells(ProvedReading proved, Examination e, ValueText values)
    {
        var reading = proved.Reading;
        return
        [
            proved.Index.ToString("#,0", CultureInfo.InvariantCulture),
            reading.Channel,
            (reading.Value is null ? "" : Figures.Before(reading.Unit)) + values.Of(proved),
            reading.Value is null ? "" : Figures.After(reading.Unit),
            reading.Raw?.ToString(CultureInfo.InvariantCulture) ?? "-",
            e.Phrases.Word(reading.Quality),
        ];
    }

    private static string Line(string[] cells, int[] widths) =>
        $"{Blank}{TextWidth.Right(ShownText.Clean(cells[0]), widths[0])}  {TextWidth.Left(ShownText.Clean(cells[1]), widths[1])}  "
        + $"{TextWidth.Right(ShownText.Clean(cells[2]), widths[2])} {TextWidth.Left(ShownText.Clean(cells[3]), widths[3])}  "
        + $"{TextWidth.Right(cells[4], widths[4])}  {cells[5]}";
}
