namespace Edge.Site.Tap;

/// <summary>What the tap's page says of the water.</summary>
public enum TapVerdict
{
    /// <summary>Nothing can be said now.</summary>
    Unknown,

    /// <summary>Of what has limits something is outside them.</summary>
    OutOfLimits,

    /// <summary>All that has limits is measured now, good, and within them.</summary>
    InOrder,
}
