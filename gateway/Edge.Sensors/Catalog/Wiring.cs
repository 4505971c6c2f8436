namespace Edge.Sensors.Catalog;

/// <summary>What a sensor is wired to.</summary>
public enum Wiring
{
    /// <summary>An I2C bus, at an address.</summary>
    I2c,

    /// <summary>A line of a GPIO chip.</summary>
    Line,

    /// <summary>A 1-wire bus, by its own serial.</summary>
    OneWire,

    /// <summary>A serial line with Modbus devices.</summary>
    Serial,
}
