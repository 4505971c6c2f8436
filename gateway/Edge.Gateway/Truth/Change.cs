namespace Edge.Gateway.Truth;

/// <summary>
/// Whether a value can have come about since the ones before, by the time between. A change is judged, not a state: the value fits that can come from the last
/// that was believed (so the return from a spike is believed), or from the last at all (so a step is doubted once, not for ever).
/// </summary>
/// <param name="rate">The most it can change, per second.</param>
/// <param name="step">The resolution: so much is not a change.</param>
internal sealed class Change(double rate, double step)
{
    private (double Value, ulong At)? _believed, _last;

    /// <summary>Asked at each plausible value.</summary>
    /// <param name="at">Monotonic ns.</param>
    public bool IsTooFast(double value, ulong at)
    {
        var fits = _believed is null || Fits(_believed.Value, value, at) || Fits(_last!.Value, value, at);
        _last = (value, at);
        if (fits)
            _believed = _last;
        return !fits;
    }

    private bool Fits((double Value, ulong At) from, double value, ulong at) =>
        Math.Abs(value - from.Value) <= (rate * Math.Max(0, (at - (double)from.At) / 1e9)) + step;
}
