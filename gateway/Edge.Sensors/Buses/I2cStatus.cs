namespace Edge.Sensors.Buses;

/// <summary>What became of one transfer. A closed list: hardware failing is an everyday answer, never an exception.</summary>
public enum I2cStatus : byte
{
    /// <summary>All bytes were written, acknowledged and read.</summary>
    Ok = 0,

    /// <summary>Nobody acknowledged the address, or the device refused a byte.</summary>
    NoAcknowledge = 1,

    /// <summary>SDA or SCL is held low; no transfer is possible.</summary>
    BusStuck = 2,

    /// <summary>Another master won the bus.</summary>
    ArbitrationLost = 3,

    /// <summary>The transfer did not end in the adapter's (or the peer's) time.</summary>
    TimedOut = 4,

    /// <summary>Fewer bytes came than were asked for.</summary>
    Short = 5,

    /// <summary>The adapter itself is missing: unplugged, not loaded, not permitted, or its process is not there.</summary>
    Gone = 6,

    /// <summary>The adapter cannot do such a transfer (length, protocol).</summary>
    Refused = 7,
}
