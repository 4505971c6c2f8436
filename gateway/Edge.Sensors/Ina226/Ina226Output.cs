namespace Edge.Sensors.Ina226;

/// <summary>One channel of an INA226.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Quantity">Which quantity.</param>
public sealed record Ina226Output(string Name, Ina226Quantity Quantity);
