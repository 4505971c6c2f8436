namespace Edge.Sensors.Ina2xx;

/// <summary>One channel of a power monitor.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Quantity">Which quantity.</param>
public sealed record Ina2xxOutput(string Name, Ina2xxQuantity Quantity)
{
    /// <summary>The quantity's unit, SenML.</summary>
    public string Unit => Quantity switch
    {
        Ina2xxQuantity.Voltage => "V",
        Ina2xxQuantity.Current => "A",
        Ina2xxQuantity.Power => "W",
        Ina2xxQuantity.Energy => "J",
        Ina2xxQuantity.Charge => "C",
        _ => "Cel",
    };
}
