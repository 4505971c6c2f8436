namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Humidity from a code, in floating point (BME280 datasheet, appendix 8.1), with the coefficients of a chip.</summary>
internal sealed record HumidityFormula(int H1, int H2, int H3, int H4, int H5, int H6)
{
    private const int TwelveBits = 1 << 12;

    /// <summary>H4 and H5 as they are when their sign is taken for a digit.</summary>
    public HumidityFormula WithoutSigns => this with { H4 = H4 & (TwelveBits - 1), H5 = H5 & (TwelveBits - 1) };

    /// <summary>%RH, 0 to 100.</summary>
    /// <param name="code">Of humidity.</param>
    /// <param name="celsius">What the same chip measured.</param>
    public double At(int code, double celsius)
    {
        var warmth = celsius * 5120 - 76_800;
        var wet = (code - (H4 * 64.0 + H5 / 16_384.0 * warmth)) * (H2 / 65_536.0 * (1 + H6 / 67_108_864.0 * warmth * (1 + H3 / 67_108_864.0 * warmth)));
        return Math.Clamp(wet * (1 - H1 * wet / 524_288), 0, 100);
    }
}
