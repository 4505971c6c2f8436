using Edge.Ledger.Entries;

namespace Edge.Ledger.Clocks;

/// <summary>What wall time was at one moment of a boot's monotonic clock.</summary>
/// <param name="Monotonic">ns since the boot.</param>
public readonly record struct ClockPoint(ulong Monotonic, WallTime Wall)
{
    /// <summary>
    /// How far a monotonic clock that nobody watches may run wrong, in parts per million of the time that passed: the kernel's own bound, by which it lets
    /// the error it states grow (NTP_PHASE and MAXFREQ of include/linux/timex.h, 500 ppm).
    /// </summary>
    public const double DriftPpm = 500;

    private const double Latest = 253_402_300_800;

    /// <summary>Wall time at another moment of the same boot; less certain the farther away. Null where that is no time a wall time can say.</summary>
    public WallTime? At(ulong monotonic)
    {
        var seconds = Wall.Seconds + Elapsed(monotonic);
        return seconds is >= 0 and < Latest ? new WallTime(seconds, (uint)Math.Min(uint.MaxValue, Math.Ceiling(Uncertainty(monotonic)))) : null;
    }

    /// <summary>Of the time at another moment, ms.</summary>
    internal double Uncertainty(ulong monotonic) => Wall.UncertaintyMilliseconds + (Math.Abs(Elapsed(monotonic)) * DriftPpm / 1000);

    private double Elapsed(ulong monotonic) => monotonic >= Monotonic ? (monotonic - Monotonic) / 1e9 : -((Monotonic - monotonic) / 1e9);
}
