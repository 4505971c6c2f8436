using Edge.Gateway.Configuration;

namespace Edge.Gateway.Consequences;

/// <summary>Whether limits can be borne: a value that wanders about one without a deadband (ISA-18.2) is an alarm at every other sample.</summary>
internal static class AlarmNeeds
{
    /// <summary>Sampled as often as this and oftener, a limit wants a deadband.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    /// <summary>Channels with a limit that want one.</summary>
    public static IReadOnlyList<ChannelSettings> WithoutDeadband(GatewayConfiguration configuration) =>
        [.. configuration.Channels.Where(c => (c.AlarmLow ?? c.AlarmHigh) is not null && c.AlarmDeadband <= 0 && c.Period <= Often)];
}
