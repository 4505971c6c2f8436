namespace Edge.Sensors.Buses;

/// <summary>Whether edges can be seen at all.</summary>
public enum GpioLineState : byte
{
    /// <summary>The line is requested and watched.</summary>
    Present = 0,

    /// <summary>The line or its chip was removed from the board.</summary>
    Removed = 1,

    /// <summary>The way to the line is missing: no such chip, no permission, or its process is not there.</summary>
    Gone = 2,
}
