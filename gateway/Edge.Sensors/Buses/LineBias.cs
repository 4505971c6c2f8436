namespace Edge.Sensors.Buses;

/// <summary>What the board itself does to an input that nobody drives.</summary>
public enum LineBias : byte
{
    /// <summary>Left as the board was set up.</summary>
    AsIs = 0,

    /// <summary>Pulled to the supply, for a contact or an open collector to ground.</summary>
    PullUp,

    /// <summary>Pulled to ground, for a contact to the supply.</summary>
    PullDown,

    /// <summary>Neither: resistors outside do it.</summary>
    None,
}
