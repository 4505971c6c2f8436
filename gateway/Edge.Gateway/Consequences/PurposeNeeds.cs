using Edge.Gateway.Configuration;

namespace Edge.Gateway.Consequences;

/// <summary>Whether the sampling suits what it is for. Flow and pressure are commonly billed by values of 15 minutes; transients need 100 Hz; where a leak is follows from when its wave arrives.</summary>
internal static class PurposeNeeds
{
    /// <summary>Of a pressure wave in a pipe of steel or ductile iron, m/s.</summary>
    public const double WaveSpeed = 1200;

    /// <summary>The longest period that serves a purpose.</summary>
    public static TimeSpan Longest(Purpose purpose) => purpose switch
    {
        Purpose.Billing => TimeSpan.FromMinutes(15),
        Purpose.Transients or Purpose.LeakLocation => TimeSpan.FromMilliseconds(10),
        _ => TimeSpan.MaxValue,
    };

    /// <summary>Those that are to serve something.</summary>
    public static IReadOnlyList<ChannelSettings> Channels(GatewayConfiguration configuration) => [.. configuration.Channels.Where(c => c.Purpose != Purpose.None)];

    /// <summary>Of these, those that are sampled too seldom for it.</summary>
    public static IReadOnlyList<ChannelSettings> TooSlow(GatewayConfiguration configuration) => [.. Channels(configuration).Where(c => c.Period > Longest(c.Purpose))];

    /// <summary>How far a leak may be from where it is located, because of this gateway's clock alone, m; null where nothing locates one, or the clock's uncertainty is known only while it runs.</summary>
    public static double? LeakMetres(GatewayConfiguration configuration) =>
        configuration.Clock.TrustHost && LocatesLeaks(configuration) ? configuration.Clock.Uncertainty.TotalSeconds * WaveSpeed : null;

    public static bool LocatesLeaks(GatewayConfiguration configuration) => configuration.Channels.Any(c => c.Purpose == Purpose.LeakLocation);
}
