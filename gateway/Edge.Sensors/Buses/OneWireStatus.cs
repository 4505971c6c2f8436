namespace Edge.Sensors.Buses;

/// <summary>What became of reading one device on a 1-wire bus. A closed list, as <see cref="I2cStatus"/> is.</summary>
public enum OneWireStatus : byte
{
    /// <summary>Nine bytes were read.</summary>
    Ok = 0,

    /// <summary>The kernel knows no such device, or none answered its reset.</summary>
    NoDevice = 1,

    /// <summary>What came is not nine bytes.</summary>
    Malformed = 2,

    /// <summary>The bus itself is missing: not switched on, or not permitted.</summary>
    Gone = 3,
}
