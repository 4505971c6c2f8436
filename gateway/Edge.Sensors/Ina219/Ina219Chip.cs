namespace Edge.Sensors.Ina219;

/// <summary>The chip's constants, datasheet SBOS448G sections 8.5 and 8.6 (pages 12 to 24).</summary>
public static class Ina219Chip
{
    /// <summary>V per code of the bus voltage register.</summary>
    public const double BusVoltsPerCode = 0.004;

    /// <summary>V per code of the shunt voltage register.</summary>
    public const double ShuntVoltsPerCode = 0.00001;

    /// <summary>Current steps per code of the power register.</summary>
    public const double PowerSteps = 20;

    /// <summary>Current code = shunt code * calibration / this.</summary>
    public const int CalibrationUnit = 4096;

    /// <summary>Power code = current code * bus code / this.</summary>
    public const int PowerUnit = 5000;

    /// <summary>Calibration = this / (current step * shunt).</summary>
    public const double CalibrationScale = 0.04096;

    /// <summary>Largest calibration: above it the register keeps another number than was written.</summary>
    public const int LargestCalibration = 0x7FFE;

    /// <summary>Power-on value of the configuration.</summary>
    public const ushort PowerOn = 0x399F;

    /// <summary>Written to the configuration: power-on state.</summary>
    public const ushort Reset = 0x8000;

    /// <summary>Mode: shunt and bus, triggered.</summary>
    public const ushort Triggered = 0b011;

    /// <summary>In the bus voltage register: conversion ready.</summary>
    public const ushort Ready = 1 << 1;

    /// <summary>In the bus voltage register: current or power overflowed.</summary>
    public const ushort Overflow = 1 << 0;

    private const ushort WideBus = 1 << 13;

    private static readonly int[] Averages = [1, 2, 4, 8, 16, 32, 64, 128];
    private static readonly int[] Microseconds = [532, 1060, 2130, 4260, 8510, 17_020, 34_050, 68_100];

    /// <summary>Counts of 12-bit conversions averaged.</summary>
    public static ReadOnlySpan<int> Averaging => Averages;

    /// <summary>The code at the end of a bus range.</summary>
    /// <param name="configuration">The word that selects it: 16 or 32 V.</param>
    public static int BusFullScale(ushort configuration) => (configuration & WideBus) != 0 ? 8000 : 4000;

    /// <summary>The code at the positive end of a shunt range, 40 to 320 mV; the negative end is its opposite.</summary>
    /// <param name="configuration">The word that selects it.</param>
    public static int ShuntFullScale(ushort configuration) => 4000 << (configuration >> 11 & 3);

    /// <summary>The word that triggers one conversion of shunt and bus.</summary>
    /// <param name="wideBus">32 V instead of 16 V.</param>
    /// <param name="shuntVolts">The smallest of 40, 80, 160, 320 mV that holds it is the range.</param>
    /// <param name="averaging">One of <see cref="Averaging"/>.</param>
    public static ushort Trigger(bool wideBus, double shuntVolts, int averaging)
    {
        var range = 0;
        while (range < 3 && shuntVolts > 0.0400001 * (1 << range))
            range++;
        var samples = averaging == 1 ? 0b0011 : 0b1000 | Averages.IndexOf(averaging);
        return (ushort)((wideBus ? WideBus : 0) | range << 11 | samples << 7 | samples << 3 | Triggered);
    }

    /// <summary>How long one round of a configuration takes.</summary>
    public static TimeSpan Duration(ushort configuration)
    {
        var bus = (configuration & 0b010) != 0 ? ConversionTime(configuration >> 7 & 0xF) : 0;
        var shunt = (configuration & 0b001) != 0 ? ConversionTime(configuration >> 3 & 0xF) : 0;
        return TimeSpan.FromMicroseconds(bus + shunt);
    }

    private static int ConversionTime(int samples) => (samples & 0b1000) != 0 ? Microseconds[samples & 7] : (samples & 3) switch
    {
        0 => 84,
        1 => 148,
        2 => 276,
        _ => 532,
    };
}
