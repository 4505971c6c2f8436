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
        var turn = step * (Hold / 1e9) / period.TotalSeconds + Unit(seed);
        value = mean + swing * Math.Sin(Math.Tau * turn) + noise * (2 * Unit(seed ^ (ulong)(step + 1) * 0x9E37_79B9_7F4A_7C15) - 1);
        return true;
    }

    /// <inheritdoc/>
    public long HoldsUntil(long nanoseconds) => nanoseconds - (nanoseconds - origin) % Hold + Hold;

    /// <summary>SplitMix64's finisher, as a number from 0 to 1.</summary>
    private static double Unit(ulong x)
    {
        x = (x ^ x >> 30) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ x >> 27) * 0x94D0_49BB_1331_11EB;
        return ((x ^ x >> 31) >> 11) / (double)(1UL << 53);
    }
}
