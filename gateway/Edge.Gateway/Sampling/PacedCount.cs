using Edge.Sensors.Sampling;

namespace Edge.Gateway.Sampling;

/// <summary>Counts the rounds of a device that paces itself by what it says: how late after its sample each begins, and which samples nobody read.</summary>
/// <param name="paced">The device.</param>
/// <param name="time">CLOCK_MONOTONIC.</param>
internal sealed class PacedCount(ISelfPaced paced, TimeProvider time)
{
    private long _last = time.GetTimestamp();

    /// <summary>How long after its sample was there the round began.</summary>
    public TimeSpan Late { get; private set; }

    /// <summary>Samples before it that nobody read, however short that was.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Whether the hole lasted for <see cref="RoundCount.Told"/>.</summary>
    public bool IsLong { get; private set; }

    /// <summary>Begins a round.</summary>
    public void Begin()
    {
        var (now, since) = (time.GetTimestamp(), time.GetElapsedTime(_last));
        (_last, LeftOut) = (now, paced.TakeMissed());
        Late = TimeSpan.FromTicks(Math.Max(0, time.Nanoseconds() - paced.Due) / TimeSpan.NanosecondsPerTick);
        IsLong = LeftOut > 0 && since >= RoundCount.Told;
    }
}
