using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina219;

/// <summary>How an INA219 is wired and driven.</summary>
public sealed record Ina219Options : Ina2xxOptions
{
    private static readonly Ina2xxQuantity[] All = [Ina2xxQuantity.Voltage, Ina2xxQuantity.Current, Ina2xxQuantity.Power];

    /// <summary>Range of the bus input, V: 16 or 32 (the pin itself stands 26). The default value is 32.</summary>
    public int BusRange { get; init; } = 32;

    /// <summary>Conversions of 12 bits averaged: 1, 2, 4, 8, 16, 32, 64, 128. The default value is 16.</summary>
    public int Averaging { get; init; } = 16;

    /// <inheritdoc/>
    public override string Driver => "ina219";

    /// <inheritdoc/>
    public override double ShuntFullScale => 0.32;

    /// <summary>0.04096 / (step * shunt) for a step of max_current / 32768, rounded down to an even number: bit 0 does not exist.</summary>
    public override int Calibration =>
        (int)Math.Clamp(Ina219Chip.CalibrationScale * 32768 / (MaxCurrent * Shunt) * (1 + 1e-12), 0, Ina219Chip.LargestCalibration) & ~1;

    /// <summary>What the calibration really makes of it.</summary>
    public override double CurrentStep => Ina219Chip.CalibrationScale / (Calibration * Shunt);

    /// <inheritdoc/>
    public override TimeSpan Conversion => Ina219Chip.Duration(Trigger);

    /// <summary>One write, and bus, shunt, current, power, calibration read.</summary>
    public override TimeSpan BusTime => I2cTime.OfRegisters(writes: 1, reads: 5, bytes: 12);

    /// <inheritdoc/>
    protected override IReadOnlyList<Ina2xxQuantity> Quantities => All;

    /// <summary>Every current has a calibration: a small one gets the finest there is.</summary>
    protected override (int Calibration, double MaxCurrent) CalibrationLimit => (Ina219Chip.LargestCalibration, 0);

    /// <summary>The word that triggers one conversion.</summary>
    internal ushort Trigger => Ina219Chip.Trigger(BusRange == 32, MaxCurrent * Shunt, Averaging);

    /// <inheritdoc/>
    public override double Resolution(Ina2xxQuantity quantity) => quantity switch
    {
        Ina2xxQuantity.Voltage => Ina219Chip.BusVoltsPerCode * BusRatio,
        Ina2xxQuantity.Current => Math.Max(CurrentStep, Ina219Chip.ShuntVoltsPerCode / Shunt) * CurrentRatio,
        _ => CurrentStep * Ina219Chip.PowerSteps * BusRatio * CurrentRatio,
    };

    /// <inheritdoc/>
    public override ISensor Open(II2cBus bus, TimeProvider time) => new Ina219Sensor(bus, this, time);

    /// <inheritdoc/>
    public override IEnumerable<OptionProblem> Validate()
    {
        foreach (var problem in base.Validate())
            yield return problem;
        if (BusRange is not (16 or 32))
            yield return new("bus_range", $"{BusRange} V is not a range of the chip; write 16 or 32.");
        if (!Ina219Chip.Averaging.Contains(Averaging))
            yield return new("averaging", $"{Averaging} is not a count the chip averages; write 1, 2, 4, 8, 16, 32, 64 or 128.");
    }
}
