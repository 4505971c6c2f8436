namespace Edge.Simulators.Signals;

/// <summary>A slow swing with seeded noise, held for 100 ms at a time: the same seed gives the same values at the same times.</summary>
/// <param name="mean">Around which it swings.</param>
/// <param name="swing">Amplitude.</param>
/// <param name="period">Of the swing.</param>
/// <param name="noise">Largest deviation by noise.</param>
/// <param name="seed">Of phase and noise.</param>
/// <param name="origin">ns: the time that counts as zero.</param>
public sealed class WaveSignal(double mean, double swing, TimeSpan period, double noise, ulong seed, long origin) : ISignal
{
    private const long Hold = 100_000_000;

    /// <inheritdoc/>
    public bool TryRead(long nanoseconds, out double value)
    {
        var step = Math.DivRem(nanoseconds - origin, Hold).Quotient;
        var turn = step * (Hold / 1e9) / period.TotalSeconds + SeededNoise.Unit(seed);
        value = mean + swing * Math.Sin(Math.Tau * turn) + noise * SeededNoise.Between(seed, step);
        return true;
    }

    /// <inheritdoc/>
    public long HoldsUntil(long nanoseconds) => nanoseconds - (nanoseconds - origin) % Hold + Hold;
}
