using Edge.Sensors.Sampling;

namespace Edge.Sensors.Contact;

/// <summary>One channel of a contact.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Quantity">Which quantity.</param>
public sealed record ContactOutput(string Name, ContactQuantity Quantity)
{
    /// <summary>Name, unit (SenML: a plain number) and resolution.</summary>
    public SensorOutput Describe() => new(Name, "/", 1);
}
