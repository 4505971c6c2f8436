namespace Edge.Sensors.Sampling;

/// <summary>A <see cref="TimeProvider"/>'s timestamp as nanoseconds; on Linux the system's own is CLOCK_MONOTONIC.</summary>
public static class MonotonicNanoseconds
{
    /// <summary>The monotonic clock now, ns.</summary>
    public static long Nanoseconds(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var ticks = time.GetTimestamp();
        return time.TimestampFrequency == 1_000_000_000
            ? ticks
            : (long)((Int128)ticks * 1_000_000_000 / time.TimestampFrequency);
    }

    /// <summary>A duration in nanoseconds.</summary>
    public static long Nanoseconds(this TimeSpan duration) => duration.Ticks * TimeSpan.NanosecondsPerTick;
}
