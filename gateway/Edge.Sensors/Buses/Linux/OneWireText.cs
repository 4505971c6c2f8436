namespace Edge.Sensors.Buses.Linux;

/// <summary>
/// The kernel's file <c>w1_slave</c> (Documentation/w1/slaves/w1_therm.rst): nine bytes in hexadecimal, a colon, the checksum it computed and YES or NO; a second line repeats the bytes of the last good reading with
/// their temperature. Only the first line's bytes are of this reading.
/// </summary>
public static class OneWireText
{
    /// <summary>Bytes of a scratchpad.</summary>
    public const int ScratchpadBytes = 9;

    /// <summary>Longest text.</summary>
    public const int LongestText = 128;

    /// <summary>Reads the bytes of the first line. False when it is not written like that; whether the checksum is right does not matter here.</summary>
    /// <param name="text">The file.</param>
    /// <param name="scratchpad">Nine bytes.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, Span<byte> scratchpad)
    {
        for (var i = 0; i < ScratchpadBytes; i++)
        {
            var at = 3 * i;
            if (text.Length < at + 3 || text[at + 2] != ' ' || !TryDigit(text[at], out var high) || !TryDigit(text[at + 1], out var low))
                return false;
            scratchpad[i] = (byte)(high << 4 | low);
        }

        return text[(3 * ScratchpadBytes)..].StartsWith(": crc="u8);
    }

    private static bool TryDigit(byte letter, out int digit)
    {
        digit = letter switch
        {
            >= (byte)'0' and <= (byte)'9' => letter - '0',
            >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
            _ => -1,
        };
        return digit >= 0;
    }
}
