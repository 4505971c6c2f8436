namespace Edge.Gateway.Consequences;

/// <summary>A consequence that somebody may not have wanted.</summary>
public enum Doubt
{
    /// <summary>The key or the policy was not looked at: this user may not read it.</summary>
    NotLookedAt,

    /// <summary>A device of a bus does not exist here.</summary>
    NoDevice,

    /// <summary>A GPIO chip does not exist here.</summary>
    NoChip,

    /// <summary>Edges of a GPIO line are counted when they arrive, not when they were: this build's stack keeps no more.</summary>
    LateEdges,

    /// <summary>Nobody serves the socket of a remote bus here.</summary>
    NoSocket,

    /// <summary>The kernel has no 1-wire bus here.</summary>
    NoOneWire,

    /// <summary>A serial line does not exist here.</summary>
    NoSerialLine,

    /// <summary>The battery-backed clock does not exist here.</summary>
    NoClock,

    /// <summary>Programs of the other stack keep the log: this one does not start on it.</summary>
    OtherStack,

    /// <summary>Less is free on the disk than must stay free: the log is full at once.</summary>
    NoRoom,

    /// <summary>The disk has less for the log than its budget.</summary>
    DiskIsSmaller,

    /// <summary>Anchored entries are to be kept longer than there is room.</summary>
    KeptShorter,

    /// <summary>Hashes alone have the whole room within two years.</summary>
    HashesFill,

    /// <summary>A channel is sampled too seldom for what it is to serve.</summary>
    TooSlow,

    /// <summary>A channel that is sampled often has a limit and no deadband.</summary>
    NoDeadband,

    /// <summary>A calibration is of a day that has not come.</summary>
    CalibratedLater,

    /// <summary>There is a page for the tap, and the gateway would show phones a certificate that it signed for itself.</summary>
    TapNotTrusted,

    /// <summary>There is a page for the tap, and it is not said by which address phones reach it: no code can be printed.</summary>
    TapWithoutAddress,

    /// <summary>There is a page for the tap, and the certificate is not for the address by which phones reach it.</summary>
    TapOtherName,

    /// <summary>There is a page for the tap, and the day until which its certificate is good has passed.</summary>
    TapPastDay,

    /// <summary>Nobody is named who puts the configuration into force.</summary>
    NobodyNamed,

    /// <summary>No card is configured: nothing is said of its life.</summary>
    CardUnknown,
}
