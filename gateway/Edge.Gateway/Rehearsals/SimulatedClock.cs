using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Rehearsals;

/// <summary>A clock that stands until it is moved, disciplined all the time.</summary>
public sealed class SimulatedClock : IGatewayClock
{
    /// <summary>2026-01-01 00:00:00 UTC.</summary>
    private const double Start = 1_767_225_600;

    private const uint UncertaintyMilliseconds = 12;

    private ulong _now = 60UL * 1_000_000_000;

    public Guid BootId { get; } = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    public ulong Monotonic() => _now;

    public ClockStamp Now() => new(_now, new WallTime(Math.Round(Start + (_now / 1e9), 6), UncertaintyMilliseconds), ClockSource.Kernel);

    /// <param name="monotonic">ns; not before now.</param>
    public void MoveTo(ulong monotonic) => _now = Math.Max(_now, monotonic);
}
