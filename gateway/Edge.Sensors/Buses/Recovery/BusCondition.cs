namespace Edge.Sensors.Buses.Recovery;

/// <summary>How SCL and SDA were found, or left.</summary>
public enum BusCondition
{
    /// <summary>Both are high: nobody holds the bus.</summary>
    Free,

    /// <summary>SDA was held low, and was let go when clocks came.</summary>
    Freed,

    /// <summary>SDA is held low, whatever clocks come.</summary>
    DataHeld,

    /// <summary>SCL is held low: no clock can be given.</summary>
    ClockHeld,

    /// <summary>The lines cannot be reached.</summary>
    Unknown,
}
