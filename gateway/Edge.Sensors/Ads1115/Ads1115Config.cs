namespace Edge.Sensors.Ads1115;

/// <summary>The config register's fields, datasheet SBAS444, "Config Register".</summary>
public static class Ads1115Config
{
    /// <summary>Written 1: start; read 1: not converting.</summary>
    public const ushort Start = 0x8000;

    /// <summary>Single-shot mode.</summary>
    public const ushort SingleShot = 0x0100;

    /// <summary>Comparator off.</summary>
    public const ushort ComparatorOff = 0x0003;

    /// <summary>The register after power-on: AIN0-AIN1, 2.048 V, single-shot, 128 SPS, comparator off.</summary>
    public const ushort PowerOn = 0x8583;

    private static readonly double[] Gains = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256];
    private static readonly int[] Rates = [8, 16, 32, 64, 128, 250, 475, 860];

    /// <summary>Full scales the amplifier has, V.</summary>
    public static ReadOnlySpan<double> FullScales => Gains;

    /// <summary>Data rates, samples per second.</summary>
    public static ReadOnlySpan<int> DataRates => Rates;

    /// <summary>The word that starts one single-ended conversion.</summary>
    /// <param name="input">0 to 3: AIN0 to AIN3 against ground.</param>
    /// <param name="fullScale">One of <see cref="FullScales"/>, V.</param>
    /// <param name="dataRate">One of <see cref="DataRates"/>.</param>
    public static ushort Convert(int input, double fullScale, int dataRate) => (ushort)(
        Start | (0b100 | input) << 12 | Gains.IndexOf(fullScale) << 9 | SingleShot | Rates.IndexOf(dataRate) << 5 | ComparatorOff);

    /// <summary>The full scale a word selects, V (codes 5 to 7 all mean 0.256 V).</summary>
    public static double FullScale(ushort config) => Gains[Math.Min(config >> 9 & 7, 5)];

    /// <summary>The data rate a word selects, samples per second.</summary>
    public static int DataRate(ushort config) => Rates[config >> 5 & 7];
}
