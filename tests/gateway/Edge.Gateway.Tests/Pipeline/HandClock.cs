using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Pipeline;

/// <summary>A clock set by hand.</summary>
internal sealed class HandClock : IGatewayClock
{
    /// <summary>2026-11-20 00:14:02 UTC.</summary>
    public const double Start = 1_795_133_642;

    private TimeSpan _since = TimeSpan.FromSeconds(100);

    public Guid BootId { get; } = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");

    public ClockSource Source { get; set; } = ClockSource.Kernel;

    public ulong Monotonic() => (ulong)_since.Ticks * TimeSpan.NanosecondsPerTick;

    public WallTime? Wall() => Source == ClockSource.None ? null : new WallTime(Start + _since.TotalSeconds, 12);

    public void Advance(TimeSpan by) => _since += by;
}
