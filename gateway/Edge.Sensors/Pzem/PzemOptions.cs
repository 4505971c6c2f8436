using Edge.Sensors.Catalog;

namespace Edge.Sensors.Pzem;

/// <summary>How a PZEM-004T or PZEM-016 is wired and driven.</summary>
public sealed record PzemOptions
{
    /// <summary>Registers read: all.</summary>
    public const int Registers = 10;

    /// <summary>Its address on the line. The default value is 1. Value must be between 1 and 247.</summary>
    public int Address { get; init; } = 1;

    /// <summary>What its current input is made for, A: 10 (built-in shunt) or 100 (transformer). The default value is 100.</summary>
    public int CurrentRange { get; init; } = 100;

    /// <summary>How long it may think before it answers. The default value is 100 ms. Value must be between 20 ms and 2 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The channels, each of another quantity.</summary>
    public required IReadOnlyList<PzemOutput> Outputs { get; init; }

    /// <summary>The codes between which the maker vouches for a quantity.</summary>
    public (long Low, long High) Range(PzemRegister quantity) => quantity switch
    {
        PzemRegister.Voltage => (800, 2600),
        PzemRegister.Current => (0, CurrentRange * 1000L),
        PzemRegister.Power => (0, CurrentRange * 2300L),
        PzemRegister.Energy => (0, 9_999_990),
        PzemRegister.Frequency => (450, 650),
        PzemRegister.PowerFactor => (0, 100),
        _ => (0, 1),
    };

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address is < 1 or > 247)
            yield return new("address", $"{Address} is not a Modbus address; write 1 to 247 as set in the meter.");
        if (CurrentRange is not (10 or 100))
            yield return new("current_range", $"{CurrentRange} A is not a meter's range; write 10 (built-in shunt) or 100 (with its transformer).");
        if (Patience < TimeSpan.FromMilliseconds(20) || Patience > TimeSpan.FromSeconds(2))
            yield return new("patience", $"{Patience.TotalSeconds} s is out of range; write 20ms to 2s, usually 100ms.");
        if (Outputs.Count == 0 || Outputs.Select(o => o.Quantity).Distinct().Count() != Outputs.Count)
            yield return new("channels", "list one to seven channels with different outputs: voltage, current, power, energy, frequency, power_factor, alarm.");
    }
}
