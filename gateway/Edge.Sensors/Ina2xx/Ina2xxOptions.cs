using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina2xx;

/// <summary>How a power monitor of the family is wired, and what it measures; how it is driven is its chip's.</summary>
public abstract record Ina2xxOptions
{
    /// <summary>The driver's word in the configuration.</summary>
    public abstract string Driver { get; }

    /// <summary>7-bit address by the A1/A0 straps. The default value is 0x40. Value must be between 0x40 and 0x4F.</summary>
    public int Address { get; init; } = 0x40;

    /// <summary>Shunt at the chip, ohm. The default value is 0.1. Value must be between 0.0001 and 10.</summary>
    public double Shunt { get; init; } = 0.1;

    /// <summary>Largest current through the shunt, A; sets the current step. The default value is what the input can see: <see cref="ShuntFullScale"/> / shunt.</summary>
    public double MaxCurrent { get => field == 0 ? ShuntFullScale / Shunt : field; init; }

    /// <summary>Divider or voltage transformer before the bus input: primary volts per volt. The default value is 1. Must be above 0.</summary>
    public double BusRatio { get; init; } = 1;

    /// <summary>Current transformer before the shunt: primary amperes per ampere. The default value is 1. Must be above 0.</summary>
    public double CurrentRatio { get; init; } = 1;

    /// <summary>The channels.</summary>
    public required IReadOnlyList<Ina2xxOutput> Outputs { get; init; }

    /// <summary>Full scale of the shunt input in its widest range, V.</summary>
    public abstract double ShuntFullScale { get; }

    /// <summary>A per code of the current register, at the chip.</summary>
    public abstract double CurrentStep { get; }

    /// <summary>What goes into the calibration register.</summary>
    public abstract int Calibration { get; }

    /// <summary>How long one conversion of everything takes.</summary>
    public abstract TimeSpan Conversion { get; }

    /// <summary>How long the transfers of one round take.</summary>
    public abstract TimeSpan BusTime { get; }

    /// <summary>The quantities of the chip.</summary>
    protected abstract IReadOnlyList<Ina2xxQuantity> Quantities { get; }

    /// <summary>Largest value of the calibration register, and the smallest <see cref="MaxCurrent"/> that it can express, A.</summary>
    protected abstract (int Calibration, double MaxCurrent) CalibrationLimit { get; }

    /// <summary>The step of a quantity in its unit, ratios included; the shunt converter's own where that is coarser.</summary>
    public abstract double Resolution(Ina2xxQuantity quantity);

    /// <summary>The driver for it.</summary>
    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    public abstract ISensor Open(II2cBus bus, TimeProvider time);

    /// <summary>The channels as a plan and a sensor show them.</summary>
    public IReadOnlyList<SensorOutput> Describe() => [.. Outputs.Select(o => new SensorOutput(o.Name, o.Unit, Resolution(o.Quantity)))];

    /// <summary>What is wrong, empty when nothing.</summary>
    public virtual IEnumerable<OptionProblem> Validate()
    {
        if (Address is < 0x40 or > 0x4F)
            yield return new("address", $"0x{Address:X2} is not an {Driver.ToUpperInvariant()}'s; write 0x40 to 0x4F as strapped by A1 and A0.");
        if (!(Shunt is >= 0.0001 and <= 10))
            yield return new("shunt", $"{Shunt} ohm is not a shunt; write the resistor's value between 0.0001 and 10, for example 0.1.");
        else if (!(MaxCurrent > 0) || MaxCurrent * Shunt > ShuntFullScale * 1.000001)
            yield return new("max_current", $"{MaxCurrent} A over {Shunt} ohm does not fit the input of {ShuntFullScale * 1000:0.##} mV; write at most {ShuntFullScale / Shunt:0.####}.");
        else if (MaxCurrent < CalibrationLimit.MaxCurrent)
            yield return new("max_current", $"{MaxCurrent} A gives a calibration of {Calibration}, outside 1 to {CalibrationLimit.Calibration}; write at least {CalibrationLimit.MaxCurrent:0.######}.");
        if (!double.IsFinite(BusRatio) || BusRatio <= 0)
            yield return new("bus_ratio", $"{BusRatio} is not a ratio; write primary volts per volt at the chip, 1 when wired directly.");
        if (!double.IsFinite(CurrentRatio) || CurrentRatio <= 0)
            yield return new("current_ratio", $"{CurrentRatio} is not a ratio; write primary amperes per ampere in the shunt, 1 without a transformer.");
        var different = Outputs.Select(o => o.Quantity).Distinct().Intersect(Quantities).Count();
        if (Outputs.Count == 0 || different != Outputs.Count)
            yield return new("channels", $"list one to {Quantities.Count} channels with different outputs: {string.Join(", ", Quantities.Select(Word))}.");
    }

    /// <summary>A quantity's word in the configuration.</summary>
    internal static string Word(Ina2xxQuantity quantity) => quantity.ToString().ToLowerInvariant();

    /// <summary>The choices of a channel's <c>output</c>.</summary>
    internal (string Word, Ina2xxQuantity Quantity)[] Choices() => [.. Quantities.Select(q => (Word(q), q))];
}
