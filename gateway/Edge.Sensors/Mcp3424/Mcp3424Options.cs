using Edge.Sensors.Catalog;
using Edge.Sensors.Scales;

namespace Edge.Sensors.Mcp3424;

/// <summary>How an MCP3424 is wired and driven.</summary>
public sealed record Mcp3424Options
{
    /// <summary>The words of the terminals.</summary>
    internal static readonly IReadOnlyList<string> Terminals = ["ch1", "ch2", "ch3", "ch4"];

    /// <summary>7-bit address by the Adr0/Adr1 straps. The default value is 0x68. Value must be between 0x68 and 0x6F.</summary>
    public int Address { get; init; } = 0x68;

    /// <summary>Bits of a code: 12, 14, 16, 18, at 240, 60, 15, 3.75 conversions a second. The default value is 18.</summary>
    public int Bits { get; init; } = 18;

    /// <summary>Full scale of the amplifier, V: 2.048, 1.024, 0.512, 0.256. The default value is 2.048.</summary>
    public double Gain { get; init; } = Mcp3424Config.Reference;

    /// <summary>The wired terminals, 1 to 4, each once.</summary>
    public required IReadOnlyList<ScaledInput> Inputs { get; init; }

    /// <summary>The largest code; the smallest is one below its opposite.</summary>
    public int LargestCode => (1 << (Bits - 1)) - 1;

    /// <summary>V per code.</summary>
    public double VoltsPerCode => Gain / (1 << (Bits - 1));

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address is < 0x68 or > 0x6F)
            yield return new("address", $"0x{Address:X2} is not an MCP3424's; write 0x68 to 0x6F as strapped by Adr0 and Adr1.");
        if (!Mcp3424Config.Bits.Contains(Bits))
            yield return new("bits", $"{Bits} is not a resolution of the chip; write 12, 14, 16 or 18.");
        if (!Mcp3424Config.FullScales.Contains(Gain))
            yield return new("gain", $"{Gain} V is not a range of the chip; write 2.048, 1.024, 0.512 or 0.256.");
        foreach (var problem in ScaledInput.Validate(Inputs, "MCP3424", Terminals, Gain))
            yield return problem;
    }
}
