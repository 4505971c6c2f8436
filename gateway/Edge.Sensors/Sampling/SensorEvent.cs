namespace Edge.Sensors.Sampling;

/// <summary>Something that happened at a device and needs a person, or changes what its readings mean.</summary>
/// <param name="Output">Index of the output it is about.</param>
/// <param name="IsTamper">Whether somebody was at the installation; otherwise it is an alarm.</param>
/// <param name="IsOpen">Whether it lasts.</param>
/// <param name="Text">In a few words, with its times: "wet since 0.412 s".</param>
public readonly record struct SensorEvent(int Output, bool IsTamper, bool IsOpen, string Text);
