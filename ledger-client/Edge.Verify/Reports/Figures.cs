using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Verify.Reports;

/// <summary>Values and units as people write them.</summary>
public static class Figures
{
    /// <summary>Exactly the value in the log, in its shortest decimal form, or whole digits where that is longer than a person reads.</summary>
    public static string Value(double value, bool full) =>
        value.ToString(full ? "R" : "G10", CultureInfo.InvariantCulture);

    /// <summary>SenML units (RFC 8428 section 12.1, RFC 8798) by the sign people know.</summary>
    public static string Unit(string unit) => unit switch
    {
        "Cel" => "°C",
        "degC" => "°C",
        "m3" => "m³",
        "m3/s" => "m³/s",
        "Ohm" => "Ω",
        "/" or "1" => "",
        _ => unit,
    };

    /// <summary>"7.21 bar", and "pH 7.21" for the one quantity whose name stands before it.</summary>
    public static string WithUnit(ReadingEntry reading, double value, bool full) => reading.Unit == "pH"
        ? $"pH {Value(value, full)}"
        : $"{Value(value, full)} {Unit(reading.Unit)}".TrimEnd();
}
