using System.Buffers;
using System.Buffers.Text;

namespace Edge.Ledger.Text;

/// <summary>Base64 as notes need it (RFC 4648 section 4, canonical): padding required, no white space, spare bits zero; one text per value.</summary>
public static class StrictBase64
{
    /// <summary>Bytes that a canonical text of this length can hold at most.</summary>
    public static int MaxDecodedLength(int textLength) => textLength / 4 * 3;

    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        if (text.Length % 4 != 0 || text.IndexOfAnyExcept(Alphabet) >= 0)
            return false;
        if (Base64.DecodeFromUtf8(text, destination, out var consumed, out written) != OperationStatus.Done || consumed != text.Length)
            return false;
        return SpareBitsAreZero(text);
    }

    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        var buffer = new byte[MaxDecodedLength(text.Length)];
        return TryDecode(text, buffer, out var written) ? buffer[..written] : null;
    }

    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    private static bool SpareBitsAreZero(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || text[^1] != '=')
            return true;
        var (last, mask) = text[^2] == '=' ? (text[^3], 0x0F) : (text[^2], 0x03);
        return (Value(last) & mask) == 0;
    }

    private static int Value(byte symbol) => symbol switch
    {
        >= (byte)'A' and <= (byte)'Z' => symbol - 'A',
        >= (byte)'a' and <= (byte)'z' => symbol - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => symbol - '0' + 52,
        (byte)'+' => 62,
        _ => 63,
    };
}
