using System.Globalization;
using System.Text;
using Edge.Gateway.Doctor.Readings;

namespace Edge.Gateway.Doctor.Reports;

/// <summary>Where a reading stands on its scale: a current between the limits of NE43, anything else between the limits that the configuration has. As SVG, in shades that print.</summary>
internal static class ScaleDrawing
{
    private const double Width = 150, Middle = 12;
    private const double Lowest = 2, Highest = 22;

    /// <summary>Nothing where a channel has neither.</summary>
    /// <param name="title">What it shows, in words.</param>
    public static string Of(ChannelReading reading, string title) => reading switch
    {
        { Milliamps: { } current } => Loop(current, title),
        { Value: { } value, Low: { } low, High: { } high } when high > low => Bar(value, low, high, title),
        _ => "",
    };

    private static string Loop(double current, string title)
    {
        var drawing = Begin(title);
        foreach (var (from, to, shade) in new[] { (Lowest, 3.6, "#bbb"), (3.6, 3.8, "#ddd"), (3.8, 20.5, "none"), (20.5, 21.0, "#ddd"), (21.0, Highest, "#bbb") })
            drawing.Append(CultureInfo.InvariantCulture, $"""<rect x="{X(from):0.#}" y="7" width="{X(to) - X(from):0.#}" height="10" fill="{shade}" stroke="#555" stroke-width=".6"/>""");
        foreach (var mark in new[] { 4, 12, 20 })
            drawing.Append(CultureInfo.InvariantCulture, $"""<path d="M{X(mark):0.#} 17v3" stroke="#555" stroke-width=".8"/><text x="{X(mark):0.#}" y="27" text-anchor="middle" font-size="7">{mark}</text>""");
        return End(drawing, X(current));

        static double X(double milliamps) => 1 + ((milliamps - Lowest) / (Highest - Lowest) * (Width - 2));
    }

    private static string Bar(double value, double low, double high, string title)
    {
        var drawing = Begin(title).Append(CultureInfo.InvariantCulture, $"""
            <rect x="11" y="7" width="{Width - 22:0.#}" height="10" fill="none" stroke="#555" stroke-width=".6"/><text x="11" y="27" font-size="7">{low:0.###}</text><text x="{Width - 11:0.#}" y="27" text-anchor="end" font-size="7">{high:0.###}</text>
            """);
        return End(drawing, 11 + ((value - low) / (high - low) * (Width - 22)));
    }

    private static StringBuilder Begin(string title) =>
        new StringBuilder().Append(CultureInfo.InvariantCulture, $"""<svg viewBox="0 0 {Width:0} 30" width="{Width:0}" height="30" role="img"><title>{Html.Text(title)}</title>""");

    /// <summary>The pointer, whole also where the reading is beyond its scale.</summary>
    private static string End(StringBuilder drawing, double x) =>
        drawing.Append(CultureInfo.InvariantCulture, $"""<path d="M{Math.Clamp(x, 4, Width - 4):0.#} {Middle + 6:0.#}l-4-15h8z" fill="#111"/></svg>""").ToString();
}
