namespace Edge.Sensors.Pzem;

/// <summary>Input registers, PZEM-004T V3.0 user manual, section 2.3. Of two registers the lower half comes first. None has a sign.</summary>
public enum PzemRegister
{
    /// <summary>0.1 V per code.</summary>
    Voltage = 0,

    /// <summary>1 mA per code, two registers.</summary>
    Current = 1,

    /// <summary>0.1 W per code, two registers.</summary>
    Power = 3,

    /// <summary>1 Wh per code, two registers; kept without supply.</summary>
    Energy = 5,

    /// <summary>0.1 Hz per code.</summary>
    Frequency = 7,

    /// <summary>0.01 per code.</summary>
    PowerFactor = 8,

    /// <summary>FFFFh while the power is above the alarm's threshold, else 0.</summary>
    Alarm = 9,
}
