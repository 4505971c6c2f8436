using System.Globalization;

namespace Edge.Sensors.Catalog;

/// <summary>A finite number as YAML 1.2 writes it: decimal with or without an exponent, 0x hexadecimal, 0o octal.</summary>
public static class NumberText
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>An amount of digits that no number of a configuration has.</summary>
    private const int MostOctalDigits = 16;

    /// <summary>What is taken where it stands in quotes, as a pattern of ECMA-262.</summary>
    public const string Quoted = @"^ *([-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?|0[xX][0-9A-Fa-f]+|0o[0-7]+) *$";

    /// <summary>Whether the text is one.</summary>
    public static bool TryParse(string text, out double number)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.AsSpan().Trim(' ');
        number = 0;
        if (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            var isHexadecimal = uint.TryParse(trimmed[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits);
            number = bits;
            return isHexadecimal;
        }

        if (trimmed.StartsWith("0o", StringComparison.Ordinal))
        {
            foreach (var digit in trimmed[2..])
                number = (number * 8) + (digit - '0');
            return trimmed.Length is > 2 and <= 2 + MostOctalDigits && !trimmed[2..].ContainsAnyExceptInRange('0', '7');
        }

        return double.TryParse(trimmed, Decimal, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>Whether the text is a whole one.</summary>
    public static bool TryParse(string text, out int number)
    {
        number = 0;
        if (!TryParse(text, out double any) || any != Math.Floor(any) || any is < int.MinValue or > int.MaxValue)
            return false;
        number = (int)any;
        return true;
    }
}
