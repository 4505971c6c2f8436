namespace Edge.Sensors.Sampling;

/// <summary>
/// A clock whose timers all fire on one thread of its own. What waits and works on that thread alone wakes the processor once for each moment something is due;
/// the runtime's timers wake it for the timer's thread and again for a pool's thread. Callbacks should be short: they are called one after the other.
/// </summary>
public sealed class TimerThread : TimeProvider, IDisposable
{
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly Alarm _alarm = new();
    private readonly List<ThreadTimer> _timers = [];
    private readonly Thread _thread;
    private bool _ended;

    /// <param name="clock">The system's: its timestamps count, and real time passes between them.</param>
    /// <param name="name">The thread's, for tools that list threads.</param>
    public TimerThread(TimeProvider clock, string name)
    {
        _clock = clock;
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    /// <inheritdoc/>
    /// <remarks>Fires about 0.1 ms late on an idle machine, never early. A periodic timer keeps its beat; beats it is too late for are left out.</remarks>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ThreadTimer(this, callback, state);
        lock (_gate)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends the thread; timers do not fire any more. Does not wait for a callback that runs.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_ended)
                return;
            _ended = true;
            _alarm.Ring();
        }
    }

    private void Run()
    {
        while (Next() is { } timer)
            timer.Fire();
    }

    /// <summary>Waits for the timer that is due first; null at the end.</summary>
    private ThreadTimer? Next()
    {
        while (true)
        {
            TimeSpan? wait;
            lock (_gate)
            {
                if (_ended)
                {
                    _alarm.Dispose();
                    return null;
                }

                var now = GetTimestamp();
                var first = First();
                if (first?.Due <= now)
                {
                    first.Advance(now);
                    return first;
                }

                wait = first is null ? null : Duration(first.Due - now);
            }

            _alarm.Wait(wait);
        }
    }

    private ThreadTimer? First()
    {
        ThreadTimer? first = null;
        foreach (var timer in _timers)
        {
            if (timer.Due < (first?.Due ?? long.MaxValue))
                first = timer;
        }

        return first;
    }

    /// <summary>Not shorter than the stamps.</summary>
    private TimeSpan Duration(long stamps) => TimeSpan.FromTicks((long)((((Int128)stamps * TimeSpan.TicksPerSecond) + TimestampFrequency - 1) / TimestampFrequency));

    /// <summary>Exact, so that a beat does not run away from its period.</summary>
    private long Stamps(TimeSpan duration) => (long)((Int128)duration.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond);

    private sealed class ThreadTimer(TimerThread owner, TimerCallback callback, object? state) : ITimer
    {
        private long _period;

        /// <summary>A timestamp; the greatest there is while it is off.</summary>
        public long Due { get; private set; } = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._gate)
            {
                if (!owner._timers.Contains(this))
                    return false;
                Due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : owner.GetTimestamp() + owner.Stamps(dueTime);
                _period = period == Timeout.InfiniteTimeSpan ? 0 : owner.Stamps(period);
                if (Thread.CurrentThread != owner._thread && !owner._ended)
                    owner._alarm.Ring();
                return true;
            }
        }

        public void Advance(long now) => Due = _period == 0 ? long.MaxValue : Due + ((((now - Due) / _period) + 1) * _period);

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (owner._gate)
                owner._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
