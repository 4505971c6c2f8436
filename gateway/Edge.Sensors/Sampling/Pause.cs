using System.Threading.Tasks.Sources;

namespace Edge.Sensors.Sampling;

/// <summary>
/// A delay that is used again and again without allocating: one timer, one completion. One waiter at a time.
/// After a cancelled wait the next one may end early; its users poll a ready bit and do not mind.
/// </summary>
public sealed class Pause : IValueTaskSource, IDisposable
{
    private readonly ITimer _timer;
    private ManualResetValueTaskSourceCore<bool> _core;
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private int _waiting;

    /// <param name="time">Whose time passes.</param>
    public Pause(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _timer = time.CreateTimer(static s => ((Pause)s!).Elapse(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How long a wait really is: rounded up to whole milliseconds, at least 1 ms.</summary>
    public static TimeSpan Rounded(TimeSpan duration) => TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(duration.TotalMilliseconds)));

    /// <summary>Completes after <paramref name="duration"/>, rounded up to whole milliseconds, at least 1 ms.</summary>
    public ValueTask WaitAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);
        _core.Reset();
        _token = cancellationToken;
        Volatile.Write(ref _waiting, 1);
        _registration = cancellationToken.UnsafeRegister(static s => ((Pause)s!).Cancel(), this);
        if (Volatile.Read(ref _waiting) == 1)
            _timer.Change(Rounded(duration), Timeout.InfiniteTimeSpan);
        return new ValueTask(this, _core.Version);
    }

    /// <summary>Ends the wait early, on the thread of its timer; nothing where nobody waits. One that meets the beginning of a wait may be lost.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _waiting) == 1)
            _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Elapse()
    {
        if (Interlocked.Exchange(ref _waiting, 0) == 1)
            _core.SetResult(true);
    }

    private void Cancel()
    {
        if (Interlocked.Exchange(ref _waiting, 0) != 1)
            return;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _core.SetException(new OperationCanceledException(_token));
    }

    void IValueTaskSource.GetResult(short token)
    {
        _registration.Dispose();
        _core.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();
}
