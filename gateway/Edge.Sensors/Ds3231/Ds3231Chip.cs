namespace Edge.Sensors.Ds3231;

/// <summary>The chip's constants, datasheet DS3231 (19-5170): timekeeping, special-purpose and temperature registers.</summary>
public static class Ds3231Chip
{
    /// <summary>The one address it has.</summary>
    public const int Address = 0x68;

    /// <summary>Registers there are.</summary>
    public const int Registers = 0x13;

    /// <summary>Registers of time, from the first on.</summary>
    public const int TimeRegisters = 7;

    /// <summary>In the status (OSF): the oscillator stopped since somebody cleared this. Set by power-on.</summary>
    public const byte Stopped = 1 << 7;

    /// <summary>In the status (BSY): the temperature is being converted.</summary>
    public const byte Busy = 1 << 2;

    /// <summary>In the status: bits that read 0.</summary>
    public const byte StatusUnused = 0b0111_0000;

    /// <summary>In the lower byte of the temperature: bits that read 0.</summary>
    public const byte TemperatureUnused = 0b0011_1111;

    /// <summary>In the control (EOSC): without its supply the oscillator stands still.</summary>
    public const byte OscillatorOff = 1 << 7;

    /// <summary>In the hours: 1 to 12.</summary>
    public const byte TwelveHours = 1 << 6;

    /// <summary>In hours of 1 to 12: after noon.</summary>
    public const byte Afternoon = 1 << 5;

    /// <summary>In the month: the year ran over once. The years before that are 2000 to 2099.</summary>
    public const byte Century = 1 << 7;

    /// <summary>Power-on values.</summary>
    public const byte PowerOnControl = 0x1C, PowerOnStatus = Stopped | 1 << 3;

    /// <summary>Degrees Celsius per code.</summary>
    public const double DegreesPerCode = 0.25;

    /// <summary>Ends of a code of 10 bits with a sign.</summary>
    public const int LargestCode = 0x1FF, SmallestCode = -LargestCode - 1;

    /// <summary>Operating range of the industrial part, degrees Celsius.</summary>
    public const double Coldest = -40, Hottest = 85;

    /// <summary>How long a conversion of the temperature takes at most.</summary>
    public static readonly TimeSpan Conversion = TimeSpan.FromMilliseconds(200);
}
