namespace Edge.Ledger.Entries;

/// <summary>Why readings do not exist. Numbers are never reused.</summary>
public enum GapReason : byte
{
    PoweredOff = 0,
    SensorAbsent = 1,
    Overrun = 2,
    /// <summary>Removed to make room, before the city had accepted them.</summary>
    Evicted = 3,

    StoreDamaged = 4,
    Stopped = 5,

    /// <summary>Only one of several was kept, because the store was nearly full.</summary>
    Thinned = 6,

    /// <summary>Sampling of the channel was stopped, because the store was nearly full.</summary>
    Shed = 7,

    /// <summary>Nothing was taken, because the store was full.</summary>
    Blocked = 8,

    /// <summary>Removed to make room, after the city had accepted them.</summary>
    Released = 9,
}
