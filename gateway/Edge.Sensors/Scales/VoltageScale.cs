using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Scales;

/// <summary>A plain voltage: value = offset + ratio * volts at the pin.</summary>
public sealed record VoltageScale : InputScale
{
    /// <summary>Value per volt at the pin: a divider's ratio, or a sensor's slope. The default value is 1. Must not be 0.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>Value at 0 V. The default value is 0.</summary>
    public double Offset { get; init; }

    /// <inheritdoc/>
    public override double HighestVolts => 0;

    /// <inheritdoc/>
    public override double Resolution(double voltsPerCode) => Math.Abs(Ratio) * voltsPerCode;

    /// <inheritdoc/>
    public override Sample Evaluate(int output, double volts, long raw) => Sample.Good(output, Offset + Ratio * volts, raw);

    /// <inheritdoc/>
    public override IEnumerable<OptionProblem> Validate()
    {
        if (!double.IsFinite(Ratio) || Ratio == 0)
            yield return new("ratio", $"{Ratio} turns every voltage into the same value; write the value per volt at the pin, for example 11 for a 100k/10k divider.");
        if (!double.IsFinite(Offset))
            yield return new("offset", $"{Offset} is not a number; write the value at 0 V, usually 0.");
    }
}
