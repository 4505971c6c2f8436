namespace Edge.Verify.Reports.Html;

/// <summary>Recorded gaps along the clock. Their entries may stand later in the log than the readings around them.</summary>
internal sealed class GapSpans
{
    private readonly GapSpan[] _ordered;

    /// <summary>The latest end of each and those that began before it.</summary>
    private readonly double[] _ends;

    public GapSpans(IEnumerable<GapSpan> spans)
    {
        _ordered = [.. spans.OrderBy(s => s.From)];
        _ends = new double[_ordered.Length];
        var latest = double.NegativeInfinity;
        for (var i = 0; i < _ordered.Length; i++)
            _ends[i] = latest = Math.Max(latest, _ordered[i].To);
    }

    /// <summary>Whether any has a moment between two times.</summary>
    public bool Overlap(double after, double before)
    {
        var begun = Ascending.First(_ordered.Length, i => _ordered[i].From >= before);
        return begun > 0 && _ends[begun - 1] > after;
    }
}
