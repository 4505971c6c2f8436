namespace Edge.Sensors.Catalog;

/// <summary>What a sensor needs of its bus.</summary>
public enum BusUse
{
    /// <summary>Transfers on an I2C bus; its place is an address.</summary>
    I2c,

    /// <summary>Edges of a GPIO line; its place is the line's offset.</summary>
    Line,

    /// <summary>Questions on a serial line; its place is an address.</summary>
    Serial,
}
