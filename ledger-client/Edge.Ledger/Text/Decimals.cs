using System.Buffers.Text;

namespace Edge.Ledger.Text;

/// <summary>Decimal numbers as notes write them: ASCII digits, no sign, no leading zeros except for zero itself.</summary>
internal static class Decimals
{
    /// <summary>Sizes and indices stay below 2^63, as signed 64-bit peers need.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 19 || (text[0] == (byte)'0' && text.Length > 1) || text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            return false;
        return Utf8Parser.TryParse(text, out value, out var consumed) && consumed == text.Length && value <= long.MaxValue;
    }
}
