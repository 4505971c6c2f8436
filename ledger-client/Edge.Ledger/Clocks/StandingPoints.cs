namespace Edge.Ledger.Clocks;

/// <summary>The points of one boot that nothing later contradicts, searched by monotonic time.</summary>
internal sealed class StandingPoints
{
    /// <param name="Leaps">Leap seconds of this boot up to it.</param>
    public readonly record struct Point(ClockPoint Clock, int Leaps);

    private readonly IReadOnlyList<Point> _points;
    private readonly IReadOnlyList<(ulong Since, int Sum)> _leaps;
    private readonly int[] _bestUpTo;
    private readonly int[] _bestFrom;

    /// <param name="from">Monotonic ns: what was stamped earlier is void.</param>
    /// <param name="points">Ascending by monotonic time.</param>
    /// <param name="leaps">Leap seconds in this boot: since when, and how many in sum.</param>
    public StandingPoints(ulong from, IReadOnlyList<Point> points, IReadOnlyList<(ulong Since, int Sum)> leaps)
    {
        From = from;
        _points = points;
        _leaps = leaps;
        _bestUpTo = new int[points.Count];
        _bestFrom = new int[points.Count];
        // Uncertainty grows with distance at one rate, so that of two points on the same side one is the better for every moment beyond both.
        for (var i = 0; i < points.Count; i++)
            _bestUpTo[i] = i > 0 && At(_bestUpTo[i - 1], i) < At(i, i) ? _bestUpTo[i - 1] : i;
        for (var i = points.Count - 1; i >= 0; i--)
            _bestFrom[i] = i + 1 < points.Count && At(_bestFrom[i + 1], i) <= At(i, i) ? _bestFrom[i + 1] : i;
    }

    /// <summary>Monotonic ns from which on what was stamped still stands.</summary>
    public ulong From { get; }

    /// <summary>The time by the point that gives it with the least uncertainty; of equals by the latest.</summary>
    public ShownTime? Nearest(ulong monotonic, bool hadOwn)
    {
        var after = FirstAfter(monotonic);
        if (_points.Count == 0)
            return null;
        var earlier = after > 0 ? _bestUpTo[after - 1] : _bestFrom[after];
        var later = after < _points.Count ? _bestFrom[after] : earlier;
        var best = _points[_points[later].Clock.Uncertainty(monotonic) <= _points[earlier].Clock.Uncertainty(monotonic) ? later : earlier];
        return best.Clock.At(monotonic) is { } wall
            ? new ShownTime(wall with { Seconds = wall.Seconds - best.Leaps + LeapsAt(monotonic) }, hadOwn ? From : best.Clock.Monotonic)
            : null;
    }

    private double At(int point, int place) => _points[point].Clock.Uncertainty(_points[place].Clock.Monotonic);

    private int LeapsAt(ulong monotonic)
    {
        var sum = 0;
        foreach (var leap in _leaps.TakeWhile(l => l.Since <= monotonic))
            sum = leap.Sum;
        return sum;
    }

    private int FirstAfter(ulong monotonic)
    {
        var (low, high) = (0, _points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _points[middle].Clock.Monotonic <= monotonic ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
