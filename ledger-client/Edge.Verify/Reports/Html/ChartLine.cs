using System.Globalization;
using System.Text;

namespace Edge.Verify.Reports.Html;

/// <summary>
/// A series as a line of bounded length: in each column at most a few pieces of at most four points, the first, the least, the most and the last, so that no
/// peak is lost however many readings there are.
/// </summary>
internal sealed class ChartLine
{
    public const int Columns = 720;

    /// <summary>The coordinates of <see cref="Path"/>.</summary>
    public const int Width = Columns * 10;
    public const int Height = 1_000;

    /// <summary>More pieces than this in one column, which is as wide as a pixel, are drawn as one.</summary>
    private const int Pieces = 4;

    private readonly List<ChartPiece>[] _columns = [.. Enumerable.Range(0, Columns).Select(_ => new List<ChartPiece>())];

    private readonly bool _isStepped;

    /// <param name="across">Where a reading stands, 0 to 1.</param>
    /// <param name="down">Where a value stands, 0 the top to 1.</param>
    /// <param name="isStepped">A value holds until the next one: a contact is never half open.</param>
    public ChartLine(ChannelSeries series, Func<double, double> across, Func<double, double> down, bool isStepped = false)
    {
        _isStepped = isStepped;
        for (var i = 0; i < series.Count; i++)
        {
            if (!series.IsPlotted(i))
                continue;
            var (x, y) = (across(series.X(i)), down(series[i].Reading.Value!.Value));
            var column = _columns[Math.Clamp((int)(x * Columns), 0, Columns - 1)];
            if (column.Count > 0 && (series.IsJoined(i) || column.Count == Pieces))
                column[^1].Add(x, y);
            else
                column.Add(new ChartPiece(x, y, series.IsJoined(i)));
        }
    }

    /// <summary>An SVG path in a box of <see cref="Width"/> by <see cref="Height"/>. A value that stands alone is a line of no length, drawn as a dot by its round ends.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        var before = 0.0;
        foreach (var piece in _columns.SelectMany(column => column))
        {
            if (_isStepped && piece.IsJoined && piece.First != before)
                Point('L', piece.FirstX, before);
            before = piece.Last;
            Point(piece.IsJoined ? 'L' : 'M', piece.FirstX, piece.First);
            if (piece.Count > 1)
            {
                Point('L', piece.FirstX, piece.Least);
                Point('L', piece.LastX, piece.Most);
                Point('L', piece.LastX, piece.Last);
            }
            else if (!piece.IsJoined)
            {
                path.Append("h0");
            }
        }

        return path.ToString();

        void Point(char command, double x, double y) => path.Append(CultureInfo.InvariantCulture, $"{command}{x * Width:0.#} {y * Height:0.#}");
    }
}
