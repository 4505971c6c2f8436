namespace Edge.Ledger.Entries;

/// <summary>Why readings do not exist. Numbers are never reused.</summary>
public enum GapReason : byte
{
    PoweredOff = 0,
    SensorAbsent = 1,
    Overrun = 2,
    Evicted = 3,
    StoreDamaged = 4,
    Stopped = 5,
}
