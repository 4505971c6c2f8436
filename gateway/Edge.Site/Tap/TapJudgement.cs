using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Site.Tap;

/// <summary>Judges readings for people who drink the water: what is old, doubted or missing is never called in order.</summary>
internal static class TapJudgement
{
    /// <summary>A reading is old after so long, or after <see cref="PatiencePeriods"/> of its channel's periods.</summary>
    public static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(30);

    public const int PatiencePeriods = 3;

    public static TapState State(LiveChannel channel, in LiveReading reading, DateTimeOffset now)
    {
        if (reading.Sequence == 0)
            return TapState.None;
        if (reading.UnixMilliseconds is not { } at)
            return TapState.Untimed;
        if (now > StaleAt(channel, at))
            return TapState.Stale;
        // The clock was set back since, and it is not known by how much this one is old.
        if (now < DateTimeOffset.FromUnixTimeMilliseconds(at) - LeastPatience)
            return TapState.Untimed;
        if (reading.Quality == Quality.Bad || reading.Value is not { } value || !double.IsFinite(value))
            return TapState.Bad;
        return reading.Quality == Quality.Good ? TapState.Good : TapState.Doubtful;
    }

    /// <summary>From when on a reading is not one of now any more.</summary>
    /// <param name="at">When it was measured, Unix milliseconds.</param>
    public static DateTimeOffset StaleAt(LiveChannel channel, long at) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at) + (channel.Period * PatiencePeriods > LeastPatience ? channel.Period * PatiencePeriods : LeastPatience);

    /// <summary>Whether a value is within the limits beyond which the channel alarms; null where it has none, or there is no value of now.</summary>
    public static bool? IsWithin(ChannelLimits limits, in LiveReading reading, TapState state) =>
        (limits.AlarmLow ?? limits.AlarmHigh) is null || state is not (TapState.Good or TapState.Doubtful) || reading.Value is not { } value ? null
        : !(value < limits.AlarmLow) && !(value > limits.AlarmHigh);

    public static TapVerdict Of(IEnumerable<(ChannelLimits Limits, TapState State, bool? IsWithin)> figures)
    {
        var judged = figures.Where(f => (f.Limits.AlarmLow ?? f.Limits.AlarmHigh) is not null).ToList();
        return judged.Any(f => f.IsWithin == false) ? TapVerdict.OutOfLimits
            : judged.Count > 0 && judged.All(f => f is { State: TapState.Good, IsWithin: true }) ? TapVerdict.InOrder
            : TapVerdict.Unknown;
    }
}
