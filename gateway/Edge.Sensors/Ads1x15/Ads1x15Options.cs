using Edge.Sensors.Catalog;
using Edge.Sensors.Scales;

namespace Edge.Sensors.Ads1x15;

/// <summary>How an ADS1115 or ADS1015 is wired and driven.</summary>
/// <param name="Chip">Which of the two.</param>
public sealed record Ads1x15Options(Ads1x15Chip Chip)
{
    /// <summary>The words of the terminals.</summary>
    internal static readonly IReadOnlyList<string> Terminals = ["ain0", "ain1", "ain2", "ain3"];

    /// <summary>7-bit address by the ADDR strap: 0x48 GND, 0x49 VDD, 0x4A SDA, 0x4B SCL. The default value is 0x48.</summary>
    public int Address { get; init; } = 0x48;

    /// <summary>Samples per second, one of the chip's. The default value is what it has after power-on: 128, or 1600.</summary>
    public int DataRate { get; init; } = Chip.UsualRate;

    /// <summary>Full scale of the amplifier, V: 6.144, 4.096, 2.048, 1.024, 0.512, 0.256. The default value is 2.048.</summary>
    public double Gain { get; init; } = 2.048;

    /// <summary>The wired terminals, 1 to 4, each once.</summary>
    public required IReadOnlyList<ScaledInput> Inputs { get; init; }

    /// <summary>V per code.</summary>
    public double VoltsPerCode => Chip.VoltsPerCode(Gain);

    /// <summary>How long one conversion takes.</summary>
    public TimeSpan Conversion => TimeSpan.FromSeconds(1.0 / DataRate);

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        var name = Chip.Driver.ToUpperInvariant();
        if (Address is < 0x48 or > 0x4B)
            yield return new("address", $"0x{Address:X2} is not an {name}'s; write 0x48, 0x49, 0x4A or 0x4B (ADDR strapped to GND, VDD, SDA, SCL).");
        if (!Chip.DataRates.Contains(DataRate))
            yield return new("data_rate", $"{DataRate} is not a rate of the chip; write {string.Join(", ", Chip.DataRates.SkipLast(1))} or {Chip.DataRates[^1]}.");
        if (!Ads1x15Chip.FullScales.Contains(Gain))
            yield return new("gain", $"{Gain} V is not a range of the chip; write 6.144, 4.096, 2.048, 1.024, 0.512 or 0.256.");
        foreach (var problem in ScaledInput.Validate(Inputs, name, Terminals, Gain))
            yield return problem;
    }
}
