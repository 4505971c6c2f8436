using Edge.Sensors.Catalog;

namespace Edge.Gateway.Doctor.Scans;

/// <summary>How a device comes to its address, short enough for a sentence in any language: the catalogue's pins, or what an EZO circuit is sent.</summary>
internal static class Straps
{
    /// <summary>For example Adr0=VSS Adr1=open; null where it is on no I2C bus, has no strap, or cannot have that address.</summary>
    public static string? Of(SensorPlan plan, int address) => plan switch
    {
        { Wiring: not Wiring.I2c } => null,
        _ when plan.Driver.StartsWith("ezo-", StringComparison.Ordinal) => $"I2C,{address}",
        _ => plan.Straps.Where(s => s.Address == address).Select(s => Short(s.Pins)).FirstOrDefault(),
    };

    private static string Short(string pins) =>
        pins.Replace(", ", " ", StringComparison.Ordinal).Replace(" to ", "=", StringComparison.Ordinal).Replace(" open", "=open", StringComparison.Ordinal);
}
