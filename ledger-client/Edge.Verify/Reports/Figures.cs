using System.Globalization;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports;

/// <summary>Values as people write them.</summary>
public static class Figures
{
    private const int MaxDecimals = 12;

    /// <summary>With the decimals of the sensor's resolution, as its configuration states it; without one as short as it can be written, rounded to six digits but never before the point.</summary>
    public static string Value(int? decimals, double value) =>
        value.ToString(decimals is { } fixedAt ? $"F{fixedAt}" : Math.Abs(value) is >= 1e6 and < 1e15 ? "F0" : "G6", CultureInfo.InvariantCulture);

    /// <summary>Exactly the value in the log, in its shortest decimal form.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A value on an axis, with the decimals that tell it from the next one.</summary>
    public static string Tick(double value, double step) => Math.Abs(value) < 1e9
        ? value.ToString($"F{Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, MaxDecimals)}", CultureInfo.InvariantCulture)
        : value.ToString("G6", CultureInfo.InvariantCulture);

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
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("resolution", out var stated)
                || stated.ValueKind != JsonValueKind.Number || !stated.TryGetDouble(out var resolution) || resolution is not (> 0 and < 1e12))
                return null;
            return Math.Clamp((int)Math.Ceiling(-Math.Log10(resolution) - 1e-9), 0, MaxDecimals);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
