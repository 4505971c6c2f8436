namespace Edge.Sensors.Ina226;

/// <summary>The chip's constants, datasheet SBOS547B sections 6.5 and 7.1.</summary>
public static class Ina226Chip
{
    /// <summary>V per code of the bus voltage register.</summary>
    public const double BusVoltsPerCode = 0.00125;

    /// <summary>V per code of the shunt voltage register.</summary>
    public const double ShuntVoltsPerCode = 0.0000025;

    /// <summary>Current steps per code of the power register.</summary>
    public const double PowerSteps = 25;

    /// <summary>Current code = shunt code * calibration / this.</summary>
    public const int CalibrationUnit = 2048;

    /// <summary>Power code = current code * bus code / this.</summary>
    public const int PowerUnit = 20_000;

    /// <summary>Calibration = this / (current step * shunt).</summary>
    public const double CalibrationScale = 0.00512;

    /// <summary>Power-on value of the configuration.</summary>
    public const ushort PowerOn = 0x4127;

    /// <summary>Written to the configuration: power-on state.</summary>
    public const ushort Reset = 0x8000;

    /// <summary>Mode: shunt and bus, triggered.</summary>
    public const ushort Triggered = 0b011;

    /// <summary>Expected in <see cref="Ina226Register.ManufacturerId"/>.</summary>
    public const ushort Manufacturer = 0x5449;

    /// <summary>Expected in <see cref="Ina226Register.DieId"/>; the low four bits are the revision.</summary>
    public const ushort Die = 0x2260;

    /// <summary>Flag: conversion ready.</summary>
    public const ushort Ready = 1 << 3;

    /// <summary>Flag: current or power overflowed.</summary>
    public const ushort Overflow = 1 << 2;

    private static readonly int[] Averages = [1, 4, 16, 64, 128, 256, 512, 1024];
    private static readonly int[] Microseconds = [140, 204, 332, 588, 1100, 2116, 4156, 8244];

    /// <summary>Counts of conversions averaged.</summary>
    public static ReadOnlySpan<int> Averaging => Averages;

    /// <summary>Conversion times, us.</summary>
    public static ReadOnlySpan<int> ConversionTimes => Microseconds;

    /// <summary>The word that triggers one conversion of shunt and bus.</summary>
    public static ushort Trigger(int averaging, int conversion) => (ushort)(
        0x4000 | Averages.IndexOf(averaging) << 9 | Microseconds.IndexOf(conversion) << 6 | Microseconds.IndexOf(conversion) << 3 | Triggered);

    /// <summary>How long one round of a configuration takes.</summary>
    public static TimeSpan Duration(ushort configuration)
    {
        var bus = (configuration & 0b010) != 0 ? Microseconds[configuration >> 6 & 7] : 0;
        var shunt = (configuration & 0b001) != 0 ? Microseconds[configuration >> 3 & 7] : 0;
        return TimeSpan.FromMicroseconds((double)Averages[configuration >> 9 & 7] * (bus + shunt));
    }
}
