namespace Edge.Sensors.Modbus;

/// <summary>The checksum of Modbus over serial line V1.02, section 2.5.1.2: CRC-16, polynomial A001h (reflected), start FFFFh; sent low byte first.</summary>
public static class ModbusCrc
{
    private const ushort Polynomial = 0xA001;

    /// <summary>Of these bytes.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0xFFFF;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (ushort)((crc & 1) != 0 ? crc >> 1 ^ Polynomial : crc >> 1);
        }
        return crc;
    }
}
