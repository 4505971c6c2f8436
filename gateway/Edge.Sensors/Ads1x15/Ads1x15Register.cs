namespace Edge.Sensors.Ads1x15;

/// <summary>Address pointer, datasheets SBAS444 and SBAS473, "Address Pointer Register".</summary>
public enum Ads1x15Register : byte
{
    /// <summary>Last conversion, two's complement; 12-bit parts leave the low four bits 0.</summary>
    Conversion = 0,

    /// <summary>Start, input, range, rate; power-on value 0x8583.</summary>
    Config = 1,

    /// <summary>Comparator's low threshold.</summary>
    LowThreshold = 2,

    /// <summary>Comparator's high threshold.</summary>
    HighThreshold = 3,
}
