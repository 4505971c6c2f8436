namespace Edge.Site.Ports;

/// <summary>What the configuration says of a channel's values, in its unit; null: nothing.</summary>
/// <param name="AlarmLow">Below it an alarm is raised.</param>
/// <param name="AlarmHigh">Above it an alarm is raised.</param>
/// <param name="Lowest">Lowest plausible value.</param>
/// <param name="Highest">Highest plausible value.</param>
/// <param name="Rate">Most it can change in a second.</param>
/// <param name="FlatLine">How long it may stand still.</param>
/// <param name="WarmUp">How long it is doubted after the device began to answer.</param>
public sealed record ChannelLimits(
    double? AlarmLow = null, double? AlarmHigh = null, double? Lowest = null, double? Highest = null, double? Rate = null, TimeSpan? FlatLine = null, TimeSpan? WarmUp = null)
{
    /// <summary>Nothing is said.</summary>
    public static ChannelLimits None { get; } = new();
}
