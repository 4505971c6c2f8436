namespace Edge.Gateway.Consequences;

/// <summary>A consequence that somebody may not have wanted.</summary>
public enum Doubt
{
    /// <summary>There is no file with the gateway's key.</summary>
    NoKey,

    /// <summary>There is no file with the city's policy.</summary>
    NoPolicy,

    /// <summary>Less is free on the disk than must stay free: the log is full at once.</summary>
    NoRoom,

    /// <summary>The disk has less for the log than its budget.</summary>
    DiskIsSmaller,

    /// <summary>Anchored entries are to be kept longer than there is room.</summary>
    KeptShorter,

    /// <summary>Hashes alone have the whole room within two years.</summary>
    HashesFill,

    /// <summary>No card is configured: nothing is said of its life.</summary>
    CardUnknown,
}
