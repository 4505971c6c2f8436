using Edge.Verify.Words;

namespace Edge.Verify.Reports.Html;

/// <summary>The proved interval to scale: not before, not after, and between them, or beside them, what the gateway's own clock said with its uncertainty.</summary>
public static class IntervalDrawing
{
    private const int Height = 103;
    private const int HeightWithoutClock = 78;
    private const int RowHeight = 15;
    private const double Left = 0.04;
    private const double Right = 0.96;
    private const double Bar = 58;

    /// <param name="label">The picture in words.</param>
    public static void Write(HtmlWriter html, ProvedInterval interval, DeviceSpan? device, Instants times, Phrases phrases, string label)
    {
        // What a department signed "by 10" may have been made until 11.
        double? begin = interval.NotBefore, end = interval.NotAfter + 1.0;
        if ((begin ?? end) is null)
            return;
        double[] points = [.. new[] { begin, end, device?.From, device?.To }.OfType<double>()];
        var (low, high) = (points.Min(), points.Max());
        // An open side is longer than what is drawn of it; where there is nothing else it has the whole width.
        var open = high > low ? (high - low) / 4 : 1;
        var (first, last) = (begin is null ? low - open : low, end is null ? high + open : high);

        var clockRows = device?.InWords(times, phrases) ?? [];
        using var svg = Drawing.Open(html, "interval", device is null ? HeightWithoutClock : Height + (clockRows.Length * RowHeight), label);
        var draw = new Drawing(html);
        var (from, to) = (begin is { } b ? At(b) : Left, end is { } e ? At(e) : Right);
        draw.Line("axis", 0, Bar, 1, Bar);
        draw.Box(begin is null || end is null ? "proved open" : "proved", from, Bar - 9, to, 18);
        if (begin is { } known)
            Bound(draw, At(known), 14, $"{phrases.Word(PageLabel.NotBefore)} {times.Full(interval.NotBefore!.Value)}");
        if (end is not null)
            Bound(draw, to, 32, $"{phrases.Word(PageLabel.NotAfter)} {times.Full(interval.NotAfter!.Value)}");
        if (device is { } clock)
            Device(draw, At(clock.From), At(clock.To), [phrases.Word(Label.DeviceTime), .. clockRows]);

        double At(double time) => Left + (time - first) / (last - first) * (Right - Left);
    }

    private static void Bound(Drawing draw, double x, double textY, string text)
    {
        draw.Line("bound", x, textY + 4, x, Bar + 14);
        draw.Text("label", x, textY, text);
    }

    private static void Device(Drawing draw, double from, double to, string[] rows)
    {
        draw.Line("device", from, Bar, to, Bar);
        draw.Line("device", from, Bar - 6, from, Bar + 6);
        draw.Line("device", to, Bar - 6, to, Bar + 6);
        var middle = (from + to) / 2;
        draw.Dot("device", middle, Bar, 3.5);
        draw.Line("leader", middle, Bar + 6, middle, Bar + 26);
        for (var i = 0; i < rows.Length; i++)
            draw.Text("label", middle, Bar + 38 + (i * RowHeight), rows[i]);
    }
}
