using System.Globalization;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>More readings than are told in full, one line each under their channel; a second line only where one is not good, or its time is recomputed.</summary>
internal static class ReadingsByChannel
{
    private const int Indent = 4;

    public static void Write(ReportWriter writer, Examination e)
    {
        var values = new ValueText(e.Asked.Full, e.Phrases);
        foreach (var channel in e.Verdict.Readings.GroupBy(r => r.Reading.Channel))
        {
            writer.Row($"  {e.Phrases.Word(Label.Channel)} {ShownText.Name(channel.Key)}");
            var cells = channel.Select(r => Cells(r, e, values)).Prepend(Head(e)).ToArray();
            var widths = Enumerable.Range(0, cells[0].Length).Select(i => cells.Max(c => TextWidth.Of(ShownText.Clean(c[i])))).ToArray();
            writer.Row(Line(cells[0], widths));
            foreach (var (reading, line) in channel.Zip(cells.Skip(1)))
            {
                writer.Row(Line(line, widths));
                if (ReadingRows.More(reading, e, e.Displayed.Of(reading) is { IsRecomputed: true } ? DeviceTimes.Short(e, reading) : "") is { Length: > 0 } more)
                    writer.Paragraph(more, Indent + widths[0] + 2);
            }
        }
    }

    private static string[] Head(Examination e) =>
        [e.Phrases.Word(Label.Entry), $"{e.Phrases.Word(Label.DeviceTime)} ({e.Times.Zone})", e.Phrases.Word(Label.Value), "", e.Phrases.Word(Label.Quality)];

    private static string[] Cells(ProvedReading proved, Examination e, ValueText values) =>
    [
        proved.Index.ToString("#,0", CultureInfo.InvariantCulture),
        Html.DeviceSpan.Shown(proved.Reading.Wall, e.Times, e.Phrases),
        (proved.Reading.Value is null ? "" : Figures.Before(proved.Reading.Unit)) + values.Of(proved),
        proved.Reading.Value is null ? "" : Figures.After(proved.Reading.Unit),
        e.Phrases.Word(proved.Reading.Quality),
    ];

    private static string Line(string[] cells, int[] widths) =>
        $"{new string(' ', Indent)}{TextWidth.Right(cells[0], widths[0])}  {TextWidth.Left(cells[1], widths[1])}  "
        + $"{TextWidth.Right(ShownText.Clean(cells[2]), widths[2])} {TextWidth.Left(ShownText.Clean(cells[3]), widths[3])}  {cells[4]}";
}
