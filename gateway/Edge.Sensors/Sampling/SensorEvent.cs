namespace Edge.Sensors.Sampling;

/// <summary>Something that happened at a device and needs a person, or changes what its readings mean.</summary>
/// <param name="Output">Index of the output it is about.</param>
/// <param name="IsTamper">Whether somebody was at the installation; otherwise it is an alarm.</param>
/// <param name="IsOpen">Whether it lasts.</param>
/// <param name="Text">In a few words, without a time that would age: "door opened".</param>
public readonly record struct SensorEvent(int Output, bool IsTamper, bool IsOpen, string Text)
{
    /// <summary>When it happened, ns of CLOCK_MONOTONIC; null: not known, it is told now.</summary>
    public long? At { get; init; }

    /// <summary>Whether it is what the driver found when it began. One that is not open then is only worth telling where it was open before.</summary>
    public bool IsFirst { get; init; }
}
