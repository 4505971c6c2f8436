namespace Edge.Sensors.Ina2xx;

/// <summary>What chips of the family give; not each gives all.</summary>
public enum Ina2xxQuantity
{
    /// <summary>At the divider's or transformer's input, V.</summary>
    Voltage,

    /// <summary>Through the shunt or the transformer's primary, A; negative when it flows back.</summary>
    Current,

    /// <summary>The chip's product of both, W; the sign is the current's.</summary>
    Power,

    /// <summary>Sum of the power's magnitude over time, J.</summary>
    Energy,

    /// <summary>Sum of the current over time, C; falls when the current flows back.</summary>
    Charge,

    /// <summary>Of the chip itself, degrees Celsius.</summary>
    Temperature,
}
