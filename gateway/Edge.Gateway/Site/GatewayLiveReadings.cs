using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Sampling;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>The newest readings as the pipeline took them.</summary>
public sealed class GatewayLiveReadings(GatewayConfiguration configuration, GatewayStatus status) : ILiveReadings
{
    private const int MostDecimals = 9;

    public IReadOnlyList<LiveChannel> Channels { get; } =
        [.. configuration.Channels.Select(c => new LiveChannel(c.Name, c.Unit, c.Domain, c.Period, Decimals(c.Resolution)) { Limits = Limits(c) })];

    public void Newest(Span<LiveReading> newest)
    {
        for (var i = 0; i < newest.Length; i++)
            newest[i] = status.Newest(i) is { } stamped ? Shown(stamped) : default;
    }

    private static LiveReading Shown(in StampedSample stamped) => new(
        stamped.Monotonic, stamped.Sample.Value, stamped.Sample.Quality, stamped.Sample.Reason, stamped.Wall is { } wall ? (long)(wall.Seconds * 1000) : null);

    private static ChannelLimits Limits(ChannelSettings channel) => new(
        channel.AlarmLow, channel.AlarmHigh, channel.Rules.Lowest, channel.Rules.Highest, channel.Rules.Rate, channel.Rules.FlatLine, channel.Rules.WarmUp);

    private static int Decimals(double resolution) =>
        resolution is > 0 and < 1 ? Math.Min(MostDecimals, (int)Math.Ceiling(-Math.Log10(resolution) - 1e-9)) : 0;
}
