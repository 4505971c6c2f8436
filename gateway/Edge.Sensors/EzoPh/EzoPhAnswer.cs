namespace Edge.Sensors.EzoPh;

/// <summary>Strict reading of the circuit's answers: text, then nothing but NUL.</summary>
public static class EzoPhAnswer
{
    /// <summary>Longest answer read, bytes: the code and the longest text with its NUL.</summary>
    public const int Length = 24;

    /// <summary>pH steps per unit of the raw code.</summary>
    public const int Thousandths = 1000;

    /// <summary>The text between the code and the NUL padding. False when the padding is not NUL or a byte is not printable.</summary>
    public static bool TryReadText(ReadOnlySpan<byte> afterCode, out ReadOnlySpan<byte> text)
    {
        var end = afterCode.IndexOf((byte)0);
        text = end < 0 ? afterCode : afterCode[..end];
        return (end < 0 || !afterCode[end..].ContainsAnyExcept((byte)0)) && !text.ContainsAnyExceptInRange((byte)' ', (byte)'~');
    }

    /// <summary>A pH of one or two digits, a point and one to three digits, 0.000 to 14.000; nothing else.</summary>
    public static bool TryReadPh(ReadOnlySpan<byte> text, out int thousandths)
    {
        thousandths = 0;
        var point = text.IndexOf((byte)'.');
        if (point is not (1 or 2) || text.Length - point - 1 is not (>= 1 and <= 3))
            return false;
        if (point == 2 && text[0] == '0')
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == point)
                continue;
            if (!char.IsAsciiDigit((char)text[i]))
                return false;
            thousandths = thousandths * 10 + (text[i] - '0');
        }
        for (var decimals = text.Length - point - 1; decimals < 3; decimals++)
            thousandths *= 10;
        return thousandths <= 14 * Thousandths;
    }
}
