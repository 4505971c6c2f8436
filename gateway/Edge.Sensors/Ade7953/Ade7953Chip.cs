namespace Edge.Sensors.Ade7953;

/// <summary>The chip's constants, datasheet ADE7953 (Rev. C): analog inputs, root mean square, active power, period, interrupts.</summary>
public static class Ade7953Chip
{
    /// <summary>The one address it has.</summary>
    public const int Address = 0x38;

    /// <summary>Written to <see cref="Ade7953Register.Unlock"/>.</summary>
    public const byte Key = 0xAD;

    /// <summary>Written to <see cref="Ade7953Register.Optimum"/>.</summary>
    public const ushort Optimum = 0x0030;

    /// <summary>Power-on value of the configuration: the interface is not locked.</summary>
    public const ushort PowerOn = 0x8004;

    /// <summary>The configuration in use: the interface locked to this one, high-pass filter on. Differs from the power-on value.</summary>
    public const ushort Configuration = 0x0004;

    /// <summary>rms code of a sine that fills an input: 500 mV at its peak, divided by the gain.</summary>
    public const int FullScaleRms = 9_032_007;

    /// <summary>Power code of two such sines in phase.</summary>
    public const int FullScalePower = 4_862_401;

    /// <summary>The waveform's code at that peak.</summary>
    public const int FullScalePeak = 6_500_000;

    /// <summary>Frequency = this / (period code + 1), Hz.</summary>
    public const double PeriodClock = 223_750;

    /// <summary>How long rms and power take to settle.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    /// <summary>Flag: the current's waveform passed its level (OIA, OIB).</summary>
    public const int Overcurrent = 1 << 13;

    /// <summary>Flag: the voltage crossed zero (ZXV).</summary>
    public const int ZeroCrossing = 1 << 15;

    /// <summary>Flag: the voltage's waveform passed its level (OV).</summary>
    public const int Overvoltage = 1 << 16;

    /// <summary>Flag: a sample was converted (WSMP), 6,990 times a second.</summary>
    public const int Converted = 1 << 17;

    /// <summary>Flag: the chip was reset, by its supply or otherwise (RESET).</summary>
    public const int Reset = 1 << 20;

    private static readonly int[] Factors = [1, 2, 4, 8, 16, 22];

    /// <summary>The gains; their index is the register's code. The last is current A's only.</summary>
    public static ReadOnlySpan<int> Gains => Factors;

    /// <summary>Bytes of a register.</summary>
    public static int Width(Ade7953Register register) => ((int)register >> 8) switch
    {
        1 => 2,
        2 => 3,
        3 => 4,
        _ => 1,
    };
}
