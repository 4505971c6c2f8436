using Edge.Ledger.Entries;

namespace Edge.Gateway.Time;

/// <summary>The times a reading is stamped with.</summary>
public interface IGatewayClock
{
    /// <summary>Names the kernel's boot: monotonic times compare only within one.</summary>
    Guid BootId { get; }

    /// <summary>Who vouches for wall time now.</summary>
    ClockSource Source { get; }

    /// <summary>CLOCK_MONOTONIC, ns.</summary>
    ulong Monotonic();

    /// <summary>Wall time with its uncertainty; null while nobody vouches for it.</summary>
    WallTime? Wall();
}
