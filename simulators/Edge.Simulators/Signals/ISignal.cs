namespace Edge.Simulators.Signals;

/// <summary>A physical quantity over time, before any physics of a sensor.</summary>
public interface ISignal
{
    /// <summary>The value at a time. False: nothing is there (wire off, probe out, no data).</summary>
    /// <param name="nanoseconds">CLOCK_MONOTONIC, ns.</param>
    /// <param name="value">In the quantity's unit.</param>
    bool TryRead(long nanoseconds, out double value);

    /// <summary>Until when the value at <paramref name="nanoseconds"/> certainly stays as it is; later than that time.</summary>
    long HoldsUntil(long nanoseconds);
}
