namespace Edge.Sensors.Ina219;

/// <summary>Registers, datasheet SBOS448G section 8.6.1, table 2 (page 18).</summary>
public enum Ina219Register : byte
{
    /// <summary>Ranges, averaging, mode; power-on value 0x399F.</summary>
    Configuration = 0x00,

    /// <summary>Signed, 10 uV per code in every range.</summary>
    ShuntVoltage = 0x01,

    /// <summary>13 bits above three: 4 mV per code; conversion-ready is bit 1, overflow bit 0.</summary>
    BusVoltage = 0x02,

    /// <summary>Magnitude only, 20 current steps per code; reading clears conversion-ready.</summary>
    Power = 0x03,

    /// <summary>Signed, in the step that the calibration chose.</summary>
    Current = 0x04,

    /// <summary>Scales shunt codes to current codes; 0 after power-on; bit 0 cannot be written and reads 0.</summary>
    Calibration = 0x05,
}
