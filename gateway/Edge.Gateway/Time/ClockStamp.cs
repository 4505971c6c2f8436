using System.Runtime.InteropServices;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Time;

/// <summary>One moment by the gateway's clocks.</summary>
/// <param name="Monotonic">ns since the boot.</param>
/// <param name="Wall">Null while nobody vouches for it; then <paramref name="Source"/> is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClockStamp(ulong Monotonic, WallTime? Wall, ClockSource Source)
{
    /// <summary>What wall time was, or will be, at another moment of this boot, as far as is known at this one.</summary>
    public WallTime? At(ulong monotonic) => Wall is { } wall ? new ClockPoint(Monotonic, wall).At(monotonic) : null;
}
