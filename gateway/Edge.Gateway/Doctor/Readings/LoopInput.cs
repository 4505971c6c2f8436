using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Catalog;
using Edge.Sensors.Mcp3424;
using Edge.Sensors.Sampling;
using Edge.Sensors.Scales;

namespace Edge.Gateway.Doctor.Readings;

/// <summary>A terminal of a converter.</summary>
/// <param name="Terminal">As printed on boards: AIN0, CH1.</param>
/// <param name="VoltsPerCode">Of the converter.</param>
/// <param name="LargestCode">Of the converter; the smallest is one below its opposite.</param>
public sealed record LoopInput(string Terminal, InputScale Scale, double VoltsPerCode, int LargestCode)
{
    /// <summary>The converter has no wider range than is configured.</summary>
    public bool IsWidest { get; init; }

    /// <summary>Null where a sensor has no terminals.</summary>
    /// <param name="output">Place of the channel in the plan.</param>
    public static LoopInput? Of(SensorPlan plan, int output) => plan switch
    {
        Ads1x15Plan { Options: var o } => new($"AIN{o.Inputs[output].Terminal.ToString(CultureInfo.InvariantCulture)}", o.Inputs[output].Scale, o.VoltsPerCode, o.Chip.LargestCode) { IsWidest = IsWidestOf(o.Gain, Ads1x15Chip.FullScales) },
        Mcp3424Plan { Options: var o } => new($"CH{(o.Inputs[output].Terminal + 1).ToString(CultureInfo.InvariantCulture)}", o.Inputs[output].Scale, o.VoltsPerCode, o.LargestCode) { IsWidest = IsWidestOf(o.Gain, Mcp3424Config.FullScales) },
        _ => null,
    };

    private static bool IsWidestOf(double gain, ReadOnlySpan<double> ranges)
    {
        foreach (var range in ranges)
        {
            if (range > gain)
                return false;
        }

        return true;
    }

    /// <summary>The current that a code means; null where the terminal has no loop.</summary>
    public double? Milliamps(long? raw) => Scale is LoopScale loop && raw is { } code ? code * VoltsPerCode / loop.Shunt * 1000 : null;

    /// <summary>What the converter would read of a current through the shunt, and what the scale makes of it; null where the terminal has no loop.</summary>
    public Sample? Simulate(int output, double milliamps)
    {
        if (Scale is not LoopScale loop)
            return null;
        var code = (long)Math.Round(milliamps / 1000 * loop.Shunt / VoltsPerCode);
        return code >= LargestCode ? Sample.Absent(output, Reason.Saturated, LargestCode) : Scale.Evaluate(output, code * VoltsPerCode, code);
    }
}
