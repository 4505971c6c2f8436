using System.Runtime.InteropServices;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Time;

/// <summary>That someone vouches for a wall time, carried on by the monotonic clock.</summary>
/// <param name="Offset">Wall time, ns since 1970, less monotonic time, ns.</param>
/// <param name="Since">Monotonic ns at which it was certain within <paramref name="UncertaintyMilliseconds"/>.</param>
/// <param name="DriftPpm">How fast the uncertainty grows from there.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Vouched(ClockSource Source, long Offset, ulong Since, uint UncertaintyMilliseconds, double DriftPpm)
{
    /// <summary>
    /// 2025-01-01, before there was a gateway of this make: a clock that says less stands at where it starts without a battery (1970, 2000), whatever
    /// vouches for it.
    /// </summary>
    private const double Earliest = 1_735_689_600;

    private const double Latest = 253_402_300_800;

    /// <summary>Null where no sane clock can stand.</summary>
    public WallTime? At(ulong monotonic)
    {
        var seconds = ((Int128)monotonic + Offset) is var wall ? ((double)(long)(wall / 1_000_000_000)) + ((double)(long)(wall % 1_000_000_000) / 1e9) : 0;
        return seconds is >= Earliest and < Latest ? new WallTime(seconds, Uncertainty(monotonic)) : null;
    }

    private uint Uncertainty(ulong monotonic) =>
        (uint)Math.Min(uint.MaxValue, UncertaintyMilliseconds + Math.Ceiling((monotonic > Since ? monotonic - Since : 0) * DriftPpm / 1e12));
}
