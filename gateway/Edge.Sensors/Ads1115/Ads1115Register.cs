namespace Edge.Sensors.Ads1115;

/// <summary>Address pointer, datasheet SBAS444, "Address Pointer Register".</summary>
public enum Ads1115Register : byte
{
    /// <summary>Last conversion, two's complement.</summary>
    Conversion = 0,

    /// <summary>Start, input, range, rate; power-on value 0x8583.</summary>
    Config = 1,

    /// <summary>Comparator's low threshold.</summary>
    LowThreshold = 2,

    /// <summary>Comparator's high threshold.</summary>
    HighThreshold = 3,
}
