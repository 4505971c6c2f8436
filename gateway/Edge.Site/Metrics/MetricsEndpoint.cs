using System.Diagnostics.Metrics;
using System.Text;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Metrics;

/// <summary><c>GET /metrics</c>: for Prometheus to scrape.</summary>
internal static class MetricsEndpoint
{
    public static Parameters Parameters { get; } = new();

    public static RequestDelegate Of(Meter meter) =>
        Asking.With((context, _) => JsonAnswer.SendAsync(context, Encoding.UTF8.GetBytes(PrometheusText.Write(meter)), PrometheusText.ContentType));
}
