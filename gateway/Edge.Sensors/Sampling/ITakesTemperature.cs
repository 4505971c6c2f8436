namespace Edge.Sensors.Sampling;

/// <summary>A device whose readings are compensated with a temperature that another channel measures.</summary>
public interface ITakesTemperature
{
    /// <summary>That channel's name; null when it takes none.</summary>
    string? TemperatureFrom { get; }

    /// <summary>Told whenever that channel was sampled, from any thread: its value in degC, or null when it has none.</summary>
    void Take(double? celsius);
}
