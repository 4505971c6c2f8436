using System.Runtime.InteropServices;
using Edge.Ledger.Entries;

namespace Edge.Sensors.Sampling;

/// <summary>What a driver says about one output at one moment.</summary>
/// <param name="Output">Index into <see cref="ISensor.Outputs"/>.</param>
/// <param name="Value">In the output's unit; null when there is none, never NaN.</param>
/// <param name="Raw">The device's own code, null when none was received.</param>
/// <param name="Quality">Good, uncertain, bad.</param>
/// <param name="Reason">The one reason; None exactly when good.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Sample(int Output, double? Value, long? Raw, Quality Quality, Reason Reason)
{
    /// <summary>A value to rely on.</summary>
    public static Sample Good(int output, double value, long raw) => new(output, value, raw, Quality.Good, Reason.None);

    /// <summary>A value to doubt.</summary>
    public static Sample Uncertain(int output, double value, long raw, Reason reason) =>
        new(output, value, raw, Quality.Uncertain, reason);

    /// <summary>No value; the code is kept where there was one.</summary>
    public static Sample Absent(int output, Reason reason, long? raw = null) => new(output, null, raw, Quality.Bad, reason);
}
