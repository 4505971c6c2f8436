namespace Edge.Ledger.Entries;

/// <summary>What an entry of a gateway's log holds. A number is never reused; an unknown one verifies and is shown as unknown.</summary>
public enum EntryKind
{
    Reading = 0,
    Seal = 1,
    Gap = 2,
    Boot = 3,
    Clock = 4,
    Configuration = 5,
    Calibration = 6,
    Maintenance = 7,
    Tamper = 8,
    Alarm = 9,
    KeyRotation = 10,
    Software = 11,
}
