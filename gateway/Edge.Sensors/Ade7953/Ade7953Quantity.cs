namespace Edge.Sensors.Ade7953;

/// <summary>What the chip gives.</summary>
public enum Ade7953Quantity
{
    /// <summary>Of the mains, rms, V.</summary>
    Voltage,

    /// <summary>At input A (the phase), rms, A; has no sign.</summary>
    CurrentA,

    /// <summary>At input B (the neutral, or a second circuit), rms, A; has no sign.</summary>
    CurrentB,

    /// <summary>Active power by current A, W; negative when energy flows back.</summary>
    PowerA,

    /// <summary>Active power by current B, W; negative when energy flows back.</summary>
    PowerB,

    /// <summary>Of the mains, Hz.</summary>
    Frequency,
}
