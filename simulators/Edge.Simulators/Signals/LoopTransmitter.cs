using Edge.Sensors.Scales;

namespace Edge.Simulators.Signals;

/// <summary>
/// A 4-20 mA transmitter over its shunt, as volts at the pin. Nothing there: 0 mA. Far out of range it goes to its limits,
/// 3.5 and 22 mA, which NE43 calls failure.
/// </summary>
/// <param name="measured">What it measures.</param>
/// <param name="scale">Range and shunt.</param>
public sealed class LoopTransmitter(ISignal measured, LoopScale scale) : ISignal
{
    private const double Lowest = 3.5, Highest = 22;

    /// <inheritdoc/>
    public bool TryRead(long nanoseconds, out double value)
    {
        var milliamps = measured.TryRead(nanoseconds, out var quantity)
            ? Math.Clamp(4 + 16 * (quantity - scale.Low) / (scale.High - scale.Low), Lowest, Highest)
            : 0;
        value = milliamps / 1000 * scale.Shunt;
        return true;
    }

    /// <inheritdoc/>
    public long HoldsUntil(long nanoseconds) => measured.HoldsUntil(nanoseconds);
}
