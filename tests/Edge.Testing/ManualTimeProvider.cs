namespace Edge.Testing;

/// <summary>A clock set by hand. <see cref="Advance"/> moves both clocks and fires what is due; <see cref="StepWallClock"/> moves the wall clock alone.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _wall = start;
    private TimeSpan _monotonic;

    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _wall;
    }

    public override long GetTimestamp() => Monotonic.Ticks;

    /// <summary>Sets the wall clock forward or back; monotonic time and timers go on.</summary>
    public void StepWallClock(TimeSpan by)
    {
        lock (_gate)
            _wall += by;
    }

    /// <summary>Lets time pass, firing each timer at its own moment, in order, on this thread.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = Monotonic + by;
        while (NextDue(end) is { } timer)
            timer.Fire();
        MoveTo(end);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal TimeSpan Monotonic
    {
        get
        {
            lock (_gate)
                return _monotonic;
        }
    }

    internal void Enlist(ManualTimer timer, bool active)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (active)
                _timers.Add(timer);
        }
    }

    private ManualTimer? NextDue(TimeSpan end)
    {
        ManualTimer? next;
        lock (_gate)
            next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
        if (next is not null)
            MoveTo(next.Due);
        return next;
    }

    private void MoveTo(TimeSpan moment)
    {
        lock (_gate)
        {
            if (moment <= _monotonic)
                return;
            _wall += moment - _monotonic;
            _monotonic = moment;
        }
    }
}
