using Edge.Sensors.Scales;

namespace Edge.Sensors.Ads1115;

/// <summary>One wired terminal.</summary>
/// <param name="Name">Channel name.</param>
/// <param name="Terminal">0 to 3: AIN0 to AIN3 against ground.</param>
/// <param name="Scale">What its voltage means.</param>
public sealed record Ads1115Input(string Name, int Terminal, InputScale Scale);
