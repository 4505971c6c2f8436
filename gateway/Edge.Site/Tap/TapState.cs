namespace Edge.Site.Tap;

/// <summary>How one figure of the tap's page stands.</summary>
public enum TapState
{
    /// <summary>There is no reading yet.</summary>
    None,

    /// <summary>Nobody vouches for the time at which it was measured.</summary>
    Untimed,

    /// <summary>It is older than the channel's period explains.</summary>
    Stale,

    /// <summary>There is no valid number.</summary>
    Bad,

    /// <summary>There is a number, and a reason to doubt it.</summary>
    Doubtful,

    /// <summary>Measured just now, and good.</summary>
    Good,
}
