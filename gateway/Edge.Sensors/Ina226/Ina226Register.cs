namespace Edge.Sensors.Ina226;

/// <summary>Registers, datasheet SBOS547B section 7.1.</summary>
public enum Ina226Register : byte
{
    /// <summary>Averaging, conversion times, mode; power-on value 0x4127.</summary>
    Configuration = 0x00,

    /// <summary>Signed, 2.5 uV per code.</summary>
    ShuntVoltage = 0x01,

    /// <summary>Unsigned 15 bits, 1.25 mV per code.</summary>
    BusVoltage = 0x02,

    /// <summary>Magnitude only, 25 current steps per code.</summary>
    Power = 0x03,

    /// <summary>Signed, in the step that the calibration chose.</summary>
    Current = 0x04,

    /// <summary>Scales shunt codes to current codes; 0 after power-on.</summary>
    Calibration = 0x05,

    /// <summary>Flags; reading clears conversion-ready.</summary>
    MaskEnable = 0x06,

    /// <summary>Threshold of the alert.</summary>
    AlertLimit = 0x07,

    /// <summary>0x5449, "TI".</summary>
    ManufacturerId = 0xFE,

    /// <summary>0x2260: device 0x226, revision 0.</summary>
    DieId = 0xFF,
}
