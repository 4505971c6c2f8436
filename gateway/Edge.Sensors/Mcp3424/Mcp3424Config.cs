namespace Edge.Sensors.Mcp3424;

/// <summary>The one configuration byte, datasheet DS22088C section 5.2, register 5-1 (page 18).</summary>
public static class Mcp3424Config
{
    /// <summary>Reference, V: full scale of a gain of 1.</summary>
    public const double Reference = 2.048;

    /// <summary>Written 1: start; read 1: the code was read before, or is not there yet.</summary>
    public const byte NotReady = 1 << 7;

    /// <summary>Converts again and again; 0 is one-shot.</summary>
    public const byte Continuous = 1 << 4;

    /// <summary>After power-on: channel 1, continuous, 12 bits, 2.048 V.</summary>
    public const byte PowerOn = NotReady | Continuous;

    private static readonly double[] Gains = [Reference, Reference / 2, Reference / 4, Reference / 8];
    private static readonly int[] Resolutions = [12, 14, 16, 18];
    private static readonly double[] Rates = [240, 60, 15, 3.75];

    /// <summary>Full scales the amplifier has, V.</summary>
    public static ReadOnlySpan<double> FullScales => Gains;

    /// <summary>Bits of a code.</summary>
    public static ReadOnlySpan<int> Bits => Resolutions;

    /// <summary>The byte that starts one conversion.</summary>
    /// <param name="channel">0 to 3: channel 1 to 4.</param>
    /// <param name="bits">One of <see cref="Bits"/>.</param>
    /// <param name="fullScale">One of <see cref="FullScales"/>, V.</param>
    public static byte Convert(int channel, int bits, double fullScale) => (byte)(
        NotReady | channel << 5 | Resolutions.IndexOf(bits) << 2 | Gains.IndexOf(fullScale));

    /// <summary>The channel a byte selects, from 0.</summary>
    public static int Channel(byte config) => config >> 5 & 3;

    /// <summary>The bits a byte selects.</summary>
    public static int BitsOf(byte config) => Resolutions[config >> 2 & 3];

    /// <summary>The full scale a byte selects, V.</summary>
    public static double FullScale(byte config) => Gains[config & 3];

    /// <summary>How long a conversion of so many bits takes: 240, 60, 15 or 3.75 a second.</summary>
    public static TimeSpan Duration(int bits) => TimeSpan.FromSeconds(1 / Rates[Math.Max(0, Resolutions.IndexOf(bits))]);

    /// <summary>Bytes of a code of so many bits; the configuration follows them.</summary>
    public static int Length(int bits) => bits > 16 ? 3 : 2;
}
