using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>
/// factor times the integral of the input over time, by the mean of neighbouring values. Adds nothing for a time in which the input was absent, was said to be what it
/// cannot be, or was not sampled for more than two periods; its readings show when. Counted in whole steps of the resolution, so a large total does not swallow small ones.
/// </summary>
internal sealed class Total(int channel, DerivedSettings settings, ChannelSettings of) : Derivation(channel, settings)
{
    private readonly ulong _longest = 2 * (ulong)of.Period.Nanoseconds();
    private readonly double _step = of.Resolution;
    private long _steps;
    private double _rest;
    private (double Value, ulong At)? _last;

    /// <summary>What it has come to, in the channel's unit.</summary>
    public double Value => _steps * _step;

    /// <summary>Goes on from what it had come to.</summary>
    public void Resume(double value) => _steps = (long)Math.Round(value / _step);

    public override bool Make(in StampedSample input, out StampedSample made)
    {
        var sample = input.Sample;
        var counts = sample.Value is { } && sample.Reason is not (Reason.OutOfRange or Reason.RateOfChange or Reason.WarmUp);
        if (counts && _last is { } last && input.Monotonic > last.At && input.Monotonic - last.At <= _longest)
            Add((last.Value + sample.Value!.Value) / 2 * ((input.Monotonic - last.At) / 1e9) * Settings.Factor);
        _last = counts ? (sample.Value!.Value, input.Monotonic) : null;
        made = Made(input, sample.Value is null ? null : Value, sample.Quality, sample.Reason);
        return true;
    }

    /// <summary>At the end of what can be counted it stays.</summary>
    private void Add(double amount)
    {
        var steps = (amount / _step) + _rest;
        if (!double.IsFinite(steps))
            return;
        var whole = Math.Floor(steps);
        _rest = steps - whole;
        _steps = (long)Int128.Clamp((Int128)_steps + (Int128)whole, long.MinValue, long.MaxValue);
    }
}
