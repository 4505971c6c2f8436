namespace Edge.Sensors.Ds3231;

/// <summary>Registers of 8 bits, datasheet DS3231 (19-5170) figure 1. All are read at once, so that time, flags and temperature are of one moment.</summary>
public enum Ds3231Register : byte
{
    /// <summary>BCD, 00 to 59.</summary>
    Seconds = 0x00,

    /// <summary>BCD, 00 to 59.</summary>
    Minutes = 0x01,

    /// <summary>BCD: 00 to 23, or with bit 6 set 1 to 12 and bit 5 for the afternoon.</summary>
    Hours = 0x02,

    /// <summary>1 to 7; which is Monday is its user's.</summary>
    Weekday = 0x03,

    /// <summary>BCD, 01 to 31.</summary>
    Day = 0x04,

    /// <summary>BCD, 01 to 12; bit 7 was toggled when the year ran over.</summary>
    Month = 0x05,

    /// <summary>BCD, 00 to 99.</summary>
    Year = 0x06,

    /// <summary>Alarms, square wave, a conversion on request; power-on value 1Ch.</summary>
    Control = 0x0E,

    /// <summary>Flags; power-on value 88h.</summary>
    Status = 0x0F,

    /// <summary>Whole degrees Celsius with their sign.</summary>
    TemperatureHigh = 0x11,

    /// <summary>Quarters of a degree in the upper two bits.</summary>
    TemperatureLow = 0x12,
}
