using System.Globalization;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports;

/// <summary>Values as people write them.</summary>
public static class Figures
{
    /// <summary>With the decimals of the sensor's resolution, as its configuration states it; without one as short as it can be written, rounded to six digits but never before the point.</summary>
    public static string Value(int? decimals, double value) => ShownValue.WithDecimals(value, decimals);

    /// <summary>Exactly the value in the log, in its shortest decimal form.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A value on an axis, with the decimals that tell it from the next one.</summary>
    public static string Tick(double value, double step) =>
        Math.Abs(value) < 1e9 ? ShownValue.WithDecimals(value, ShownValue.Decimals(step) ?? 0) : ShownValue.SixDigits(value);

    /// <summary>"7.21 bar", and "pH 7.21" for the one quantity whose name stands before it.</summary>
    public static string WithUnit(string value, string unit) => $"{Before(unit)}{value} {After(unit)}".TrimEnd();

    /// <summary>What stands before a value.</summary>
    public static string Before(string unit) => unit == "pH" ? "pH " : "";

    /// <summary>What stands after it.</summary>
    public static string After(string unit) => unit == "pH" ? "" : ShownUnit.Of(unit);

    /// <summary>The decimals of the sensor's resolution; null when the configuration states none.</summary>
    public static int? Decimals(ConfigurationEntry? configuration)
    {
        try
        {
            using var json = JsonDocument.Parse(configuration?.Definition ?? "null");
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("resolution", out var stated)
                && stated.ValueKind == JsonValueKind.Number && stated.TryGetDouble(out var resolution) ? ShownValue.Decimals(resolution) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
