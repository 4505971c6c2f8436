using System.Buffers.Binary;

namespace Edge.Sensors.Ds18b20;

/// <summary>The nine bytes of a DS18B20's memory, datasheet 19-7487 figure 9: temperature, alarm limits, configuration, three reserved, checksum.</summary>
public static class Ds18b20Scratchpad
{
    /// <summary>Bytes.</summary>
    public const int Length = 9;

    /// <summary>Codes per degC.</summary>
    public const int CodesPerDegree = 16;

    /// <summary>85 degC: what the temperature reads after power-on.</summary>
    public const short PowerOn = 0x0550;

    /// <summary>127.9375 degC: what it reads when the supply was too weak to convert.</summary>
    public const short Starved = 0x07FF;

    /// <summary>What the first reserved byte holds until something was converted; afterwards 16 less the temperature's low four bits (kernel, w1_therm's check for conversion success).</summary>
    public const byte NothingConverted = 0x0C;

    /// <summary>Whether the last byte is the checksum of the others: CRC-8, polynomial x^8+x^5+x^4+1, least significant bit first (datasheet figure 11).</summary>
    public static bool HasChecksum(ReadOnlySpan<byte> scratchpad) => Checksum(scratchpad[..(Length - 1)]) == scratchpad[Length - 1];

    /// <summary>The CRC-8 of 1-wire.</summary>
    public static byte Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0x8C : crc >> 1;
        }

        return (byte)crc;
    }

    /// <summary>The temperature's code, 1/16 degC, without the bits that are undefined at the resolution that the chip is set to (datasheet table 2).</summary>
    public static short Code(ReadOnlySpan<byte> scratchpad)
    {
        var undefined = 3 - (scratchpad[4] >> 5 & 3);
        return (short)(BinaryPrimitives.ReadInt16LittleEndian(scratchpad) >> undefined << undefined);
    }
}
