namespace Edge.Sensors.Ade7953;

/// <summary>One channel of the meter.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Quantity">Which quantity.</param>
public sealed record Ade7953Output(string Name, Ade7953Quantity Quantity)
{
    /// <summary>The quantity's unit, SenML.</summary>
    public string Unit => Quantity switch
    {
        Ade7953Quantity.Voltage => "V",
        Ade7953Quantity.CurrentA or Ade7953Quantity.CurrentB => "A",
        Ade7953Quantity.Frequency => "Hz",
        _ => "W",
    };
}
