namespace Edge.Simulators.Clocks;

/// <summary>A clock set by hand, ns steps: timers fire, in order, on the thread that advances it. For lock-step replay.</summary>
public sealed class SimulatedClock : TimeProvider
{
    private readonly PriorityQueue<SimulatedTimer, long> _due = new();
    private readonly Lock _gate = new();
    private readonly DateTimeOffset _epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _now;

    /// <param name="start">The monotonic clock at the start, ns.</param>
    public SimulatedClock(long start = 1_000_000_000) => _now = start;

    /// <summary>Monotonic time, ns.</summary>
    public long Now => Volatile.Read(ref _now);

    /// <inheritdoc/>
    public override long TimestampFrequency => 1_000_000_000;

    /// <inheritdoc/>
    public override long GetTimestamp() => Now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _epoch.AddTicks(Now / TimeSpan.NanosecondsPerTick);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Passes time, firing what falls due on the way.</summary>
    public void Advance(TimeSpan duration) => AdvanceTo(Now + duration.Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>Passes time until <paramref name="nanoseconds"/>; earlier instants do nothing.</summary>
    public void AdvanceTo(long nanoseconds)
    {
        while (TryTakeDue(nanoseconds, out var timer))
            timer.Fire();
        lock (_gate)
            _now = Math.Max(_now, nanoseconds);
    }

    /// <summary>Time in which the one thread there is does something else: nothing fires, and what falls due is late.</summary>
    public void Occupy(TimeSpan duration)
    {
        lock (_gate)
            _now += duration.Ticks * TimeSpan.NanosecondsPerTick;
    }

    /// <summary>Passes exactly the time that a task waits for by this clock's timers.</summary>
    /// <exception cref="InvalidOperationException">The task waits for something else.</exception>
    public void Run(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        while (!task.IsCompleted)
        {
            if (!TryTakeDue(long.MaxValue, out var timer))
                throw new InvalidOperationException("The task waits, but for no timer of this clock.");
            timer.Fire();
        }
        task.GetAwaiter().GetResult();
    }

    internal void Schedule(SimulatedTimer timer, long due)
    {
        lock (_gate)
            _due.Enqueue(timer, due);
    }

    private bool TryTakeDue(long until, out SimulatedTimer timer)
    {
        lock (_gate)
        {
            while (_due.TryPeek(out timer!, out var due) && due <= until)
            {
                _due.Dequeue();
                if (timer.Due != due)
                    continue;
                _now = Math.Max(_now, due);
                return true;
            }
            return false;
        }
    }
}
