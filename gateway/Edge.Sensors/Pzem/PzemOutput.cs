using Edge.Sensors.Sampling;

namespace Edge.Sensors.Pzem;

/// <summary>One channel of a meter.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Quantity">Which quantity, by its register.</param>
public sealed record PzemOutput(string Name, PzemRegister Quantity)
{
    /// <summary>Codes in one of the channel's unit.</summary>
    public double CodesPerUnit => Quantity switch
    {
        PzemRegister.Current => 1000,
        PzemRegister.PowerFactor => 100,
        PzemRegister.Energy or PzemRegister.Alarm => 1,
        _ => 10,
    };

    /// <summary>Whether it has two registers.</summary>
    public bool IsWide => Quantity is PzemRegister.Current or PzemRegister.Power or PzemRegister.Energy;

    /// <summary>The end of its registers.</summary>
    public long LargestCode => IsWide ? uint.MaxValue : ushort.MaxValue;

    /// <summary>Name, unit (SenML) and resolution.</summary>
    public SensorOutput Describe() => new(Name, Unit, 1 / CodesPerUnit);

    private string Unit => Quantity switch
    {
        PzemRegister.Voltage => "V",
        PzemRegister.Current => "A",
        PzemRegister.Power => "W",
        PzemRegister.Energy => "Wh",
        PzemRegister.Frequency => "Hz",
        _ => "/",
    };
}
