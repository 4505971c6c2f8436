using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Edge.Integration.Tests.Site;
using Edge.Testing;

namespace Edge.Integration.Tests.Monitoring;

/// <summary>A real gateway sends its figures to a collector, tells when that is away, and does not wait for it.</summary>
public sealed class TelemetryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Figures_arrive_by_OTLP_with_their_units_attributes_and_the_gateways_name()
    {
        await using var collector = new Collector().Start();
        await using var gateway = await ServedGateway.StartAsync(more: $"telemetry: {{ otlp: 'http://127.0.0.1:{collector.Port}', every: 1s }}");

        await Eventually.True(() => collector.Newest("edge.readings{quality=good}")?.Value > 20, Limit);
        var before = collector.Newest("edge.readings{quality=good}")!.Value.Value;
        await Eventually.True(() => collector.Newest("edge.readings{quality=good}")?.Value > before, Limit);

        Assert.Equal("{reading}", collector.Newest("edge.readings{quality=good}")!.Value.Unit);
        Assert.Equal((1, "{flag}"), collector.Newest("edge.channel.measuring{channel=tap.chlorine}"));
        Assert.Equal("By", collector.Newest("edge.store.size")!.Value.Unit);
        Assert.True(collector.Newest("edge.uptime")!.Value.Value > 1);
        Assert.Contains("service.name=edge-gateway", collector.Resource);
        Assert.Contains("service.instance.id=city.example/water-gw-0001", collector.Resource);
        Assert.Empty(collector.Faults);
    }

    [Fact]
    public async Task A_collector_that_takes_figures_and_never_answers_holds_up_no_end_and_what_is_left_is_told()
    {
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        await using var gateway = await ServedGateway.StartAsync(more: $"telemetry: {{ otlp: 'http://{hanging.LocalEndpoint}', every: 1s }}");
        using var taken = await hanging.AcceptSocketAsync().WaitAsync(Limit);

        var ending = Stopwatch.StartNew();
        gateway.Process.Terminate();
        Assert.Equal(0, await gateway.Process.WaitForExit());

        Assert.InRange(ending.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.Contains(gateway.Process.Error.All, l => l.Contains("the gateway ends without its newest figures at the collector", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_collector_that_is_away_is_told_once_keeps_nothing_up_and_gets_all_counts_when_it_comes()
    {
        await using var collector = new Collector();
        await using var gateway = await ServedGateway.StartAsync(more: $"telemetry: {{ otlp: 'http://127.0.0.1:{collector.Port}/', every: 1s }}");
        await gateway.LogAsync($"figures do not reach the collector at http://127.0.0.1:{collector.Port}/v1/metrics: ");
        var (rounds, _, _) = await gateway.RoundsAsync();
        await Eventually.True(async () => (await gateway.RoundsAsync()).Rounds > rounds + 60, Limit);

        collector.Start();
        await gateway.LogAsync("figures reach the collector at ");
        await Eventually.True(() => collector.Newest("edge.readings{quality=good}")?.Value > rounds, Limit);

        Assert.Single(gateway.Process.Error.All, l => l.Contains("figures do not reach", StringComparison.Ordinal));
    }
}
