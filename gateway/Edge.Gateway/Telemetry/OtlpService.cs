using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Edge.Gateway.Telemetry;

/// <summary>
/// Sends the gateway's figures to an OpenTelemetry collector: OTLP 1.x, protobuf over HTTP, counts since the start. What does not arrive is not kept: the next
/// figures hold it. Nothing waits for the collector but this.
/// </summary>
internal sealed class OtlpService(Uri collector, GatewayConfiguration configuration, GatewayMeter meter, ILogger<OtlpService> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How long the gateway's end waits for the newest figures to be taken.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var address = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/metrics");
        using var telling = new TellingHandler(address, logger);
        using var client = new HttpClient(telling) { Timeout = Patience };
        using var provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(r => r.Clear().AddService("edge-gateway", serviceInstanceId: configuration.Origin.ToString()))
            .AddMeter(meter.Meter.Name)
            .AddReader(new PeriodicExportingMetricReader(
                new OtlpMetricExporter(new OtlpExporterOptions { Endpoint = address, Protocol = OtlpExportProtocol.HttpProtobuf, HttpClientFactory = () => client, TimeoutMilliseconds = (int)Patience.TotalMilliseconds }),
                (int)configuration.Telemetry.Every.TotalMilliseconds)
            {
                TemporalityPreference = MetricReaderTemporalityPreference.Cumulative,
            })
            .Build();
        await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!provider.Shutdown((int)Farewell.TotalMilliseconds))
            logger.FiguresLeft(address, Farewell.TotalSeconds);
        client.CancelPendingRequests();
    }
}
