using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ezo;

/// <summary>How an EZO circuit is wired and driven.</summary>
/// <param name="Kind">Which of the family.</param>
public sealed record EzoOptions(EzoKind Kind)
{
    /// <summary>7-bit address. The default value is the factory's; the circuit accepts any from 0x08 to 0x77 by command.</summary>
    public int Address { get; init; } = Kind.Address;

    /// <summary>Channel name. The default value is the word of the output.</summary>
    public string Channel { get; init; } = Kind.Output;

    /// <summary>How long the circuit may stay pending beyond its time. The default value is 600 ms. Must not be negative, at most 5 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>The water's usual temperature, degC, told before each reading; null leaves the circuit at what it has, 25 after power-on. 0 to 100.</summary>
    public double? Temperature { get; init; }

    /// <summary>The channel, in degC, that measures the water's temperature; <see cref="Temperature"/> then stands in while it has no value. Null: none.</summary>
    public string? TemperatureFrom { get; init; }

    /// <summary>Whether it sleeps between readings. The default value is false.</summary>
    public bool Sleep { get; init; }

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address is < 0x08 or > 0x77)
            yield return new("address", $"0x{Address:X2} is not an I2C address; write 0x{Kind.Address:X2}, or what the circuit was set to.");
        if (Patience < TimeSpan.Zero || Patience > TimeSpan.FromSeconds(5))
            yield return new("patience", $"{Patience.TotalSeconds} s is not sensible; write 0s to 5s, usually 600ms.");
        if (Temperature is { } degrees && !(degrees is >= 0 and <= 100))
            yield return new("temperature", $"{degrees} degC is not water; write 0 to 100, what the water usually has, for example 15.");
    }
}
