using System.Net;
using System.Text;
using Edge.Site.Live;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Site.Tests.Serving;

/// <summary>The site page over real sockets on a free port of this machine, in front of values that a test sets.</summary>
internal sealed class RunningSite : IAsyncDisposable, ISiteStatus, ILiveReadings
{
    private readonly Lock _gate = new();
    private readonly LiveReading[] _newest;
    private readonly SiteServer _server;
    private string _status = """{"version":1,"running":true}""";

    private RunningSite(int channels)
    {
        Channels = [.. Enumerable.Range(0, channels).Select(i => new LiveChannel($"c{i}", "bar", "pipeline", TimeSpan.FromSeconds(1), 3))];
        _newest = new LiveReading[channels];
        Hub = new LiveHub(this, this, TimeProvider.System);
        Parts = new SiteParts("city.example/gw-1", this, this, Hub) { History = Past, Evidence = Past };
        _server = new SiteServer(new SiteSettings { Listen = new IPEndPoint(IPAddress.Loopback, 0) }, Parts, TimeProvider.System, NullLogger<SiteServer>.Instance);
    }

    public static async Task<RunningSite> StartAsync(int channels = 2)
    {
        var site = new RunningSite(channels);
        await site._server.StartAsync(CancellationToken.None);
        var address = await site._server.Bound.WaitAsync(TimeSpan.FromSeconds(30));
        site.Client = new HttpClient { BaseAddress = new Uri($"http://{address}/"), Timeout = TimeSpan.FromSeconds(30) };
        return site;
    }

    public LiveHub Hub { get; }

    public SiteParts Parts { get; }

    public PastByHand Past { get; } = new();

    public HttpClient Client { get; private set; } = new();

    public IReadOnlyList<LiveChannel> Channels { get; }

    /// <summary>How often someone looked at the readings.</summary>
    public int Looks { get; private set; }

    public void Say(string status)
    {
        lock (_gate)
            _status = status;
    }

    public void Measure(int channel, LiveReading reading)
    {
        lock (_gate)
            _newest[channel] = reading;
    }

    public ReadOnlyMemory<byte> Json()
    {
        lock (_gate)
            return Encoding.UTF8.GetBytes(_status);
    }

    public void Newest(Span<LiveReading> newest)
    {
        lock (_gate)
        {
            Looks++;
            _newest.CopyTo(newest);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync(CancellationToken.None);
        _server.Dispose();
    }
}
