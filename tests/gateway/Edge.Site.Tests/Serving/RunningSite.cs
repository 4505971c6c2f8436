using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Edge.Site.Access;
using Edge.Site.Live;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Edge.Site.Tap;
using Edge.Site.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Site.Tests.Serving;

/// <summary>The site page over real sockets on a free port of this machine, in front of values that a test sets.</summary>
internal sealed class RunningSite : IAsyncDisposable, ISiteStatus, ILiveReadings
{
    private readonly Lock _gate = new();
    private readonly LiveReading[] _newest;
    private readonly SiteServer _server;
    private readonly SiteSettings _settings;
    private string _status = """{"version":1,"running":true}""";
    private string _said = "{}";
    private long _watched;

    private RunningSite(IReadOnlyList<LiveChannel> channels, TimeProvider time, SiteSettings settings)
    {
        (Channels, _settings) = (channels, settings);
        _newest = new LiveReading[channels.Count];
        Hub = new LiveHub(this, this, TimeProvider.System, NullLogger<LiveHub>.Instance);
        Parts = new SiteParts("city.example/gw-1", this, this, Hub) { Access = new SiteAccess(People.Accounts, People), Actions = People, Metrics = Meter, History = Past, Evidence = Past };
        _server = new SiteServer(settings, Parts, time, Heard);
    }

    public static Task<RunningSite> StartAsync(int channels = 2, TimeProvider? time = null, SiteSettings? settings = null) =>
        StartAsync([.. Enumerable.Range(0, channels).Select(i => new LiveChannel($"c{i}", "bar", "pipeline", TimeSpan.FromSeconds(1), 3))], time, settings);

    public static async Task<RunningSite> StartAsync(IReadOnlyList<LiveChannel> channels, TimeProvider? time = null, SiteSettings? settings = null)
    {
        var site = new RunningSite(channels, time ?? TimeProvider.System, settings ?? new SiteSettings { Listen = new IPEndPoint(IPAddress.Loopback, 0) });
        await site._server.StartAsync(CancellationToken.None);
        var address = await site._server.Bound.WaitAsync(TimeSpan.FromSeconds(30));
        site.Address = address;
        site.Client = new HttpClient { BaseAddress = new Uri($"http://{address}/"), Timeout = TimeSpan.FromSeconds(30) };
        return site;
    }

    /// <summary>On a free port, with a page for the tap of the first channel.</summary>
    public static SiteSettings WithTap(string channel = "c0") => new()
    {
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Tap = new TapSettings("Well house", "水房", null, [new TapChannel(channel, "Acidity", "酸碱度")]),
    };

    /// <summary>Who may log in, and what they do.</summary>
    public People People { get; } = new();

    public SiteParts Parts { get; }

    public LiveHub Hub { get; }

    /// <summary>What is scraped.</summary>
    public Meter Meter { get; } = new("site under test");

    public PastByHand Past { get; } = new();

    /// <summary>What the server said in the log.</summary>
    public Ear Heard { get; } = new();

    public IPEndPoint Address { get; private set; } = new(IPAddress.None, 0);

    public HttpClient Client { get; private set; } = new();

    public IReadOnlyList<LiveChannel> Channels { get; }

    /// <summary>How often someone looked at the readings.</summary>
    public int Looks { get; private set; }

    /// <summary>What a look fails with, as with a store at fault.</summary>
    public Exception? StatusFault { get; set; }

    /// <inheritdoc cref="StatusFault"/>
    public Exception? ReadingsFault { get; set; }

    /// <param name="said">The same in words.</param>
    public void Say(string status, string said = "{}")
    {
        lock (_gate)
            (_status, _said) = (status, said);
    }

    public void Measure(int channel, LiveReading reading)
    {
        lock (_gate)
            _newest[channel] = reading;
    }

    public ReadOnlyMemory<byte> Json()
    {
        if (StatusFault is { } fault)
            throw fault;
        lock (_gate)
            return Encoding.UTF8.GetBytes(_status);
    }

    public ReadOnlyMemory<byte> Said()
    {
        lock (_gate)
            return Encoding.UTF8.GetBytes(_said);
    }

    public void Newest(Span<LiveReading> newest)
    {
        lock (_gate)
        {
            Looks++;
            if (ReadingsFault is { } fault)
                throw fault;
            _newest.CopyTo(newest);
        }
    }

    /// <summary>Somebody more who watches, of an address and a session of its own.</summary>
    public Viewer? Watch() => Hub.Join(new Looker(new object(), new IPAddress(Interlocked.Increment(ref _watched)), () => true));

    /// <summary>Every route, as <c>METHOD PATTERN</c>, with its endpoint.</summary>
    public IReadOnlyList<(string Route, RouteEndpoint Endpoint)> MappedRoutes()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore();
        using var visitors = new Visitors(Parts.Access, TimeProvider.System);
        using var application = builder.Build();
        var logins = new LoginEndpoints(Parts.Access, visitors, new AccessGate(Parts.Access, visitors.Sessions), People, TimeProvider.System, NullLogger.Instance);
        Site.Serving.Routes.Map(application, Parts, _settings.Tap, logins, new LogDesk(TimeProvider.System), TimeProvider.System);
        return [.. from endpoint in ((IEndpointRouteBuilder)application).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                   from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
                   select ($"{method} {endpoint.RoutePattern.RawText}", endpoint)];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync(CancellationToken.None);
        _server.Dispose();
        People.Dispose();
        Meter.Dispose();
    }
}
