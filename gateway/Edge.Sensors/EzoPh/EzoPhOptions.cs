using Edge.Sensors.Catalog;

namespace Edge.Sensors.EzoPh;

/// <summary>How an EZO pH circuit is wired and driven.</summary>
public sealed record EzoPhOptions
{
    /// <summary>7-bit address. The default value is 0x63; the circuit accepts any from 0x08 to 0x77 by command.</summary>
    public int Address { get; init; } = 0x63;

    /// <summary>Channel name. The default value is "ph".</summary>
    public string Channel { get; init; } = "ph";

    /// <summary>How long the circuit may stay pending beyond its 900 ms. The default value is 600 ms. Must not be negative, at most 5 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address is < 0x08 or > 0x77)
            yield return new("address", $"0x{Address:X2} is not an I2C address; write 0x63, or what the circuit was set to.");
        if (Patience < TimeSpan.Zero || Patience > TimeSpan.FromSeconds(5))
            yield return new("patience", $"{Patience.TotalSeconds} s is not sensible; write 0s to 5s, usually 600ms.");
    }
}
