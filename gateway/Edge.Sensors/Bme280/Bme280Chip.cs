namespace Edge.Sensors.Bme280;

/// <summary>Constants of the chip and the words written to it; sections of datasheet BST-BME280-DS002.</summary>
public static class Bme280Chip
{
    /// <summary>What <see cref="Bme280Register.Id"/> holds; a BMP280, which has no humidity, holds 0x58.</summary>
    public const byte Id = 0x60;

    /// <summary>In the status: a conversion runs.</summary>
    public const byte Measuring = 0x08;

    /// <summary>In the status: coefficients are being copied after power-on.</summary>
    public const byte Copying = 0x01;

    /// <summary>The mode's bits of <see cref="Bme280Register.Measure"/>; 0 is asleep.</summary>
    public const byte Mode = 0x03;

    /// <summary>One conversion of all that is not skipped, then asleep.</summary>
    public const byte Forced = 0x01;

    /// <summary>What pressure and temperature read when they were not measured, section 5.4.7.</summary>
    public const int Skipped = 0x80000;

    /// <summary>What humidity reads when it was not measured, section 5.4.9.</summary>
    public const int SkippedHumidity = 0x8000;

    /// <summary>Bytes from <see cref="Bme280Register.Humidity"/> to the end of the data.</summary>
    public const int RoundBytes = 13;

    private static readonly int[] Times = [1, 2, 4, 8, 16];

    /// <summary>Times a quantity can be sampled for one value.</summary>
    public static ReadOnlySpan<int> Oversamplings => Times;

    /// <summary>The code of an oversampling, 1 to 5; section 5.4.3.</summary>
    public static int Code(int oversampling) => Times.IndexOf(oversampling) + 1;

    /// <summary>What <see cref="Bme280Register.Measure"/> is told to sample temperature and pressure, asleep.</summary>
    public static byte Measure(int oversampling) => (byte)(Code(oversampling) << 5 | Code(oversampling) << 2);

    /// <summary>Longest time of one forced conversion of all three, section 9.1.</summary>
    public static TimeSpan Duration(int oversampling) => TimeSpan.FromMicroseconds(1250 + 3 * 2300 * oversampling + 2 * 575);
}
