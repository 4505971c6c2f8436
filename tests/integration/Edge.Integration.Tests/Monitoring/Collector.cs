using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Edge.Processes;

namespace Edge.Integration.Tests.Monitoring;

/// <summary>An OTLP receiver on a free port of this machine, written from opentelemetry-proto's field numbers (collector/metrics/v1, metrics/v1, common/v1).</summary>
internal sealed class Collector : IAsyncDisposable
{
    private const int Cumulative = 2;

    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, (double Value, string Unit)> _figures = new();
    private Task _receiving = Task.CompletedTask;

    public Collector(int? port = null)
    {
        Port = port ?? FreePort.Next();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/v1/metrics/");
    }

    public int Port { get; }

    /// <summary>The resource's attributes, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Resource { get; private set; } = [];

    /// <summary>Faults of what came.</summary>
    public ConcurrentBag<string> Faults { get; } = [];

    /// <summary>Of a metric, as <c>name</c> or <c>name{attribute=value}</c>; null: it did not come yet.</summary>
    public (double Value, string Unit)? Newest(string metric) => _figures.TryGetValue(metric, out var figure) ? figure : null;

    public Collector Start()
    {
        _listener.Start();
        _receiving = ReceiveAsync();
        return this;
    }

    private async Task ReceiveAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            if (context.Request.ContentType != "application/x-protobuf" || context.Request.HttpMethod != "POST")
                Faults.Add($"{context.Request.HttpMethod} {context.Request.ContentType}");
            Take(WireMessage.Read(body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }

    private void Take(WireMessage request)
    {
        foreach (var resource in request.All(1))
        {
            Resource = [.. resource.One(1).All(1).Select(Attribute)];
            foreach (var metric in resource.All(2).SelectMany(s => s.All(2)))
            {
                foreach (var sum in metric.All(7))
                {
                    if (sum.Number(2) != Cumulative || sum.Number(3) != 1)
                        Faults.Add($"{metric.Text(1)} is not a count since the start");
                }

                foreach (var point in metric.All(5).Concat(metric.All(7)).SelectMany(d => d.All(1)))
                    _figures[Name(metric, point)] = (point.Number(4) is { } bits ? BitConverter.UInt64BitsToDouble(bits) : (long)(point.Number(6) ?? 0), metric.Text(3));
            }
        }
    }

    private static string Name(WireMessage metric, WireMessage point) => point.All(7).Select(Attribute).ToList() is { Count: > 0 } attributes
        ? $"{metric.Text(1)}{{{string.Join(',', attributes)}}}" : metric.Text(1);

    private static string Attribute(WireMessage attribute) => $"{attribute.Text(1)}={attribute.One(2).Text(1)}";

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _receiving;
    }
}
