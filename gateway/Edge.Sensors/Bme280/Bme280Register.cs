namespace Edge.Sensors.Bme280;

/// <summary>Registers, datasheet BST-BME280-DS002 section 5.3.</summary>
public enum Bme280Register : byte
{
    /// <summary>First of the 26 bytes of coefficients for temperature and pressure; the last, 0xA1, is the humidity's first.</summary>
    CoefficientsLow = 0x88,

    /// <summary>0x60.</summary>
    Id = 0xD0,

    /// <summary>First of the 7 bytes of coefficients for humidity.</summary>
    CoefficientsHigh = 0xE1,

    /// <summary>Oversampling of humidity; counts once <see cref="Measure"/> is written.</summary>
    Humidity = 0xF2,

    /// <summary>Measuring; copying coefficients.</summary>
    Status = 0xF3,

    /// <summary>Oversampling of temperature and pressure, mode.</summary>
    Measure = 0xF4,

    /// <summary>Standby and filter.</summary>
    Config = 0xF5,

    /// <summary>Pressure (20 bits), temperature (20), humidity (16), most significant byte first.</summary>
    Data = 0xF7,
}
