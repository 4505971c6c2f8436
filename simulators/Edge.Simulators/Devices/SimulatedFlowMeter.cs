using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// A turbine that gives k pulses per litre: edges at the exact times at which the volume passes each pulse. Nothing there:
/// the line is removed. Beyond 20 kHz it follows no more.
/// </summary>
public sealed class SimulatedFlowMeter
{
    private const double FastestHertz = 20_000;

    private readonly ISignal _flow;
    private readonly double _pulsesPerLitre;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private long _at;
    private double _phase;
    private bool _unplugged;

    /// <param name="flow">L/min.</param>
    /// <param name="pulsesPerLitre">K-factor.</param>
    /// <param name="line">Where its pulses go.</param>
    /// <param name="time">CLOCK_MONOTONIC.</param>
    public SimulatedFlowMeter(ISignal flow, double pulsesPerLitre, SimulatedGpioLine line, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(line);
        _flow = flow;
        _pulsesPerLitre = pulsesPerLitre;
        _time = time;
        Line = line;
        _at = time.Nanoseconds();
        line.CatchUp = CatchUp;
    }

    /// <summary>Where its pulses go.</summary>
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
                var end = Math.Min(now, _flow.HoldsUntil(_at));
                if (!_unplugged && _flow.TryRead(_at, out var litresPerMinute))
                {
                    Line.Restore();
                    Turn(Math.Clamp(litresPerMinute * _pulsesPerLitre / 60, 0, FastestHertz), end);
                }
                else
                {
                    Line.Remove();
                }
                _at = end;
            }
        }
    }

    private void Turn(double hertz, long end)
    {
        if (!(hertz > 0))
            return;
        var pulses = _phase + (end - _at) * hertz / 1e9;
        var whole = (long)Math.Floor(pulses);
        for (var k = 1L; k <= whole; k++)
            Line.Emit(Math.Min(end, _at + (long)((k - _phase) / hertz * 1e9)));
        _phase = pulses - whole;
    }
}
