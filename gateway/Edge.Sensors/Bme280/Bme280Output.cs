namespace Edge.Sensors.Bme280;

/// <summary>One channel of a BME280.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Quantity">Which quantity.</param>
public sealed record Bme280Output(string Name, Bme280Quantity Quantity);
