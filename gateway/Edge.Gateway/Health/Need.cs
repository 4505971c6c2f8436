namespace Edge.Gateway.Health;

/// <summary>What only a person can mend, the most urgent first.</summary>
public enum Need
{
    /// <summary>The store takes no readings.</summary>
    StoreRefuses,

    /// <summary>The log is full: readings are left out.</summary>
    ReadingsLeftOut,

    /// <summary>Part of the log was damaged when this gateway started.</summary>
    StoreDamaged,

    /// <summary>Anchoring has stopped for good.</summary>
    AnchoringHalted,

    /// <summary>Channels bring no values.</summary>
    ChannelsFail,

    /// <summary>The disk or the budget is full soon.</summary>
    RoomEnds,

    /// <summary>The city was never reached, and the gateway has run for a while.</summary>
    CityNeverReached,

    /// <summary>There is a link, but the city does not accept.</summary>
    CityDoesNotAccept,

    /// <summary>The database's write-ahead log is far larger than it should ever be.</summary>
    WriteAheadLogGrows,

    /// <summary>At this rate the card wears out within a year.</summary>
    CardWears,

    /// <summary>Nobody vouches for the wall clock.</summary>
    ClockUnknown,
}
