namespace Edge.Sensors.Ads1x15;

/// <summary>The line that ALERT/RDY is wired to.</summary>
/// <param name="Bus">Key of the GPIO chip under <c>buses:</c>.</param>
/// <param name="Line">The line's offset on it.</param>
public sealed record ReadyLine(string Bus, int Line);
