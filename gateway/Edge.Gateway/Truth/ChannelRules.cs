using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Truth;

/// <summary>
/// Doubts what a driver called good, by the rules of its channel: value and raw code stay, quality becomes uncertain, with one reason. The driver's own worse
/// word always stands. Measures by the samples' monotonic times alone; begins anew with the gateway. One thread; allocates nothing per reading.
/// </summary>
public sealed class ChannelRules
{
    private readonly double _lowest, _highest;
    private readonly WarmUp _warmUp;
    private readonly Change _change;
    private readonly Standstill _standstill;

    /// <param name="period">How often the channel is sampled.</param>
    /// <param name="resolution">Of its values.</param>
    private ChannelRules(RuleSettings settings, double resolution, TimeSpan period)
    {
        (_lowest, _highest) = (settings.Lowest ?? double.NegativeInfinity, settings.Highest ?? double.PositiveInfinity);
        _warmUp = new WarmUp(settings.WarmUp ?? TimeSpan.Zero);
        _change = new Change(settings.Rate ?? double.PositiveInfinity, resolution);
        _standstill = new Standstill(settings.FlatLine ?? TimeSpan.MaxValue, settings.FlatBand ?? resolution, period);
    }

    /// <summary>Null where a channel has no rules.</summary>
    public static ChannelRules? Of(ChannelSettings channel) =>
        channel.Rules == RuleSettings.None ? null : new ChannelRules(channel.Rules, channel.Resolution, channel.Period);

    /// <summary>The sample as it is to be logged.</summary>
    public StampedSample Judge(in StampedSample stamped)
    {
        var sample = stamped.Sample;
        if (Absences.MayBeOfTheDevice(sample.Reason))
            _warmUp.Begin();
        if (sample.Value is not { } value)
        {
            _standstill.Pause();
            return stamped;
        }

        var reason = Doubt(value, stamped.Monotonic);
        return reason == Reason.None || sample.Quality != Quality.Good
            ? stamped
            : stamped with { Sample = sample with { Quality = Quality.Uncertain, Reason = reason } };
    }

    /// <summary>The first that holds, in the order of how much it explains. What is doubted by the first two is nothing to judge a change by.</summary>
    private Reason Doubt(double value, ulong at)
    {
        var stands = _standstill.Lasts(value, at);
        if (_warmUp.Lasts(at))
            return Reason.WarmUp;
        if (value < _lowest || value > _highest)
            return Reason.OutOfRange;
        if (_change.IsTooFast(value, at))
            return Reason.RateOfChange;
        return stands ? Reason.FlatLine : Reason.None;
    }
}
