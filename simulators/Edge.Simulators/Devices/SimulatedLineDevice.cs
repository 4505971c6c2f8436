using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>What drives a line by a signal, caught up when somebody looks. Nothing there: the line is removed.</summary>
public abstract class SimulatedLineDevice
{
    private readonly ISignal _signal;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private long _at;
    private bool _unplugged;

    /// <param name="signal">What it follows.</param>
    /// <param name="line">Where its edges go.</param>
    /// <param name="time">CLOCK_MONOTONIC.</param>
    protected SimulatedLineDevice(ISignal signal, SimulatedGpioLine line, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(line);
        _signal = signal;
        _time = time;
        Line = line;
        _at = time.Nanoseconds();
        line.CatchUp = CatchUp;
    }

    /// <summary>Where its edges go.</summary>
    public SimulatedGpioLine Line { get; }

    /// <summary>Taken off the board, on command.</summary>
    public bool Unplugged
    {
        get => _unplugged;
        set
        {
            CatchUp();
            lock (_gate)
                _unplugged = value;
        }
    }

    /// <summary>Emits what has passed until now.</summary>
    public void CatchUp()
    {
        lock (_gate)
        {
            var now = _time.Nanoseconds();
            while (_at < now)
            {
                var end = Math.Min(now, _signal.HoldsUntil(_at));
                if (!_unplugged && _signal.TryRead(_at, out var value))
                {
                    Line.Restore();
                    Follow(value, _at, end);
                }
                else
                {
                    Line.Remove();
                }
                _at = end;
            }
        }
    }

    /// <summary>The edges of a span in which the signal stood still.</summary>
    /// <param name="value">Of the signal.</param>
    /// <param name="from">ns.</param>
    /// <param name="end">ns.</param>
    protected abstract void Follow(double value, long from, long end);
}
