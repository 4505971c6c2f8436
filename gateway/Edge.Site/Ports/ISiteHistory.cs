namespace Edge.Site.Ports;

/// <summary>
/// The past, out of the log. Each call looks at a bounded number of entries for a bounded time, and says what it did not look at. One call at a time, on any thread.
/// </summary>
/// <remarks>Every method may throw <see cref="RefusedException"/>.</remarks>
public interface ISiteHistory
{
    /// <summary>Readings, and the gaps among them as entries of their own.</summary>
    LogPage Readings(LogQuery query, CancellationToken cancellationToken);

    /// <summary>What happened: alarms, tampering, maintenance and changes of the configuration, calibrations, starts, the clock, gaps.</summary>
    LogPage Events(LogQuery query, CancellationToken cancellationToken);

    /// <summary>A channel's readings, summed up.</summary>
    /// <param name="period">At most <see cref="History.HistoryLimits.LongestTrend"/>, with both ends.</param>
    /// <param name="steps">About so many steps, and no more.</param>
    Trend Trend(string channel, Period period, int steps, CancellationToken cancellationToken);
}
