namespace Edge.Simulators.Signals;

/// <summary>A value set by hand; null is nothing there.</summary>
public sealed class AdjustableSignal(double? value = null) : ISignal
{
    /// <summary>The value from now on.</summary>
    public double? Value { get; set; } = value;

    /// <inheritdoc/>
    public bool TryRead(long nanoseconds, out double value)
    {
        value = Value ?? 0;
        return Value is not null;
    }

    /// <inheritdoc/>
    public long HoldsUntil(long nanoseconds) => long.MaxValue;
}
