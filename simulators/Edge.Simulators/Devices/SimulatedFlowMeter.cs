using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// A turbine that gives k pulses per litre: edges at the exact times at which the volume passes each pulse. Beyond 20 kHz it follows no more.
/// </summary>
/// <param name="flow">L/min.</param>
/// <param name="pulsesPerLitre">K-factor.</param>
/// <param name="line">Where its pulses go.</param>
/// <param name="time">CLOCK_MONOTONIC.</param>
public sealed class SimulatedFlowMeter(ISignal flow, double pulsesPerLitre, SimulatedGpioLine line, TimeProvider time) : SimulatedLineDevice(flow, line, time)
{
    private const double FastestHertz = 20_000;

    private double _phase;

    /// <inheritdoc/>
    protected override void Follow(double value, long from, long end)
    {
        var hertz = Math.Clamp(value * pulsesPerLitre / 60, 0, FastestHertz);
        if (!(hertz > 0))
            return;
        var pulses = _phase + (end - from) * hertz / 1e9;
        var whole = (long)Math.Floor(pulses);
        for (var k = 1L; k <= whole; k++)
            Line.Emit(Math.Min(end, from + (long)((k - _phase) / hertz * 1e9)));
        _phase = pulses - whole;
    }
}
