using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Site;
using Edge.Gateway.Tests.Evidence;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Policies;
using Edge.Site;
using Edge.Site.Access;
using Edge.Site.Live;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Edge.Store.Log;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Site;

/// <summary>A gateway's log with its city, and the site page over real sockets in front of it, through a reader of its own.</summary>
internal sealed class PastSite : IAsyncDisposable, ISiteStatus
{
    private readonly SiteServer _server;
    private readonly SiteLog _log;
    private readonly Meter _meter = new("site of the past");

    private PastSite(WriterRig rig, TimeProvider time)
    {
        Rig = rig;
        _log = new SiteLog(() => LogFolder.OpenReader(rig.Configuration.Store.Folder));
        Policy = City.PolicyFor(rig.Signer);
        var readings = new GatewayLiveReadings(rig.Configuration, rig.Status);
        History = new GatewayHistory(_log, rig.Configuration, time);
        var parts = new SiteParts(rig.Signer.Name, this, readings, new LiveHub(readings, this, time, NullLogger<LiveHub>.Instance))
        {
            Access = new SiteAccess(new Accounts(Path.Combine(rig.Configuration.Store.Folder, "nobody.accounts")), new GatewayCommissioning(() => LogFolder.OpenReader(rig.Configuration.Store.Folder), time)),
            Actions = new GatewaySiteActions(rig.Configuration, rig.Status, new WriterRequests(rig.Log), time),
            Metrics = _meter,
            History = History,
            Evidence = new GatewayEvidence(_log, History, rig.Configuration, Policy, Anchored),
        };
        _server = new SiteServer(new SiteSettings { Listen = new IPEndPoint(IPAddress.Loopback, 0) }, parts, time, NullLogger<SiteServer>.Instance);
    }

    public static async Task<PastSite> StartAsync(WriterRig? rig = null)
    {
        var site = new PastSite(rig ?? new WriterRig(new SealSettings { Entries = 5 }), TimeProvider.System);
        await site._server.StartAsync(CancellationToken.None);
        site.Client = new HttpClient { BaseAddress = new Uri($"http://{await site._server.Bound.WaitAsync(TimeSpan.FromSeconds(30))}/api/v1/"), Timeout = TimeSpan.FromSeconds(30) };
        return site;
    }

    public WriterRig Rig { get; }

    private ulong Anchored()
    {
        using var reader = LogFolder.OpenReader(Rig.Configuration.Store.Folder);
        return reader.NewestReceipt()?.Size ?? 0;
    }

    public ModelCity City { get; } = new();

    public TrustPolicy Policy { get; }

    public GatewayHistory History { get; }

    public HttpClient Client { get; private set; } = new();

    /// <summary>What the log's clock says.</summary>
    public double Now => Rig.Clock.Wall()!.Value.Seconds;

    /// <summary>Six readings of both channels, a second apart; then they are sealed, and anchored if wished.</summary>
    public void Measure(bool anchor = true)
    {
        for (var i = 0; i < 6; i++)
        {
            Rig.Put(WriterRig.Ph, 7 + (i / 10.0));
            Rig.Put(WriterRig.Flow, i);
            Rig.Pass(TimeSpan.FromSeconds(1));
        }

        Rig.Pass(TimeSpan.FromSeconds(10));
        if (anchor)
            City.Anchor(Rig);
    }

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>Status and type of a refusal.</summary>
    public async Task<(HttpStatusCode Status, string Type, string Detail)> ProblemAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, json.RootElement.GetProperty("type").GetString()!, json.RootElement.GetProperty("detail").GetString()!);
    }

    public ReadOnlyMemory<byte> Json() => """{"version":1}"""u8.ToArray();

    public ReadOnlyMemory<byte> Said() => "{}"u8.ToArray();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync(CancellationToken.None);
        _server.Dispose();
        _log.Dispose();
        City.Dispose();
        _meter.Dispose();
        Rig.Dispose();
    }
}
