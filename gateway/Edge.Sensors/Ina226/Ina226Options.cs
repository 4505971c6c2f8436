using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ina226;

/// <summary>How an INA226 is wired and driven.</summary>
public sealed record Ina226Options
{
    /// <summary>Full scale of the shunt input, V.</summary>
    public const double ShuntFullScale = 0.08192;

    /// <summary>7-bit address by the A1/A0 straps. The default value is 0x40. Value must be between 0x40 and 0x4F.</summary>
    public int Address { get; init; } = 0x40;

    /// <summary>Shunt at the chip, ohm. The default value is 0.1. Value must be between 0.0001 and 10.</summary>
    public double Shunt { get; init; } = 0.1;

    /// <summary>Largest current through the shunt, A; sets the current step (max_current / 32768). The default value is what the input can see: 0.08192 V / shunt.</summary>
    public double MaxCurrent { get => field == 0 ? ShuntFullScale / Shunt : field; init; }

    /// <summary>Divider or voltage transformer before the bus input: primary volts per volt. The default value is 1. Must be above 0.</summary>
    public double BusRatio { get; init; } = 1;

    /// <summary>Current transformer before the shunt: primary amperes per ampere. The default value is 1. Must be above 0.</summary>
    public double CurrentRatio { get; init; } = 1;

    /// <summary>Conversions averaged: 1, 4, 16, 64, 128, 256, 512, 1024. The default value is 16.</summary>
    public int Averaging { get; init; } = 16;

    /// <summary>One conversion, us: 140, 204, 332, 588, 1100, 2116, 4156, 8244. The default value is 1100.</summary>
    public int ConversionUs { get; init; } = 1100;

    /// <summary>The channels.</summary>
    public required IReadOnlyList<Ina226Output> Outputs { get; init; }

    /// <summary>A per code of the current register, at the chip.</summary>
    public double CurrentStep => MaxCurrent / 32768;

    /// <summary>What goes into the calibration register: 0.00512 / (step * shunt), datasheet equation 1.</summary>
    public int Calibration => (int)Math.Clamp(Math.Round(Ina226Chip.CalibrationScale / (CurrentStep * Shunt)), 0, 65_535);

    /// <summary>The step of a quantity in its unit, ratios included; the shunt converter's own where that is coarser.</summary>
    public double Resolution(Ina226Quantity quantity) => quantity switch
    {
        Ina226Quantity.Voltage => Ina226Chip.BusVoltsPerCode * BusRatio,
        Ina226Quantity.Current => Math.Max(CurrentStep, Ina226Chip.ShuntVoltsPerCode / Shunt) * CurrentRatio,
        _ => CurrentStep * Ina226Chip.PowerSteps * BusRatio * CurrentRatio,
    };

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Address is < 0x40 or > 0x4F)
            yield return new("address", $"0x{Address:X2} is not an INA226's; write 0x40 to 0x4F as strapped by A1 and A0.");
        if (!(Shunt is >= 0.0001 and <= 10))
            yield return new("shunt", $"{Shunt} ohm is not a shunt; write the resistor's value between 0.0001 and 10, for example 0.1.");
        else if (!(MaxCurrent > 0) || MaxCurrent * Shunt > ShuntFullScale * 1.000001)
            yield return new("max_current", $"{MaxCurrent} A over {Shunt} ohm does not fit the input of 81.92 mV; write at most {ShuntFullScale / Shunt:0.####}.");
        else if (Calibration is < 1 or > 32_767)
            yield return new("max_current", $"{MaxCurrent} A gives a calibration of {Calibration}, outside 1 to 32767; write at least {Ina226Chip.CalibrationScale * 32768 / Shunt / 32_767:0.######}.");
        if (!double.IsFinite(BusRatio) || BusRatio <= 0)
            yield return new("bus_ratio", $"{BusRatio} is not a ratio; write primary volts per volt at the chip, 1 when wired directly.");
        if (!double.IsFinite(CurrentRatio) || CurrentRatio <= 0)
            yield return new("current_ratio", $"{CurrentRatio} is not a ratio; write primary amperes per ampere in the shunt, 1 without a transformer.");
        if (!Ina226Chip.Averaging.Contains(Averaging))
            yield return new("averaging", $"{Averaging} is not a count the chip averages; write 1, 4, 16, 64, 128, 256, 512 or 1024.");
        if (!Ina226Chip.ConversionTimes.Contains(ConversionUs))
            yield return new("conversion_us", $"{ConversionUs} us is not a conversion time of the chip; write 140, 204, 332, 588, 1100, 2116, 4156 or 8244.");
        if (Outputs.Count == 0 || Outputs.Select(o => o.Quantity).Distinct().Count() != Outputs.Count)
            yield return new("channels", "list one to three channels with different outputs: voltage, current, power.");
    }
}
