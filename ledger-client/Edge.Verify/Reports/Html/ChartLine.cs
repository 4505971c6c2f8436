using System.Globalization;
using System.Text;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// A series as a line of bounded length: of each column at most four points, the first, the least, the most and the last, so that no peak is lost however
/// many readings there are.
/// </summary>
internal sealed class ChartLine
{
    public const int Columns = 720;

    /// <summary>The coordinates of <see cref="Path"/>.</summary>
    public const int Width = Columns * 10;
    public const int Height = 1_000;

    private readonly ChartColumn?[] _columns = new ChartColumn?[Columns];

    /// <param name="across">Where a reading stands, 0 to 1.</param>
    /// <param name="down">Where a value stands, 0 the top to 1.</param>
    public ChartLine(ChannelSeries series, Func<double, double> across, Func<double, double> down)
    {
        for (var i = 0; i < series.Count; i++)
        {
            if (!series.IsPlotted(i))
                continue;
            var (x, y) = (across(series.X(i)), down(series[i].Reading.Value!.Value));
            ref var column = ref _columns[Math.Clamp((int)(x * Columns), 0, Columns - 1)];
            if (column is null)
                column = new ChartColumn(x, y, series.IsJoined(i));
            else
                column.Add(x, y);
        }
    }

    /// <summary>An SVG path in a box of <see cref="Width"/> by <see cref="Height"/>. A value that stands alone is a line of no length, drawn as a dot by its round ends.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        foreach (var column in _columns.OfType<ChartColumn>())
        {
            Point(column.IsJoined && path.Length > 0 ? 'L' : 'M', column.FirstX, column.First);
            if (column.Count > 1)
            {
                Point('L', column.FirstX, column.Least);
                Point('L', column.LastX, column.Most);
                Point('L', column.LastX, column.Last);
            }
            else if (!column.IsJoined)
            {
                path.Append("h0");
            }
        }

        return path.ToString();

        void Point(char command, double x, double y) => path.Append(CultureInfo.InvariantCulture, $"{command}{x * Width:0.#} {y * Height:0.#}");
    }
}
