namespace Edge.Sensors.Ezo;

/// <summary>Strict reading of the circuits' answers: text, then nothing but NUL.</summary>
public static class EzoAnswer
{
    /// <summary>Longest answer read, bytes: the code and the longest text with its NUL.</summary>
    public const int Length = 32;

    private const int MostDigits = 10;

    /// <summary>The text between the code and the NUL padding. False when the padding is not NUL or a byte is not printable.</summary>
    public static bool TryReadText(ReadOnlySpan<byte> afterCode, out ReadOnlySpan<byte> text)
    {
        var end = afterCode.IndexOf((byte)0);
        text = end < 0 ? afterCode : afterCode[..end];
        return (end < 0 || !afterCode[end..].ContainsAnyExcept((byte)0)) && !text.ContainsAnyExceptInRange((byte)' ', (byte)'~');
    }

    /// <summary>A number as the circuit writes it, in steps of its last decimal: a minus where the scale goes below zero, digits without a leading zero, a point, decimals; nothing else.</summary>
    /// <param name="text">Without code and padding.</param>
    /// <param name="scale">Of the circuit.</param>
    /// <param name="steps">Also outside the scale's range, which is the caller's to judge.</param>
    public static bool TryReadNumber(ReadOnlySpan<byte> text, EzoScale scale, out long steps)
    {
        ArgumentNullException.ThrowIfNull(scale);
        steps = 0;
        var negative = text.StartsWith("-"u8);
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? [] : digits[(point + 1)..];
        if (negative && scale.Lowest >= 0 || point >= 0 && decimals.IsEmpty)
            return false;
        if (whole.IsEmpty || whole.Length > 1 && whole[0] == '0' || whole.Length + scale.Decimals > MostDigits)
            return false;
        if (decimals.Length < scale.FewestDecimals || decimals.Length > scale.Decimals)
            return false;
        if (!TryAppend(whole, ref steps) || !TryAppend(decimals, ref steps))
            return false;
        for (var missing = decimals.Length; missing < scale.Decimals; missing++)
            steps *= 10;
        steps = negative ? -steps : steps;
        return true;
    }

    /// <summary>What follows a prefix, in whichever case the firmware writes it: for "?CAL,2" and "?Cal," the 2.</summary>
    public static bool TryReadAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> rest)
    {
        var fits = text.Length >= prefix.Length && System.Text.Ascii.EqualsIgnoreCase(text[..prefix.Length], prefix);
        rest = fits ? text[prefix.Length..] : [];
        return fits;
    }

    /// <summary>Whether it is nothing but numbers between commas: a minus or none, digits, a point with digits or none.</summary>
    public static bool AreNumbers(ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split((byte)','))
        {
            var number = text[range];
            var digits = number.StartsWith("-"u8) ? number[1..] : number;
            var point = digits.IndexOf((byte)'.');
            var whole = point < 0 ? digits : digits[..point];
            var decimals = point < 0 ? "0"u8 : digits[(point + 1)..];
            if (whole.IsEmpty || decimals.IsEmpty || whole.ContainsAnyExceptInRange((byte)'0', (byte)'9') || decimals.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                return false;
        }

        return true;
    }

    private static bool TryAppend(ReadOnlySpan<byte> digits, ref long number)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = number * 10 + (digit - '0');
        }

        return true;
    }
}
