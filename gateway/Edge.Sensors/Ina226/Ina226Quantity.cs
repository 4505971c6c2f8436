namespace Edge.Sensors.Ina226;

/// <summary>What an INA226 gives.</summary>
public enum Ina226Quantity
{
    /// <summary>At the divider's or transformer's input, V.</summary>
    Voltage,

    /// <summary>Through the shunt or the transformer's primary, A; negative when it flows back.</summary>
    Current,

    /// <summary>The chip's product of both, W; the sign is the current's.</summary>
    Power,
}
