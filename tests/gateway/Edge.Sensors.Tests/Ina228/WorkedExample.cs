using Edge.Sensors.Ina228;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Tests.Ina2xx;

namespace Edge.Sensors.Tests.Ina228;

/// <summary>SLYS021A, section 8.2 (typical application): 10 A at most over 16.2 mOhm, 48 V.</summary>
internal static class WorkedExample
{
    /// <summary>A channel of each quantity, in their order.</summary>
    public static readonly Ina2xxOutput[] All = [.. Enum.GetValues<Ina2xxQuantity>().Select(q => new Ina2xxOutput(q.ToString().ToLowerInvariant(), q))];

    public static readonly Ina228Options Options = new() { Shunt = 0.0162, MaxCurrent = 10, Averaging = 1, Outputs = All };

    public static PowerMonitorRig Rig(Ina228Options options, double volts, double amperes)
    {
        var rig = new PowerMonitorRig(options);
        (rig.Volts.Value, rig.Amperes.Value) = (volts, amperes);
        return rig;
    }
}
