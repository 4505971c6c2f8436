using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>More readings than are told in full, one line each under their channel. A reason has a number in the line and is told once, below all of them; what bounds readings from below is told where it changes.</summary>
internal static class ReadingsByChannel
{
    private const int Indent = 4;

    public static void Write(ReportWriter writer, Examination e)
    {
        var values = new ValueText(e.Asked.Full, e.Phrases);
        var reasons = e.Verdict.Readings.Where(r => r.Reading.Reason != Reason.None).Select(r => (r.Reading.Quality, r.Reading.Reason)).Distinct().ToList();
        foreach (var channel in e.Verdict.Readings.GroupBy(r => r.Reading.Channel))
        {
            var uncertainty = Uncertainty(channel);
            var told = uncertainty is { } milliseconds ? $"{e.Phrases.Semicolon}{e.Phrases.Word(Label.DeviceTime)} {e.Phrases.Uncertainty(milliseconds / 1000.0)}" : "";
            writer.Row($"  {e.Phrases.Word(Label.Channel)} {ShownText.Name(channel.Key)}{told}");
            var cells = channel.Select(r => Cells(r, e, values, uncertainty is not null, reasons.IndexOf((r.Reading.Quality, r.Reading.Reason)))).Prepend(Head(e)).ToArray();
            var widths = Enumerable.Range(0, cells[0].Length).Select(i => cells.Max(c => TextWidth.Of(ShownText.Clean(c[i])))).ToArray();
            writer.Row(Line(cells[0], widths));
            var bound = e.Interval.NotBefore;
            foreach (var (reading, line) in channel.Zip(cells.Skip(1)))
            {
                if (reading.NotBefore is { } from && from != bound)
                    writer.Row($"{Blank}{e.Phrases.Word(Label.NotBefore)} {e.Times.Full(from)}{e.Phrases.Colon}");
                bound = reading.NotBefore;
                writer.Row(Line(line, widths));
                if (e.Displayed.Of(reading) is { IsRecomputed: true })
                    writer.Paragraph(DeviceTimes.Short(e, reading), Indent + widths[0] + 2);
            }
        }

        for (var i = 0; i < reasons.Count; i++)
            writer.Paragraph($"{Number(i)}{e.Phrases.Meaning(reasons[i].Quality, reasons[i].Reason)}", Indent);
    }

    private static string Blank => new(' ', Indent);

    private static string Number(int reason) => $"({reason + 1}) ";

    /// <summary>Milliseconds, where it is the same of all; null where it is not, or one has no time.</summary>
    private static ulong? Uncertainty(IEnumerable<ProvedReading> readings) =>
        readings.Select(r => (ulong?)r.Reading.Wall?.UncertaintyMilliseconds).Distinct().ToArray() is [{ } one] ? one : null;

    private static string[] Head(Examination e) =>
    [
        e.Phrases.Word(Label.Entry), $"{e.Phrases.Word(Label.DeviceTime)} ({e.Times.Zone})", e.Phrases.Word(Label.Value), "", e.Phrases.Word(Label.Raw),
        e.Phrases.Word(Label.Quality),
    ];

    private static string[] Cells(ProvedReading proved, Examination e, ValueText values, bool isUncertaintyTold, int reason) =>
    [
        proved.Index.ToString("#,0", CultureInfo.InvariantCulture),
        isUncertaintyTold ? e.Times.Device(proved.Reading.Wall!.Value.Seconds) : Html.DeviceSpan.Shown(proved.Reading.Wall, e.Times, e.Phrases),
        (proved.Reading.Value is null ? "" : Figures.Before(proved.Reading.Unit)) + values.Of(proved),
        proved.Reading.Value is null ? "" : Figures.After(proved.Reading.Unit),
        proved.Reading.Raw?.ToString(CultureInfo.InvariantCulture) ?? "-",
        $"{e.Phrases.Word(proved.Reading.Quality)} {(reason < 0 ? "" : Number(reason))}".TrimEnd(),
    ];

    private static string Line(string[] cells, int[] widths) =>
        $"{Blank}{TextWidth.Right(cells[0], widths[0])}  {TextWidth.Left(cells[1], widths[1])}  "
        + $"{TextWidth.Right(ShownText.Clean(cells[2]), widths[2])} {TextWidth.Left(ShownText.Clean(cells[3]), widths[3])}  {TextWidth.Right(cells[4], widths[4])}  {cells[5]}";
}
