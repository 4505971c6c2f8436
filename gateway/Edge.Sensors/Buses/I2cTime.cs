namespace Edge.Sensors.Buses;

/// <summary>How long transfers occupy a bus of 100 kbit/s, the rate of a board that was not told otherwise.</summary>
public static class I2cTime
{
    private const int BitsPerSecond = 100_000, BitsPerByte = 9, StartAndStop = 3;

    /// <summary>Time on the bus of transfers.</summary>
    /// <param name="transfers">How many.</param>
    /// <param name="bytes">Their bytes together, addresses included.</param>
    public static TimeSpan Of(int transfers, int bytes) => TimeSpan.FromSeconds((double)(bytes * BitsPerByte + transfers * StartAndStop) / BitsPerSecond);

    /// <summary>Time on the bus of register transfers: address and pointer before what is written, and the address once more before what is read.</summary>
    /// <param name="writes">Registers written.</param>
    /// <param name="reads">Registers read.</param>
    /// <param name="bytes">What they hold together.</param>
    public static TimeSpan OfRegisters(int writes, int reads, int bytes) => Of(writes + reads, 2 * writes + 3 * reads + bytes);
}
