namespace Edge.Gateway.Time;

/// <summary>Where the kernel's clock stands to a leap second; the values adjtimex(2) returns.</summary>
public enum LeapState
{
    /// <summary>TIME_OK: none is near. TIME_ERROR counts as this.</summary>
    None = 0,

    /// <summary>TIME_INS: one will be inserted at the end of the day, UTC.</summary>
    WillInsert = 1,

    /// <summary>TIME_DEL: the day's last second, UTC, will be left out.</summary>
    WillRemove = 2,

    /// <summary>TIME_OOP: the inserted second is passing.</summary>
    InProgress = 3,

    /// <summary>TIME_WAIT: it has passed.</summary>
    Passed = 4,
}
