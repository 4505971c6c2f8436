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
        var (unit, distance) = Known.Select(k => (k, Distance(k, text))).MinBy(k => k.Item2);
        return distance <= Math.Max(1, text.Length / 3) ? unit : null;
    }

    /// <summary>Letters to change, add or take away; a capital for its small letter is none.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
