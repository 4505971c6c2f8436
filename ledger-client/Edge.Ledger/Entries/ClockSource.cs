namespace Edge.Ledger.Entries;

/// <summary>Where wall time came from.</summary>
public enum ClockSource : byte
{
    /// <summary>Nothing vouches for the clock: wall time is absent.</summary>
    None = 0,

    /// <summary>The kernel says it is disciplined (adjtimex without STA_UNSYNC).</summary>
    Kernel = 1,

    /// <summary>A battery-backed clock whose stop flag is clear.</summary>
    Rtc = 2,

    /// <summary>The configuration vouches for the host's clock, with a stated uncertainty.</summary>
    Configured = 3,
}
