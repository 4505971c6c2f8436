using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// One channel's readings drawn: a line where nothing is missing, nothing where something is; values not to be relied on and readings without a value are
/// marked in rows of their own below, recorded gaps are hatched.
/// </summary>
public sealed class ReadingsChart(HtmlWriter html, Examination e)
{
    private const double Top = 14;
    private const double Plot = 128;
    private const double UncertainRow = Top + Plot + 8;
    private const double BadRow = UncertainRow + 11;
    private const double Axis = BadRow + 26;
    private const int Height = (int)Axis + 6;
    private const int DotsUpTo = 150;
    private const int Marks = 240;

    private readonly ValueText _values = new(full: false, e.Phrases);

    /// <summary>Draws the figure with its words, unless the series has not two places to stand on.</summary>
    /// <returns>Whether there was something to draw.</returns>
    /// <param name="gaps">Recorded gaps of the channel that have a beginning and an end on the gateway's clock.</param>
    public bool Write(ChannelSeries series, IReadOnlyList<GapSpan> gaps)
    {
        var (left, right) = (series.X(0), series.X(series.Count - 1));
        var plotted = Enumerable.Range(0, series.Count).Where(series.IsPlotted).ToArray();
        if (right <= left || plotted.Length == 0)
            return false;
        var least = plotted.MinBy(i => series[i].Reading.Value);
        var most = plotted.MaxBy(i => series[i].Reading.Value);
        var isContact = plotted.All(i => _values.IsState(series[i]));
        var (low, high) = isContact ? Room(0, 1) : Room(series[least].Reading.Value!.Value, series[most].Reading.Value!.Value);
        if (!double.IsFinite(high - low))
            return false;
        var summary = isContact ? Contact(series, plotted) : Summary(series, least, most);
        using var figure = html.In("figure", ("class", "chart"));
        html.Element("figcaption", summary);
        using (Drawing.Open(html, "chart", Height, summary))
        {
            var draw = new Drawing(html);
            var step = isContact ? 1 : Ticks.Step(high - low, 5);
            var ticks = Ticks.Of(low, high, step).Select(t => (Value: t, Y: Top + (high - t) / (high - low) * Plot)).ToArray();
            foreach (var (_, y) in ticks)
                draw.Line("grid", 0, y, 1, y);
            foreach (var (from, to) in gaps.Where(g => series.HasClock && g.From < right && g.To > left).Take(Marks))
                Gap(draw, Math.Clamp(Across(from), 0, 1), Math.Clamp(Across(to), 0, 1));
            Line(new ChartLine(series, Across, v => (high - v) / (high - low), isContact));
            if (plotted.Length <= DotsUpTo)
            {
                foreach (var i in plotted)
                    draw.Dot("dot", Across(series.X(i)), Top + (high - series[i].Reading.Value!.Value) / (high - low) * Plot, 2.2);
            }

            foreach (var (value, y) in ticks)
                draw.Tick(0, y - 3, isContact ? _values.State(series[least], value > 0.5) : Figures.Tick(value, step));
            Row(draw, "uncertain", UncertainRow, series, Across, r => r.Quality == Quality.Uncertain);
            Row(draw, "bad", BadRow, series, Across, r => r.Quality == Quality.Bad || r.Value is null);
            Foot(draw, series, left, right, Across);
        }

        return true;

        // The ends stand a little inside: room for the figures on the left, and for whole marks.
        double Across(double x) => 0.05 + (x - left) / (right - left) * 0.94;
    }

    private string Summary(ChannelSeries series, int least, int most) => e.Phrases.ChartSummary(
        series.Count,
        ShownText.Name(series[0].Reading.Channel),
        Shown(series[least]),
        Shown(series[most]),
        Place(series, 0),
        Place(series, series.Count - 1),
        Enumerable.Range(0, series.Count).Any(i => series[i].Reading is { Quality: Quality.Bad, Value: not null }));

    private string Contact(ChannelSeries series, int[] plotted) => e.Phrases.ContactSummary(
        series.Count, ShownText.Name(series[0].Reading.Channel), ReadingsAlike.States([.. plotted.Select(i => series[i])], _values, e.Phrases)!, Place(series, 0), Place(series, series.Count - 1));

    private string Shown(ProvedReading proved) => _values.WithUnit(proved);

    private string Place(ChannelSeries series, int i) =>
        series.HasClock ? $"{e.Times.Device(series.X(i))} {e.Times.Zone}" : e.Phrases.Entries([series[i].Index], 0);

    private static (double Low, double High) Room(double low, double high)
    {
        var room = high > low ? (high - low) * 0.08 : Math.Max(Math.Abs(high) * 0.05, 0.5);
        return (low - room, high + room);
    }

    private void Line(ChartLine line)
    {
        using var inner = html.In(
            "svg", ("x", "0"), ("y", HtmlWriter.Number(Top)), ("width", "100%"), ("height", HtmlWriter.Number(Plot)),
            ("viewBox", $"0 0 {ChartLine.Width} {ChartLine.Height}"), ("preserveAspectRatio", "none"));
        html.Empty("path", ("class", "line"), ("d", line.Path()));
    }

    private static void Gap(Drawing draw, double from, double to)
    {
        var end = Math.Max(to, from + 0.004);
        draw.Box("gap", from, Top, end, Plot);
        // A cross from corner to corner, which no line of values can be taken for.
        draw.Line("gap", from, Top, end, Top + Plot);
        draw.Line("gap", from, Top + Plot, end, Top);
    }

    /// <summary>Marks of one kind of reading, neighbouring ones as one.</summary>
    private static void Row(Drawing draw, string kind, double y, ChannelSeries series, Func<double, double> across, Func<ReadingEntry, bool> has)
    {
        var columns = new bool[Marks + 1];
        for (var i = 0; i < series.Count; i++)
        {
            if (has(series[i].Reading))
                columns[(int)(across(series.X(i)) * Marks)] = true;
        }

        for (var start = 0; start <= Marks; start++)
        {
            if (!columns[start])
                continue;
            var end = start;
            while (end < Marks && columns[end + 1])
                end++;
            draw.Box(kind, (start - 0.4) / Marks, y, (end + 0.4) / Marks, 7);
            start = end;
        }
    }

    private void Foot(Drawing draw, ChannelSeries series, double left, double right, Func<double, double> across)
    {
        draw.Line("axis", 0, Axis - 15, 1, Axis - 15);
        var zone = series.HasClock ? e.Times.Offset.TotalSeconds : 0;
        var step = series.HasClock ? Ticks.ClockStep(right - left) : Math.Max(1, Ticks.Step(right - left, 4));
        foreach (var tick in Ticks.Of(left, right, step, -zone))
        {
            var x = across(tick);
            draw.Line("axis", x, Axis - 15, x, Axis - 11);
            draw.Tick(x, Axis, series.HasClock ? e.Times.Tick(tick, step) : tick.ToString("#,0", CultureInfo.InvariantCulture));
        }
    }
}
