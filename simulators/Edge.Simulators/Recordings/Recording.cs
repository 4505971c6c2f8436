namespace Edge.Simulators.Recordings;

/// <summary>The columns of a recording that are replayed, and the time between its rows.</summary>
public sealed class Recording
{
    private readonly double[][] _values;
    private readonly bool[][] _present;

    internal Recording(IReadOnlyList<string> columns, double[][] values, bool[][] present, TimeSpan[] steps, TimeSpan interval)
    {
        Columns = columns;
        _values = values;
        _present = present;
        Steps = steps;
        Interval = interval;
    }

    /// <summary>Names of the columns held.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows.</summary>
    public int Rows => Steps.Count;

    /// <summary>From each row to the next, as recorded; where the clock stood still or went back, and after the last, the interval.</summary>
    public IReadOnlyList<TimeSpan> Steps { get; }

    /// <summary>The usual step: the median of those above zero.</summary>
    public TimeSpan Interval { get; }

    /// <summary>A value. False: blank.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">Index into <see cref="Columns"/>.</param>
    /// <param name="value">As recorded.</param>
    public bool TryRead(int row, int column, out double value)
    {
        value = _values[column][row];
        return _present[column][row];
    }
}
