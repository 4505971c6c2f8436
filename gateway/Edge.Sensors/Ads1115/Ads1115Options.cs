using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ads1115;

/// <summary>How an ADS1115 is wired and driven.</summary>
public sealed record Ads1115Options
{
    /// <summary>7-bit address by the ADDR strap: 0x48 GND, 0x49 VDD, 0x4A SDA, 0x4B SCL. The default value is 0x48.</summary>
    public int Address { get; init; } = 0x48;

    /// <summary>Samples per second: 8, 16, 32, 64, 128, 250, 475, 860. The default value is 128.</summary>
    public int DataRate { get; init; } = 128;

    /// <summary>Full scale of the amplifier, V: 6.144, 4.096, 2.048, 1.024, 0.512, 0.256. The default value is 2.048.</summary>
    public double Gain { get; init; } = 2.048;

    /// <summary>The wired terminals, 1 to 4, each once.</summary>
    public required IReadOnlyList<Ads1115Input> Inputs { get; init; }

    /// <summary>V per code.</summary>
    public double VoltsPerCode => Gain / 32768;

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address is < 0x48 or > 0x4B)
            yield return new("address", $"0x{Address:X2} is not an ADS1115's; write 0x48, 0x49, 0x4A or 0x4B (ADDR strapped to GND, VDD, SDA, SCL).");
        if (!Ads1115Config.DataRates.Contains(DataRate))
            yield return new("data_rate", $"{DataRate} is not a rate of the chip; write 8, 16, 32, 64, 128, 250, 475 or 860.");
        if (!Ads1115Config.FullScales.Contains(Gain))
            yield return new("gain", $"{Gain} V is not a range of the chip; write 6.144, 4.096, 2.048, 1.024, 0.512 or 0.256.");
        if (Inputs.Count is 0 or > 4 || Inputs.Select(i => i.Terminal).Distinct().Count() != Inputs.Count)
            yield return new("channels", "an ADS1115 has four terminals; list one to four channels with different inputs ain0 to ain3.");
        foreach (var input in Inputs)
        {
            if (input.Terminal is < 0 or > 3)
                yield return new("input", $"there is no terminal {input.Terminal}; write ain0, ain1, ain2 or ain3.");
            foreach (var problem in input.Scale.Validate())
                yield return problem;
            if (input.Scale.HighestVolts > Gain)
                yield return new("gain", $"{input.Name} needs {input.Scale.HighestVolts} V at 20 mA but the range ends at {Gain} V; write a wider gain or a smaller shunt.");
        }
    }
}
