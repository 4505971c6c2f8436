using System.Globalization;

namespace Edge.Ledger.Text;

/// <summary>A measured value with the decimals that its channel's resolution has.</summary>
public static class ShownValue
{
    /// <summary>More are never shown.</summary>
    public const int MostDecimals = 12;

    private const double Largest = 1e12;

    /// <param name="value">Finite.</param>
    /// <param name="resolution">Step between neighbouring values, in the value's unit; one that is none (0, negative, beyond 1e12) rounds to six digits.</param>
    public static string Of(double value, double resolution) =>
        (Decimals(resolution) is { } decimals && Math.Abs(value) < 1e15 ? Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"F{decimals}", CultureInfo.InvariantCulture)
            : value.ToString("G6", CultureInfo.InvariantCulture)) is var text && IsZero(text) ? text.TrimStart('-') : text;

    /// <summary>Behind the point; null when there is no such resolution.</summary>
    public static int? Decimals(double resolution) => resolution is > 0 and < Largest ? Math.Clamp((int)Math.Ceiling(-Math.Log10(resolution) - 1e-9), 0, MostDecimals) : null;

    private static bool IsZero(string text) => text.All(c => c is '-' or '0' or '.');
}
