using Edge.Ledger.Entries;

namespace Edge.Gateway.Time;

/// <summary>The times a reading is stamped with.</summary>
public interface IGatewayClock
{
    /// <summary>Names the kernel's boot: monotonic times compare only within one.</summary>
    Guid BootId { get; }

    /// <summary>Who vouches for wall time now.</summary>
    ClockSource Source => Now().Source;

    /// <summary>ns since the boot, the time the board slept included (CLOCK_BOOTTIME): it never goes back, and nobody can set it.</summary>
    ulong Monotonic();

    /// <summary>Of <see cref="Monotonic"/>, the ns the board slept.</summary>
    ulong Asleep() => 0;

    /// <summary>Wall time with its uncertainty; null while nobody vouches for it.</summary>
    WallTime? Wall() => Now().Wall;

    /// <summary>All of it, of one moment.</summary>
    ClockStamp Now();
}
