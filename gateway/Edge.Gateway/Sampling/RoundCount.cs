namespace Edge.Gateway.Sampling;

/// <summary>Counts a sensor's rounds by their beat. Those that nobody took, because the process, its thread or the device stood still, are missed.</summary>
/// <param name="time">Whose beat it is; stands still while the board sleeps, which is told of elsewhere.</param>
internal sealed class RoundCount(TimeProvider time, TimeSpan period)
{
    /// <summary>A hole of this length and more is told of by itself; shorter ones are told together, of each commit.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromSeconds(2);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _last;
    private long? _round;

    /// <summary>How long after it was due the round began.</summary>
    public TimeSpan Late { get; private set; }

    /// <summary>Rounds before it that nobody took, however short that was.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Whether they lasted for <see cref="Told"/>.</summary>
    public bool IsLong { get; private set; }

    /// <summary>Begins a round.</summary>
    public void Begin()
    {
        var now = time.GetElapsedTime(_start);
        var round = now.Ticks / period.Ticks;
        var missed = round - (_round ?? round) - 1;
        var late = now - _last - period;
        (_round, _last) = (round, now);
        (Late, LeftOut) = (now - (round * period), Math.Max(0, missed));
        IsLong = missed > 0 && late >= Told;
    }
}
