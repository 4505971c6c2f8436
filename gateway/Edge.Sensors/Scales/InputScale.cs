using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Scales;

/// <summary>What the voltage at a converter's pin means.</summary>
public abstract record InputScale
{
    /// <summary>Unit of the value, SenML or UCUM.</summary>
    public required string Unit { get; init; }

    /// <summary>The highest voltage at the pin that the scale must see, V.</summary>
    public abstract double HighestVolts { get; }

    /// <summary>The step of the value for one step of the converter.</summary>
    /// <param name="voltsPerCode">V per code.</param>
    public abstract double Resolution(double voltsPerCode);

    /// <summary>The sample for a voltage.</summary>
    /// <param name="output">Index of the output.</param>
    /// <param name="volts">At the pin, V.</param>
    /// <param name="raw">The code it came from, kept whatever the verdict.</param>
    public abstract Sample Evaluate(int output, double volts, long raw);

    /// <summary>What is wrong with the scale's settings.</summary>
    public abstract IEnumerable<OptionProblem> Validate();

    /// <summary>Reads a channel's <c>scale</c> and what belongs to it.</summary>
    internal static InputScale Read(SettingBag channel) => channel.Choice("scale", ("loop", true), ("voltage", false))
        ? new LoopScale
        {
            Unit = SensorRequest.Unit(channel),
            Low = channel.RequiredNumber("low", 0),
            High = channel.RequiredNumber("high", 10),
            Shunt = channel.Number("shunt", 100, Allowed.From(10, 500)),
        }
        : new VoltageScale
        {
            Unit = SensorRequest.Unit(channel),
            Ratio = channel.Number("ratio", 1),
            Offset = channel.Number("offset", 0),
        };
}
