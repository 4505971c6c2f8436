using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Scales;

/// <summary>
/// A 4-20 mA loop over a shunt, judged by NAMUR NE43: 3.8 to 20.5 mA valid; below 3.6 or above 21.0 mA failure, no value;
/// between them a value, uncertain.
/// </summary>
public sealed record LoopScale : InputScale
{
    private const double LiveZero = 4, Span = 16;

    /// <summary>Shunt, ohm. The default value is 100. Value must be between 10 and 500.</summary>
    public double Shunt { get; init; } = 100;

    /// <summary>Value at 4 mA, in the unit.</summary>
    public required double Low { get; init; }

    /// <summary>Value at 20 mA, in the unit. Must differ from <see cref="Low"/>; may be below it.</summary>
    public required double High { get; init; }

    /// <inheritdoc/>
    public override double HighestVolts => 0.020 * Shunt;

    /// <inheritdoc/>
    public override double Resolution(double voltsPerCode) => Math.Abs(High - Low) / Span * (voltsPerCode / Shunt * 1000);

    /// <inheritdoc/>
    public override Sample Evaluate(int output, double volts, long raw)
    {
        var milliamps = volts / Shunt * 1000;
        if (milliamps < 3.6)
            return Sample.Absent(output, Reason.LoopLow, raw);
        if (milliamps > 21.0)
            return Sample.Absent(output, Reason.LoopHigh, raw);
        var value = Low + (milliamps - LiveZero) / Span * (High - Low);
        if (milliamps < 3.8)
            return Sample.Uncertain(output, value, raw, Reason.LoopUnderrange);
        if (milliamps > 20.5)
            return Sample.Uncertain(output, value, raw, Reason.LoopOverrange);
        return Sample.Good(output, value, raw);
    }

    /// <inheritdoc/>
    public override IEnumerable<OptionProblem> Validate()
    {
        if (!(Shunt is >= 10 and <= 500))
            yield return new("shunt", $"{Shunt} ohm is not a loop shunt; write the resistor's value between 10 and 500, usually 100 or 150.");
        if (!double.IsFinite(Low) || !double.IsFinite(High) || Low == High)
            yield return new("high", $"the range {Low} to {High} is empty; write the transmitter's values at 4 mA (low) and at 20 mA (high).");
    }
}
