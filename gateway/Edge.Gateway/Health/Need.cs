namespace Edge.Gateway.Health;

/// <summary>What only a person can mend, the most urgent first.</summary>
public enum Need
{
    /// <summary>The store takes no readings.</summary>
    StoreRefuses,

    /// <summary>The log is full: readings are left out.</summary>
    ReadingsLeftOut,

    /// <summary>Part of the log was damaged when a gateway started, and nobody has seen to it.</summary>
    StoreDamaged,

    /// <summary>Anchoring has stopped for good.</summary>
    AnchoringHalted,

    /// <summary>SCL or SDA of a bus is held low, and cannot be freed; or no transfer of any device on it ends.</summary>
    BusHeld,

    /// <summary>Channels bring no values, and not because of their bus.</summary>
    ChannelsFail,

    /// <summary>Readings are uncertain for long, or serve something.</summary>
    ChannelsDoubtful,

    /// <summary>Channels are outside of their limits, or a leak, door or tamper contact is open.</summary>
    AlarmsOpen,

    /// <summary>Devices answer, but so often not at the first time that their budgets of retries are spent.</summary>
    DevicesUnsteady,

    /// <summary>Devices are not sampled as often as the configuration asks.</summary>
    SamplesMissed,

    /// <summary>The configuration file is not the one that is in force.</summary>
    ConfigurationChanged,

    /// <summary>The room ends: what the city does not hold would have to go soon, or hashes and index leave no room for entries.</summary>
    RoomEnds,

    /// <summary>The city was never reached, and the gateway has run for a while.</summary>
    CityNeverReached,

    /// <summary>There is a link, but the city does not accept, or refuses.</summary>
    CityDoesNotAccept,

    /// <summary>The database's write-ahead log is far larger than it should ever be.</summary>
    WriteAheadLogGrows,

    /// <summary>At this rate the card wears out within a year.</summary>
    CardWears,

    /// <summary>The battery-backed clock that is configured is not relied on.</summary>
    RtcFails,

    /// <summary>The clock says another time than the city.</summary>
    ClockDisagrees,

    /// <summary>Nobody vouches for the wall clock.</summary>
    ClockUnknown,
}
