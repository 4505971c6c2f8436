namespace Edge.Simulators.Clocks;

/// <summary>A timer of a <see cref="SimulatedClock"/>.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
{
    private const long Never = -1;
    private long _period = Never;

    public long Due { get; private set; } = Never;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period > TimeSpan.Zero ? period.Ticks * TimeSpan.NanosecondsPerTick : Never;
        Due = dueTime == Timeout.InfiniteTimeSpan ? Never : clock.Now + dueTime.Ticks * TimeSpan.NanosecondsPerTick;
        if (Due != Never)
            clock.Schedule(this, Due);
        return true;
    }

    public void Fire()
    {
        Due = _period == Never ? Never : Due + _period;
        if (Due != Never)
            clock.Schedule(this, Due);
        callback(state);
    }

    public void Dispose() => Due = Never;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
