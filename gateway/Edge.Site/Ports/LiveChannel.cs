namespace Edge.Site.Ports;

/// <summary>A channel as people are shown it.</summary>
/// <param name="Name">Its name in the log.</param>
/// <param name="Unit">UCUM as in the log; "1" or "/" for counts and contacts.</param>
/// <param name="Domain">pipeline, energy or water; empty when not said.</param>
/// <param name="Period">How often it is sampled.</param>
/// <param name="Decimals">Decimals that its resolution bears, 0 to 9.</param>
public sealed record LiveChannel(string Name, string Unit, string Domain, TimeSpan Period, int Decimals)
{
    /// <summary>Its limits and rules.</summary>
    public ChannelLimits Limits { get; init; } = ChannelLimits.None;
}
