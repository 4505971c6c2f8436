namespace Edge.Sensors.Catalog;

/// <summary>Units that people write almost right: capitals decide in UCUM and SenML (<c>mW</c> and <c>MW</c>), and some signs are not theirs.</summary>
public static class UnitSpelling
{
    /// <summary>Those that sites of this kind measure in; what is near to one of them is guessed to be meant.</summary>
    private static readonly string[] Known =
    [
        "bar", "mbar", "Pa", "hPa", "kPa", "MPa", "m", "cm", "mm", "L", "m3", "L/s", "L/min", "L/h", "l/s", "l/min", "l/h", "m3/s", "m3/h", "mg/L", "mg/l", "ug/L", "ug/l", "NTU", "pH",
        "uS/cm", "mS/cm", "V", "mV", "kV", "A", "mA", "W", "mW", "kW", "MW", "VA", "kVA", "Wh", "kWh", "MWh", "J", "kJ", "Hz", "kHz", "Cel", "K", "[degF]", "%", "%RH", "ppm", "kg", "t", "m/s",
    ];

    private static readonly (string Written, string Meant)[] Others =
    [
        ("\u00B0C", "Cel"), ("degC", "Cel"), ("celsius", "Cel"), ("\u00B0F", "[degF]"), ("degF", "[degF]"), ("psi", "[psi]"), ("m^3", "m3"), ("m^3/h", "m3/h"), ("m3/hr", "m3/h"), ("lpm", "L/min"),
        ("\u00B5S/cm", "uS/cm"), ("percent", "%"), ("volt", "V"), ("ampere", "A"), ("watt", "W"), ("rpm", "{rev}/min"),
    ];

    /// <summary>How it is written; null where nothing is wrong with it, or nothing is known of it.</summary>
    public static string? Meant(string unit) =>
        Known.Contains(unit) ? null
        : Others.FirstOrDefault(o => o.Written.Equals(unit, StringComparison.OrdinalIgnoreCase)).Meant is { } meant ? meant
        : Known.Where(k => k.Equals(unit, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } alike ? string.Join(" or ", alike)
        : null;

    /// <summary>Of those that sites measure in, the one that differs least from a text that is no unit; null where none is near.</summary>
    public static string? Nearest(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NearName.Of(text, Known, Math.Max(1, text.Length / 3));
    }
}
