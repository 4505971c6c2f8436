namespace Edge.Testing;

/// <summary>A timer of <see cref="ManualTimeProvider"/>.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    public TimeSpan Due { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        Due = clock.Monotonic + dueTime;
        clock.Enlist(this, dueTime != Timeout.InfiniteTimeSpan);
        return true;
    }

    public void Fire()
    {
        if (_period > TimeSpan.Zero)
            Due += _period;
        else
            clock.Enlist(this, active: false);
        callback(state);
    }

    public void Dispose() => clock.Enlist(this, active: false);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
