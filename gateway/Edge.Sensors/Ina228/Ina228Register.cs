namespace Edge.Sensors.Ina228;

/// <summary>Registers, datasheet SLYS021A section 7.6.1, table 7-3; 16 bits unless said otherwise.</summary>
public enum Ina228Register : byte
{
    /// <summary>Reset, reset of the accumulators, range of the shunt; power-on value 0.</summary>
    Configuration = 0x00,

    /// <summary>Mode, conversion times, averaging; power-on value 0xFB68.</summary>
    AdcConfiguration = 0x01,

    /// <summary>Scales shunt codes to current codes, 15 bits; power-on value 0x1000.</summary>
    ShuntCalibration = 0x02,

    /// <summary>ppm per kelvin of the shunt (SHUNT_TEMPCO), 14 bits: not used while the compensation is off, so it holds <see cref="Ina228Mark"/>; power-on value 0.</summary>
    Mark = 0x03,

    /// <summary>24 bits, of which the upper 20 count: signed, 312.5 or 78.125 nV per code.</summary>
    ShuntVoltage = 0x04,

    /// <summary>24 bits, of which the upper 20 count: 195.3125 uV per code, never negative.</summary>
    BusVoltage = 0x05,

    /// <summary>Signed, 7.8125 mK per code.</summary>
    DieTemperature = 0x06,

    /// <summary>24 bits, of which the upper 20 count: signed, in the step that the calibration chose.</summary>
    Current = 0x07,

    /// <summary>24 bits: magnitude only, 3.2 current steps per code.</summary>
    Power = 0x08,

    /// <summary>40 bits: sum of the power, 51.2 current steps per code; reading clears its overflow flag.</summary>
    Energy = 0x09,

    /// <summary>40 bits, signed: sum of the current, one current step per code; reading clears its overflow flag.</summary>
    Charge = 0x0A,

    /// <summary>Flags; power-on value 1. With the latch set, reading clears conversion-ready.</summary>
    Diagnostics = 0x0B,

    /// <summary>0x5449, "TI".</summary>
    ManufacturerId = 0x3E,

    /// <summary>0x2281: device 0x228, revision 1.</summary>
    DeviceId = 0x3F,
}
