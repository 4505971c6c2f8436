using Edge.Sensors.Scales;

namespace Edge.Simulators.Signals;

/// <summary>A sensor with a voltage output. Nothing there: the pin is pulled to the supply, which saturates the converter.</summary>
/// <param name="measured">What it measures.</param>
/// <param name="scale">Slope and offset.</param>
public sealed class VoltageProbe(ISignal measured, VoltageScale scale) : ISignal
{
    /// <inheritdoc/>
    public bool TryRead(long nanoseconds, out double value)
    {
        value = measured.TryRead(nanoseconds, out var quantity) ? (quantity - scale.Offset) / scale.Ratio : double.MaxValue;
        return true;
    }

    /// <inheritdoc/>
    public long HoldsUntil(long nanoseconds) => measured.HoldsUntil(nanoseconds);
}
