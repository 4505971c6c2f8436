using Edge.Sensors.Buses;

namespace Edge.Sensors.Sampling;

/// <summary>A wait for edges of a line that ends on the thread of the waiter's timer and allocates nothing. One waiter at a time; it may end early.</summary>
internal sealed class EdgeWait : IDisposable
{
    private readonly IGpioLine _line;
    private readonly Pause _pause;
    private int _came;

    /// <param name="line">Whose edges are waited for; stays the caller's.</param>
    /// <param name="time">Whose time passes.</param>
    public EdgeWait(IGpioLine line, TimeProvider time)
    {
        _line = line;
        _pause = new Pause(time);
        line.Woken = Wake;
    }

    /// <summary>Before the line is looked at: what comes from here on ends the next wait.</summary>
    public void Look() => Volatile.Write(ref _came, 0);

    /// <summary>Completes with the next edge, or after a time, in whole milliseconds.</summary>
    public ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var waiting = _pause.WaitAsync(atMost, cancellationToken);
        if (Volatile.Read(ref _came) == 1)
            _pause.Wake();
        return waiting;
    }

    /// <summary>Completes at once, but after what is due on the timer's thread already: who never waits would leave nothing of it to others.</summary>
    public ValueTask YieldAsync(CancellationToken cancellationToken)
    {
        var waiting = _pause.WaitAsync(TimeSpan.Zero, cancellationToken);
        _pause.Wake();
        return waiting;
    }

    private void Wake()
    {
        Volatile.Write(ref _came, 1);
        _pause.Wake();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Woken = null;
        _pause.Dispose();
    }
}
