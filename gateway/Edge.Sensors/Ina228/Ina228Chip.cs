namespace Edge.Sensors.Ina228;

/// <summary>The chip's constants, datasheet SLYS021A sections 7.6.1 and 8.1 (tables 7-5 to 7-24, equations 2 to 7).</summary>
public static class Ina228Chip
{
    /// <summary>V per code of the bus voltage.</summary>
    public const double BusVoltsPerCode = 195.3125e-6;

    /// <summary>Degrees Celsius per code of the die's temperature.</summary>
    public const double DegreesPerCode = 0.0078125;

    /// <summary>Full scale of the shunt in the wide range, V; the narrow one is a quarter of it.</summary>
    public const double WideShunt = 0.16384;

    /// <summary>Full scale of the shunt in the narrow range, V.</summary>
    public const double NarrowShunt = WideShunt / 4;

    /// <summary>Current steps per code of the power register.</summary>
    public const double PowerSteps = 3.2;

    /// <summary>Watt steps per code of the energy register, times seconds.</summary>
    public const int EnergyUnit = 16;

    /// <summary>Calibration = this * current step * shunt in the wide range, four times it in the narrow one.</summary>
    public const double CalibrationScale = 13107.2e6;

    /// <summary>Current code = shunt code * this / calibration.</summary>
    public const int CalibrationUnit = 4096;

    /// <summary>Largest calibration, of 15 bits.</summary>
    public const int LargestCalibration = 0x7FFF;

    /// <summary>Ends of 20 bits with a sign.</summary>
    public const int LargestCode = 0x7FFFF, SmallestCode = -LargestCode - 1;

    /// <summary>Power-on values.</summary>
    public const ushort PowerOnAdc = 0xFB68, PowerOnCalibration = 0x1000, PowerOnDiagnostics = MemoryIntact;

    /// <summary>In the configuration: power-on state.</summary>
    public const ushort Reset = 1 << 15;

    /// <summary>In the configuration: energy and charge to 0.</summary>
    public const ushort ResetAccumulators = 1 << 14;

    /// <summary>In the configuration (ADCRANGE): the narrow range of the shunt.</summary>
    public const ushort Narrow = 1 << 4;

    /// <summary>Mode: bus, shunt and temperature, again and again; energy and charge are summed only so.</summary>
    public const int Continuous = 0xF;

    /// <summary>Diagnostics (ALATCH): flags stay until read.</summary>
    public const ushort Latch = 1 << 15;

    /// <summary>Diagnostics (ENERGYOF): the energy ran over its 40 bits.</summary>
    public const ushort EnergyOverflow = 1 << 11;

    /// <summary>Diagnostics (CHARGEOF): the charge ran over its 40 bits.</summary>
    public const ushort ChargeOverflow = 1 << 10;

    /// <summary>Diagnostics (MATHOF): current or power could not be computed.</summary>
    public const ushort MathOverflow = 1 << 9;

    /// <summary>Diagnostics (CNVRF): a conversion of everything ended.</summary>
    public const ushort Ready = 1 << 1;

    /// <summary>Diagnostics (MEMSTAT): the factory's trim passes its checksum.</summary>
    public const ushort MemoryIntact = 1 << 0;

    /// <summary>Expected in <see cref="Ina228Register.ManufacturerId"/>.</summary>
    public const ushort Manufacturer = 0x5449;

    /// <summary>Expected in <see cref="Ina228Register.DeviceId"/>; the low four bits are the revision.</summary>
    public const ushort Device = 0x2280;

    private static readonly int[] Averages = [1, 4, 16, 64, 128, 256, 512, 1024];
    private static readonly int[] Microseconds = [50, 84, 150, 280, 540, 1052, 2074, 4120];

    /// <summary>Counts of conversions averaged.</summary>
    public static ReadOnlySpan<int> Averaging => Averages;

    /// <summary>Conversion times, us.</summary>
    public static ReadOnlySpan<int> ConversionTimes => Microseconds;

    /// <summary>V per code of the shunt voltage.</summary>
    public static double ShuntVoltsPerCode(bool narrow) => narrow ? 78.125e-9 : 312.5e-9;

    /// <summary>The word that converts bus, shunt and temperature again and again.</summary>
    public static ushort Convert(int averaging, int conversion) => (ushort)(
        Continuous << 12 | Microseconds.IndexOf(conversion) * 0b001_001_001 << 3 | Averages.IndexOf(averaging));

    /// <summary>How long one round of an ADC configuration takes.</summary>
    public static TimeSpan Duration(ushort configuration)
    {
        var bus = (configuration & 1 << 12) != 0 ? Microseconds[configuration >> 9 & 7] : 0;
        var shunt = (configuration & 2 << 12) != 0 ? Microseconds[configuration >> 6 & 7] : 0;
        var temperature = (configuration & 4 << 12) != 0 ? Microseconds[configuration >> 3 & 7] : 0;
        return TimeSpan.FromMicroseconds((double)Averages[configuration & 7] * (bus + shunt + temperature));
    }
}
