using System.Globalization;
using Edge.Demo.Evidence;
using Edge.Ledger.Entries;

namespace Edge.Integration.Tests.Recordings;

/// <summary>A recording as it was replayed: the cells from the file itself, the times from the simulator.</summary>
internal sealed class ReplayedRows(string file, char delimiter, IReadOnlyList<TruthRow> times)
{
    private readonly string[] _header = File.ReadLines(file).First().Split(delimiter);
    private readonly string[][] _rows = [.. File.ReadLines(file).Skip(1).Take((int)times.Max(t => t.Row) + Shift).Select(l => l.Split(delimiter))];

    /// <summary>So many rows later, in <see cref="Says"/>, is another value.</summary>
    public const int Shift = 7;

    /// <summary>A cell as a number; null for a blank.</summary>
    public double? Cell(long row, string column) =>
        double.TryParse(_rows[row - 1][Array.IndexOf(_header, column)], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Rows (from 1) that were active at some moment of the time in which a reading was taken.</summary>
    public IReadOnlyList<long> Active(ReadingEntry reading, double seconds)
    {
        var to = (long)reading.Monotonic;
        var from = to - (long)(seconds * 1e9);
        return [.. times.Where((t, i) => t.Since <= to && (i + 1 == times.Count || times[i + 1].Since > from)).Select(t => t.Row)];
    }

    /// <summary>Whether a reading is what the recording says, within the device's resolution; absent where the recording is blank.</summary>
    public bool Says(ReadingEntry reading, RecordedColumn column, int shift = 0) => Active(reading, column.Seconds).Any(row => Cell(row + shift, column.Column) is { } cell
        ? reading.Value is { } value && Math.Abs(value - cell) <= column.Resolution * 1.000001
        : reading.Value is null);
}
