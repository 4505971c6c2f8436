namespace Edge.Sensors.Ads1x15;

/// <summary>
/// The two chips of the family and the fields of their config register, datasheets SBAS444 (ADS1115) and SBAS473E (ADS1015),
/// "Config Register": the registers are the same, the bits of a code and the data rates are not.
/// </summary>
public sealed class Ads1x15Chip
{
    /// <summary>Written 1: start; read 1: not converting.</summary>
    public const ushort Start = 0x8000;

    /// <summary>Single-shot mode.</summary>
    public const ushort SingleShot = 0x0100;

    /// <summary>Comparator off.</summary>
    public const ushort ComparatorOff = 0x0003;

    /// <summary>In the high threshold, beside <see cref="ReadyLow"/>, makes ALERT/RDY the pin that tells that a conversion is over ("Conversion Ready Pin").</summary>
    public const ushort ReadyHigh = 0x8000;

    /// <summary>The low threshold that goes with it.</summary>
    public const ushort ReadyLow = 0x0000;

    /// <summary>The low threshold after power-on.</summary>
    public const ushort PowerOnLow = 0x8000;

    /// <summary>The register after power-on: AIN0-AIN1, 2.048 V, single-shot, the fifth data rate, comparator off.</summary>
    public const ushort PowerOn = 0x8583;

    private static readonly double[] Gains = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256];

    private readonly int _bits;
    private readonly int[] _rates;

    private Ads1x15Chip(string driver, int bits, int[] rates) => (Driver, _bits, _rates) = (driver, bits, rates);

    /// <summary>16 bits, 8 to 860 samples per second.</summary>
    public static Ads1x15Chip Ads1115 { get; } = new("ads1115", 16, [8, 16, 32, 64, 128, 250, 475, 860]);

    /// <summary>12 bits, 128 to 3,300 samples per second.</summary>
    public static Ads1x15Chip Ads1015 { get; } = new("ads1015", 12, [128, 250, 490, 920, 1600, 2400, 3300]);

    /// <summary>The driver's word in the configuration.</summary>
    public string Driver { get; }

    /// <summary>Full scales the amplifier has, V.</summary>
    public static ReadOnlySpan<double> FullScales => Gains;

    /// <summary>Data rates, samples per second.</summary>
    public IReadOnlyList<int> DataRates => _rates;

    /// <summary>The data rate after power-on.</summary>
    public int UsualRate => _rates[4];

    /// <summary>The largest code; the smallest is one below its opposite.</summary>
    public int LargestCode => (1 << (_bits - 1)) - 1;

    /// <summary>The high threshold after power-on.</summary>
    public ushort PowerOnHigh => Word(LargestCode);

    /// <summary>V per code.</summary>
    /// <param name="fullScale">One of <see cref="FullScales"/>, V.</param>
    public double VoltsPerCode(double fullScale) => fullScale / (1 << (_bits - 1));

    /// <summary>The code in a word of the conversion register; false when it has more bits than this chip.</summary>
    public bool TryCode(ushort word, out int code)
    {
        code = (short)word >> (16 - _bits);
        return (word & ((1 << (16 - _bits)) - 1)) == 0;
    }

    /// <summary>The word of the conversion register for a code.</summary>
    public ushort Word(int code) => (ushort)(code << (16 - _bits));

    /// <summary>The config word that starts one single-ended conversion.</summary>
    /// <param name="input">0 to 3: AIN0 to AIN3 against ground.</param>
    /// <param name="fullScale">One of <see cref="FullScales"/>, V.</param>
    /// <param name="dataRate">One of <see cref="DataRates"/>.</param>
    public ushort Convert(int input, double fullScale, int dataRate) => (ushort)(
        Start | (0b100 | input) << 12 | Gains.IndexOf(fullScale) << 9 | SingleShot | _rates.IndexOf(dataRate) << 5 | ComparatorOff);

    /// <summary>The config word that converts one terminal again and again, with ALERT/RDY low for some 8 us at the end of each (COMP_QUE 00, COMP_POL 0).</summary>
    /// <inheritdoc cref="Convert"/>
    public ushort Run(int input, double fullScale, int dataRate) => (ushort)(Convert(input, fullScale, dataRate) & ~(Start | SingleShot | ComparatorOff));

    /// <summary>The full scale a config word selects, V (codes 5 to 7 all mean 0.256 V).</summary>
    public static double FullScale(ushort config) => Gains[Math.Min(config >> 9 & 7, 5)];

    /// <summary>The data rate a config word selects, samples per second (codes above the last mean the last).</summary>
    public int DataRate(ushort config) => _rates[Math.Min(config >> 5 & 7, _rates.Length - 1)];
}
