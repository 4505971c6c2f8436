using Edge.Sensors.Sampling;

namespace Edge.Simulators.Signals;

/// <summary>A signal that can be disturbed, on command.</summary>
/// <param name="calm">The signal.</param>
/// <param name="time">CLOCK_MONOTONIC.</param>
/// <param name="seed">Of the noise.</param>
public sealed class DisturbedSignal(ISignal calm, TimeProvider time, ulong seed) : ISignal
{
    private const long Hold = 10_000_000;
    private const double Jump = 1.0 / 3, DriftPerSecond = 0.02;

    private Disturbance _disturbance;
    private long _since;

    /// <summary>What befalls it from now on.</summary>
    public Disturbance Disturbance
    {
        get => _disturbance;
        set => (_since, _disturbance) = (time.Nanoseconds(), value);
    }

    /// <inheritdoc/>
    public bool TryRead(long nanoseconds, out double value)
    {
        if (!calm.TryRead(Disturbance == Disturbance.Frozen ? Math.Min(nanoseconds, _since) : nanoseconds, out value))
            return false;
        if (Disturbance == Disturbance.Noisy)
            value *= 1 + Jump * SeededNoise.Between(seed, nanoseconds / Hold);
        else if (Disturbance == Disturbance.Drifting)
            value *= 1 + DriftPerSecond * Math.Max(0, nanoseconds - _since) / 1e9;
        return true;
    }

    /// <inheritdoc/>
    public long HoldsUntil(long nanoseconds) => Disturbance switch
    {
        Disturbance.None => calm.HoldsUntil(nanoseconds),
        Disturbance.Frozen => long.MaxValue,
        _ => Math.Min(calm.HoldsUntil(nanoseconds), (nanoseconds / Hold + 1) * Hold),
    };
}
