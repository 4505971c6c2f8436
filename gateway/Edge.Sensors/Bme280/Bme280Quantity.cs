namespace Edge.Sensors.Bme280;

/// <summary>What a BME280 gives.</summary>
public enum Bme280Quantity
{
    /// <summary>Cel; the chip's own, a little above the air's.</summary>
    Temperature,

    /// <summary>Pa, absolute.</summary>
    Pressure,

    /// <summary>%RH.</summary>
    Humidity,
}
