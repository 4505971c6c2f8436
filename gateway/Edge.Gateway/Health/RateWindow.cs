namespace Edge.Gateway.Health;

/// <summary>
/// How fast a figure grew over the last day of monotonic time. An interval in which it fell is left out, with its time: what was removed says nothing of
/// what is added. Belongs to one thread at a time.
/// </summary>
public sealed class RateWindow
{
    /// <summary>Below this nothing is said: the start itself writes most.</summary>
    public const double LeastSeconds = 60;

    private const double StepSeconds = 300;
    private const double MostSeconds = 86_400;

    private readonly Queue<(double Seconds, double Growth)> _steps = new();
    private double _seconds, _growth;
    private (ulong At, long Value)? _last;

    /// <summary>Takes the figure as it is now, and says how fast it grows; null before it was observed for <see cref="LeastSeconds"/>.</summary>
    /// <param name="now">Monotonic ns.</param>
    public Rate? Look(ulong now, long value)
    {
        if (_last is not { } last || value < last.Value)
            _last = last = (now, value);
        var seconds = (now - Math.Min(last.At, now)) / 1e9;
        double growth = value - last.Value;
        if (seconds >= StepSeconds)
        {
            Keep(seconds, growth);
            _last = (now, value);
            (seconds, growth) = (0, 0);
        }

        seconds += _seconds;
        return seconds < LeastSeconds ? null : new Rate((growth + _growth) / seconds * MostSeconds, Math.Min(seconds, MostSeconds));
    }

    private void Keep(double seconds, double growth)
    {
        _steps.Enqueue((seconds, growth));
        _seconds += seconds;
        _growth += growth;
        while (_steps.Count > 1 && _seconds > MostSeconds)
        {
            var oldest = _steps.Dequeue();
            _seconds -= oldest.Seconds;
            _growth -= oldest.Growth;
        }
    }
}
