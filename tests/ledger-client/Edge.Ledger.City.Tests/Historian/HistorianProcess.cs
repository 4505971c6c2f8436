using Edge.Ledger.City.Historian;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Ledger.Mqtt.Tests.Draining;
using Edge.Testing;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City.Tests.Historian;

/// <summary>A real broker and <c>edge-city historian</c> as a process; the gateways are drains in here.</summary>
public sealed class HistorianProcess : IAsyncDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly List<Nodes.RunningNode> _gateways = [];
    private ChildProcess? _process;

    private HistorianProcess(MosquittoBroker broker) => Broker = broker;

    public MosquittoBroker Broker { get; }

    public Nodes.LoggedLines Lines { get; } = new();

    public ChildProcess Process => _process!;

    public string Folder => _folder.File("historian");

    public MqttEndpoint Endpoint => new() { Host = Broker.Host, Port = Broker.Port };

    /// <param name="access">The broker's access rules; null: everybody may do everything.</param>
    public static async Task<HistorianProcess> StartAsync(string? access = null)
    {
        var historian = new HistorianProcess(await MosquittoBroker.StartAsync(folder =>
        {
            if (access is null)
                return [];
            var file = Path.Combine(folder, "access");
            File.WriteAllText(file, access);
            return ["allow_anonymous true", $"acl_file {file}"];
        }));
        await historian.StartAgainAsync();
        return historian;
    }

    public async Task StartAgainAsync()
    {
        _process = ChildProcess.Start(Programs.City, ["historian", "--state", Folder, "--broker", $"{Broker.Host}:{Broker.Port}", "--user", "historian"]);
        await _process.WaitForLine("ready historian");
    }

    public async Task KillAsync()
    {
        Process.Kill();
        await Process.WaitForExit();
        await Process.DisposeAsync();
    }

    public DrainClient StartGateway(string id, IEntryLog log, long rate, long burst = 1_000, MqttVersion version = MqttVersion.Newest)
    {
        var options = new DrainOptions
        {
            Origin = LogOrigin.Parse($"city.example/{id}"), Rate = rate, Burst = burst, AskEvery = TimeSpan.FromSeconds(1), AnswerTimeout = TimeSpan.FromSeconds(3),
            Reconnect = new BackOff { First = TimeSpan.FromMilliseconds(20), Longest = TimeSpan.FromMilliseconds(200) },
        };
        var drain = new DrainClient(options, log, MqttStack.CreateConnector(TimeProvider.System), Endpoint with { Version = version, UserName = id, ClientId = $"{id}.entries" }, TimeProvider.System, Lines.CreateLogger<DrainClient>());
        _gateways.Add(new Nodes.RunningNode(drain.RunAsync));
        return drain;
    }

    public async Task StopGatewaysAsync()
    {
        foreach (var gateway in _gateways)
            await gateway.DisposeAsync();
    }

    /// <summary>The archive holds every entry of a log, each once, with the log's bytes.</summary>
    public void HoldsAll(string id, MemoryEntryLog log)
    {
        using var archive = new ArchiveReader(Path.Combine(Folder, "historian.archive"));
        var next = 0UL;
        foreach (var (index, entry) in archive.Entries(id))
        {
            Assert.Equal(next++, index);
            Assert.Equal(log.Entry(index), entry);
        }

        Assert.Equal(log.Size, next);
    }

    public async ValueTask DisposeAsync()
    {
        await StopGatewaysAsync();
        await Process.DisposeAsync();
        await Broker.DisposeAsync();
        _folder.Dispose();
    }
}
