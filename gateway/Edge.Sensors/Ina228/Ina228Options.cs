using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina228;

/// <summary>How an INA228 is wired and driven.</summary>
public sealed record Ina228Options : Ina2xxOptions
{
    private static readonly Ina2xxQuantity[] All = Enum.GetValues<Ina2xxQuantity>();

    /// <summary>Conversions averaged: 1, 4, 16, 64, 128, 256, 512, 1024. The default value is 16.</summary>
    public int Averaging { get; init; } = 16;

    /// <summary>One conversion of one input, us: 50, 84, 150, 280, 540, 1052, 2074, 4120. The default value is 1052.</summary>
    public int ConversionUs { get; init; } = 1052;

    /// <summary>Whether the shunt's narrow range, 40.96 mV, holds <see cref="Ina2xxOptions.MaxCurrent"/>.</summary>
    public bool Narrow => MaxCurrent * Shunt <= Ina228Chip.NarrowShunt * 1.000001;

    /// <inheritdoc/>
    public override string Driver => "ina228";

    /// <inheritdoc/>
    public override double ShuntFullScale => Ina228Chip.WideShunt;

    /// <summary>13107.2e6 * step * shunt, four times that in the narrow range, for a step of max_current / 2^19.</summary>
    public override int Calibration => (int)Math.Clamp(Math.Round(MaxCurrent / (1 << 19) * CalibrationPerStep), 0, Ina228Chip.LargestCalibration);

    /// <summary>What the calibration really makes of it.</summary>
    public override double CurrentStep => Calibration / CalibrationPerStep;

    /// <inheritdoc/>
    public override TimeSpan Conversion => Ina228Chip.Duration(AdcConfiguration);

    /// <summary>Diagnostics, seven results, and the five registers of the setup.</summary>
    public override TimeSpan BusTime => I2cTime.OfRegisters(writes: 0, reads: 13, bytes: 36);

    /// <summary>The configuration that it is given.</summary>
    internal ushort Configuration => Narrow ? Ina228Chip.Narrow : (ushort)0;

    /// <summary>The ADC configuration that it is given.</summary>
    internal ushort AdcConfiguration => Ina228Chip.Convert(Averaging, ConversionUs);

    /// <inheritdoc/>
    protected override IReadOnlyList<Ina2xxQuantity> Quantities => All;

    /// <inheritdoc/>
    protected override (int Calibration, double MaxCurrent) CalibrationLimit =>
        (Ina228Chip.LargestCalibration, (1 << 19) / (4 * Ina228Chip.CalibrationScale * Shunt));

    private double CalibrationPerStep => Ina228Chip.CalibrationScale * Shunt * (Narrow ? 4 : 1);

    /// <inheritdoc/>
    public override double Resolution(Ina2xxQuantity quantity) => quantity switch
    {
        Ina2xxQuantity.Voltage => Ina228Chip.BusVoltsPerCode * BusRatio,
        Ina2xxQuantity.Current => Math.Max(CurrentStep, Ina228Chip.ShuntVoltsPerCode(Narrow) / Shunt) * CurrentRatio,
        Ina2xxQuantity.Temperature => Ina228Chip.DegreesPerCode,
        _ => Step(quantity),
    };

    /// <summary>A code's worth of a quantity that is computed from the current, in its unit.</summary>
    internal double Step(Ina2xxQuantity quantity) => CurrentStep * CurrentRatio * quantity switch
    {
        Ina2xxQuantity.Power => Ina228Chip.PowerSteps * BusRatio,
        Ina2xxQuantity.Energy => Ina228Chip.EnergyUnit * Ina228Chip.PowerSteps * BusRatio,
        _ => 1,
    };

    /// <inheritdoc/>
    public override ISensor Open(II2cBus bus, TimeProvider time) => new Ina228Sensor(bus, this, time);

    /// <inheritdoc/>
    public override IEnumerable<OptionProblem> Validate()
    {
        foreach (var problem in base.Validate())
            yield return problem;
        if (!Ina228Chip.Averaging.Contains(Averaging))
            yield return new("averaging", $"{Averaging} is not a count the chip averages; write 1, 4, 16, 64, 128, 256, 512 or 1024.");
        if (!Ina228Chip.ConversionTimes.Contains(ConversionUs))
            yield return new("conversion_us", $"{ConversionUs} us is not a conversion time of the chip; write 50, 84, 150, 280, 540, 1052, 2074 or 4120.");
    }
}
