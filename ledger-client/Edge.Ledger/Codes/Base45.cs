using System.Text;

namespace Edge.Ledger.Codes;

/// <summary>Base45 (RFC 9285): the 45 characters that a QR code holds at 5.5 bits each.</summary>
public static class Base45
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 3 / 2) + 2);
        for (; bytes.Length >= 2; bytes = bytes[2..])
            Add(text, (bytes[0] << 8) | bytes[1], 3);
        if (bytes.Length == 1)
            Add(text, bytes[0], 2);
        return text.ToString();
    }

    /// <summary>Null when it is not Base45.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 3 == 1)
            return null;
        var bytes = new List<byte>(text.Length * 2 / 3);
        for (; text.Length > 0; text = text[Math.Min(3, text.Length)..])
        {
            var length = Math.Min(3, text.Length);
            var number = 0;
            for (var i = length - 1; i >= 0; i--)
            {
                var digit = Alphabet.IndexOf(text[i], StringComparison.Ordinal);
                if (digit < 0)
                    return null;
                number = (number * 45) + digit;
            }

            if (number > (length == 3 ? ushort.MaxValue : byte.MaxValue))
                return null;
            if (length == 3)
                bytes.Add((byte)(number >> 8));
            bytes.Add((byte)number);
        }

        return [.. bytes];
    }

    private static void Add(StringBuilder text, int number, int characters)
    {
        for (; characters > 0; characters--, number /= 45)
            text.Append(Alphabet[number % 45]);
    }
}
