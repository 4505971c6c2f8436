using System.Globalization;
using System.Numerics;

namespace Edge.Ledger.Text;

/// <summary>A measured value with the decimals that its channel's resolution has: its exact decimal value, rounded, half away from zero (SPEC.md, section 15).</summary>
public static class ShownValue
{
    /// <summary>More are never shown.</summary>
    public const int MostDecimals = 12;

    private const double LargestResolution = 1e12;
    private const double TooLarge = 1e15;
    private const int Digits = 6;

    /// <summary>From here on six digits would be rounded before the point.</summary>
    private const double SevenDigits = 999_999.5;

    /// <summary>What a resolution times its power of ten may fall short of one.</summary>
    private const double AlmostOne = 0.999_999_998;

    /// <param name="value">Finite.</param>
    /// <param name="resolution">Step between neighbouring values, in the value's unit; one that is none (0, negative, 1e12 or more) rounds to six digits.</param>
    public static string Of(double value, double resolution) => WithDecimals(value, Decimals(resolution));

    /// <param name="value">Finite; from 1e15 on six digits are shown.</param>
    /// <param name="decimals">Behind the point; null rounds to six digits, but never before the point.</param>
    public static string WithDecimals(double value, int? decimals)
    {
        var size = Math.Abs(value);
        return size < TooLarge && (decimals ?? (size >= SevenDigits ? 0 : null)) is { } places ? Fixed(value, places) : SixDigits(value);
    }

    /// <summary>Behind the point; null when there is no such resolution.</summary>
    public static int? Decimals(double resolution)
    {
        if (resolution is not (> 0 and < LargestResolution))
            return null;
        var decimals = 0;
        for (var power = 1.0; decimals < MostDecimals && resolution * power <= AlmostOne; power *= 10)
            decimals++;
        return decimals;
    }

    /// <summary>"0.3", "1.5E+20": without zeros at the end, from 1e6 on and below 1e-4 with an exponent.</summary>
    /// <param name="value">Finite.</param>
    public static string SixDigits(double value)
    {
        if (value == 0)
            return "0";
        var place = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var digits = Scaled(value, Digits - 1 - place);
        if (digits >= (int)1e6)
            digits = Scaled(value, Digits - 1 - ++place);
        else if (digits < (int)1e5)
            digits = Scaled(value, Digits - 1 - --place);
        var (point, exponent) = place is > -5 and < Digits ? (place, "") : (0, string.Create(CultureInfo.InvariantCulture, $"E{place:+00;-00}"));
        var text = WithPoint(value, digits, Digits - 1 - point);
        return (text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text) + exponent;
    }

    private static string Fixed(double value, int decimals) => WithPoint(value, Scaled(value, decimals), decimals);

    /// <summary>What is shown as zero has no sign.</summary>
    private static string WithPoint(double value, BigInteger digits, int decimals)
    {
        var text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{(value < 0 && !digits.IsZero ? "-" : "")}{text[..^decimals]}{(decimals > 0 ? "." : "")}{text[^decimals..]}";
    }

    /// <summary>The size of a value times a power of ten, rounded, half up; exact, since a double is a whole number times a power of two.</summary>
    private static BigInteger Scaled(double value, int power)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var (biased, fraction) = ((int)(bits >> 52) & 0x7FF, bits & ((1UL << 52) - 1));
        var exponent = Math.Max(biased, 1) - 1075;
        var above = new BigInteger(biased == 0 ? fraction : fraction | (1UL << 52)) * BigInteger.Pow(10, Math.Max(power, 0)) << Math.Max(exponent, 0);
        var below = BigInteger.Pow(10, Math.Max(-power, 0)) << Math.Max(-exponent, 0);
        return ((above << 1) + below) / (below << 1);
    }
}
