namespace Edge.Sensors.Sampling;

/// <summary>One quantity a sensor gives.</summary>
/// <param name="Name">The channel's name where it was configured, else the driver's own word.</param>
/// <param name="Unit">SenML or UCUM, for example "bar", "L/min", "V", "pH", "[degF]".</param>
/// <param name="Resolution">The step between two neighbouring codes, in <paramref name="Unit"/>.</param>
public sealed record SensorOutput(string Name, string Unit, double Resolution);
