using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Pipeline;

/// <summary>A clock set by hand.</summary>
internal sealed class HandClock : IGatewayClock
{
    /// <summary>2026-11-20 00:14:02 UTC.</summary>
    public const double Start = 1_795_133_642;

    private TimeSpan _since = TimeSpan.FromSeconds(100);
    private TimeSpan _asleep;

    public Guid BootId { get; private set; } = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");

    public ClockSource Source { get; set; } = ClockSource.Kernel;

    /// <summary>ms.</summary>
    public uint Uncertainty { get; set; } = 12;

    /// <summary>How far the wall clock is ahead of the time, s.</summary>
    public double Ahead { get; set; }

    /// <summary>What time it is, whatever clocks say.</summary>
    public double True { get; set; } = Start + 100;

    public ulong Monotonic() => (ulong)_since.Ticks * TimeSpan.NanosecondsPerTick;

    public ulong Asleep() => (ulong)_asleep.Ticks * TimeSpan.NanosecondsPerTick;

    public WallTime? Wall() => Source == ClockSource.None ? null : new WallTime(True + Ahead, Uncertainty);

    public ClockStamp Now() => new(Monotonic(), Wall(), Source);

    public void Advance(TimeSpan by)
    {
        _since += by;
        True += by.TotalSeconds;
    }

    /// <summary>The board sleeps: only its wall clock and CLOCK_BOOTTIME go on.</summary>
    public void Sleep(TimeSpan by)
    {
        Advance(by);
        _asleep += by;
    }

    /// <summary>The board is off for a while, and boots.</summary>
    public void Reboot(TimeSpan off)
    {
        BootId = new Guid(BootId.ToByteArray().Select(b => (byte)(b + 1)).ToArray());
        True += off.TotalSeconds;
        (_since, _asleep) = (TimeSpan.FromSeconds(20), TimeSpan.Zero);
    }

    /// <summary>POSIX time repeats a second: it is this much less than the seconds that passed.</summary>
    public void InsertLeapSecond() => True -= 1;
}
