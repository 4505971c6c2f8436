using Edge.Sensors.Catalog;

namespace Edge.Sensors.Bme280;

/// <summary>How a BME280 is wired and driven.</summary>
public sealed record Bme280Options
{
    /// <summary>0x76 (SDO to GND) or 0x77 (SDO to VDDIO). The default value is 0x76.</summary>
    public int Address { get; init; } = 0x76;

    /// <summary>Times each quantity is sampled for one value: 1, 2, 4, 8, 16. The default value is 1.</summary>
    public int Oversampling { get; init; } = 1;

    /// <summary>The channels.</summary>
    public required IReadOnlyList<Bme280Output> Outputs { get; init; }

    /// <summary>The converter's step in the quantity's unit: 16 bits, and one more with each doubling of the oversampling (datasheet section 3.4); humidity always 16.</summary>
    public double Resolution(Bme280Quantity quantity) => quantity switch
    {
        Bme280Quantity.Temperature => 0.005 / Oversampling,
        Bme280Quantity.Pressure => 2.62 / Oversampling,
        _ => 0.008,
    };

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address is not (0x76 or 0x77))
            yield return new("address", $"0x{Address:X2} is not a BME280's; write 0x76 (SDO strapped to GND) or 0x77 (SDO to VDDIO).");
        if (!Bme280Chip.Oversamplings.Contains(Oversampling))
            yield return new("oversampling", $"the chip cannot sample {Oversampling} times; write 1, 2, 4, 8 or 16.");
        if (Outputs.Count == 0 || Outputs.Select(o => o.Quantity).Distinct().Count() != Outputs.Count)
            yield return new("channels", "list one to three channels with different outputs: temperature, pressure, humidity.");
    }
}
