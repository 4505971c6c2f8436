namespace Edge.Gateway.Doctor;

/// <summary>What a check can find: a closed list, each with its verdict (<see cref="Symptoms"/>) and its advice in every language.</summary>
public enum Symptom
{
    /// <summary>The configuration can be used.</summary>
    ConfigurationGood,

    /// <summary>A setting cannot be.</summary>
    ConfigurationFaulty,

    /// <summary>The gateway that runs has another one in force, or does not say which.</summary>
    ConfigurationOther,

    /// <summary>Key and policy fit each other and the configuration.</summary>
    IdentityGood,

    /// <summary>The key or the policy is missing, or does not fit.</summary>
    IdentityFaulty,

    /// <summary>This user may not read the key or the policy.</summary>
    IdentityHidden,

    /// <summary>What this board has.</summary>
    BoardSeen,

    /// <summary>The bus works.</summary>
    BusGood,

    /// <summary>The bus works, and the gateway that runs uses it: only addresses that are not that one's were asked.</summary>
    BusShared,

    /// <summary>The board has no such bus or folder.</summary>
    BusMissing,

    /// <summary>The board has no GPIO chip with such a label.</summary>
    ChipMissing,

    /// <summary>What this build reads GPIO lines with is not installed.</summary>
    LibraryMissing,

    /// <summary>The board has no such serial device.</summary>
    SerialMissing,

    /// <summary>It is there, and this user may not use it, or another program has it.</summary>
    BusDenied,

    /// <summary>A wire of the bus is held low, or the bus never ends a transfer.</summary>
    BusStuck,

    /// <summary>Nothing answers on the whole bus, although something should.</summary>
    BusSilent,

    /// <summary>Nobody serves the remote bus.</summary>
    BusAway,

    /// <summary>The device is where the configuration has it.</summary>
    DeviceGood,

    /// <summary>Nothing answers where the configuration has a device.</summary>
    DeviceSilent,

    /// <summary>Nothing answers there, but such a device answers at another address.</summary>
    DeviceElsewhere,

    /// <summary>Another device answers there: by its identity registers, or by what it gave when it was read.</summary>
    DeviceOther,

    /// <summary>Something answers that the configuration does not know.</summary>
    DeviceUnasked,

    /// <summary>A good reading.</summary>
    ReadingGood,

    /// <summary>A contact reads well, and is wet or open now.</summary>
    ContactActive,

    /// <summary>No value, because no edges of ALERT/RDY come at the line that is configured for them.</summary>
    ReadySilent,

    /// <summary>No value, because the line that is configured for ALERT/RDY cannot be used.</summary>
    ReadyAway,

    /// <summary>A value to doubt, with its reason.</summary>
    ReadingDoubted,

    /// <summary>No value, with its reason.</summary>
    ReadingAbsent,

    /// <summary>No value yet: the device begins, or the meter has not turned.</summary>
    ReadingAwaited,

    /// <summary>Not read, because its bus or device has to be mended first.</summary>
    NotRead,

    /// <summary>The gateway that runs has another channel of that name, or none: what it reads is not this one's.</summary>
    ChannelOther,

    /// <summary>Somebody vouches for the time.</summary>
    ClockGood,

    /// <summary>Nobody vouches for the time.</summary>
    ClockUnvouched,

    /// <summary>The battery-backed clock that is configured cannot be relied on.</summary>
    RtcFaulty,

    /// <summary>The disk has room for the log, and takes it.</summary>
    DiskGood,

    /// <summary>No room for the log.</summary>
    DiskFull,

    /// <summary>The log's place cannot be written.</summary>
    DiskClosed,

    /// <summary>The gateway runs, and needs nobody.</summary>
    GatewayRuns,

    /// <summary>The gateway runs, and something needs a person.</summary>
    GatewayNeeds,

    /// <summary>Something holds the gateway's key, and does not say how it is.</summary>
    GatewayMute,

    /// <summary>The log of a gateway that does not run is whole.</summary>
    LogGood,

    /// <summary>There is no log yet.</summary>
    LogNew,

    /// <summary>Programs of the other stack keep the log: this one does not start on it.</summary>
    LogOtherStack,

    /// <summary>The log is gone, damaged, or cannot be read.</summary>
    LogFaulty,

    /// <summary>The broker takes the gateway's connection.</summary>
    BrokerGood,

    /// <summary>The broker cannot be reached, or refuses.</summary>
    BrokerAway,

    /// <summary>The broker of the operators' hosts cannot be reached, or refuses.</summary>
    SparkplugAway,

    /// <summary>A check did not end in its time.</summary>
    TooSlow,

    /// <summary>A check failed by itself.</summary>
    NotChecked,
}
