using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina226;

/// <summary>How an INA226 is wired and driven.</summary>
public sealed record Ina226Options : Ina2xxOptions
{
    private static readonly Ina2xxQuantity[] All = [Ina2xxQuantity.Voltage, Ina2xxQuantity.Current, Ina2xxQuantity.Power];

    /// <summary>Conversions averaged: 1, 4, 16, 64, 128, 256, 512, 1024. The default value is 16.</summary>
    public int Averaging { get; init; } = 16;

    /// <summary>One conversion, us: 140, 204, 332, 588, 1100, 2116, 4156, 8244. The default value is 1100.</summary>
    public int ConversionUs { get; init; } = 1100;

    /// <inheritdoc/>
    public override string Driver => "ina226";

    /// <inheritdoc/>
    public override double ShuntFullScale => 0.08192;

    /// <summary>max_current / 32768.</summary>
    public override double CurrentStep => MaxCurrent / 32768;

    /// <summary>0.00512 / (step * shunt), datasheet equation 1.</summary>
    public override int Calibration => (int)Math.Clamp(Math.Round(Ina226Chip.CalibrationScale / (CurrentStep * Shunt)), 0, 65_535);

    /// <inheritdoc/>
    public override TimeSpan Conversion => Ina226Chip.Duration(Trigger);

    /// <summary>One write, and mask, bus, shunt, current, power, calibration read.</summary>
    public override TimeSpan BusTime => I2cTime.OfRegisters(writes: 1, reads: 6, bytes: 14);

    /// <inheritdoc/>
    protected override IReadOnlyList<Ina2xxQuantity> Quantities => All;

    /// <inheritdoc/>
    protected override (int Calibration, double MaxCurrent) CalibrationLimit => (32_767, Ina226Chip.CalibrationScale * 32768 / Shunt / 32_767.5);

    /// <summary>The word that triggers one conversion.</summary>
    internal ushort Trigger => Ina226Chip.Trigger(Averaging, ConversionUs);

    /// <inheritdoc/>
    public override double Resolution(Ina2xxQuantity quantity) => quantity switch
    {
        Ina2xxQuantity.Voltage => Ina226Chip.BusVoltsPerCode * BusRatio,
        Ina2xxQuantity.Current => Math.Max(CurrentStep, Ina226Chip.ShuntVoltsPerCode / Shunt) * CurrentRatio,
        _ => CurrentStep * Ina226Chip.PowerSteps * BusRatio * CurrentRatio,
    };

    /// <inheritdoc/>
    public override ISensor Open(II2cBus bus, TimeProvider time) => new Ina226Sensor(bus, this, time);

    /// <inheritdoc/>
    public override IEnumerable<OptionProblem> Validate()
    {
        foreach (var problem in base.Validate())
            yield return problem;
        if (!Ina226Chip.Averaging.Contains(Averaging))
            yield return new("averaging", $"{Averaging} is not a count the chip averages; write 1, 4, 16, 64, 128, 256, 512 or 1024.");
        if (!Ina226Chip.ConversionTimes.Contains(ConversionUs))
            yield return new("conversion_us", $"{ConversionUs} us is not a conversion time of the chip; write 140, 204, 332, 588, 1100, 2116, 4156 or 8244.");
    }
}
