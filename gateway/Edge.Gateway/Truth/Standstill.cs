using Edge.Sensors.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>How long a value was seen to stand still: the time between neighbouring values, of which each gives two periods at most. What nobody saw is not counted.</summary>
/// <param name="longest">It may stand still so long.</param>
/// <param name="band">So far it may wander meanwhile.</param>
/// <param name="period">How often it is sampled.</param>
internal sealed class Standstill(TimeSpan longest, double band, TimeSpan period)
{
    // Values are multiples of the resolution up to the rounding of their last digit.
    private const double Rounding = 1e-6;

    private readonly ulong _longest = longest == TimeSpan.MaxValue ? ulong.MaxValue : (ulong)longest.Nanoseconds();
    private readonly ulong _step = 2 * (ulong)period.Nanoseconds();
    private readonly double _band = band * (1 + Rounding);
    private double _from = double.NaN;
    private ulong _stood;
    private ulong? _seen;

    /// <summary>There was no value: until the next, time does not run.</summary>
    public void Pause() => _seen = null;

    /// <summary>Asked at each value.</summary>
    /// <param name="at">Monotonic ns.</param>
    public bool Lasts(double value, ulong at)
    {
        if (Math.Abs(value - _from) <= _band)
            _stood += _seen is { } seen ? Math.Min(at - Math.Min(seen, at), _step) : 0;
        else
            (_from, _stood) = (value, 0);
        _seen = at;
        return _stood > _longest;
    }
}
