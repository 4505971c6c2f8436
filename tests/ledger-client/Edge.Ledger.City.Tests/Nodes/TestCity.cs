using Edge.Ledger.City.Blocks;
using Edge.Ledger.City.Witnessing;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Testing;
using Microsoft.Extensions.Logging;

namespace Edge.Ledger.City.Tests.Nodes;

/// <summary>Four departments and a city log in this process, over a real broker, in a hurry.</summary>
public sealed class TestCity : IAsyncDisposable
{
    private static readonly BackOff Quick = new() { First = TimeSpan.FromMilliseconds(20), Longest = TimeSpan.FromMilliseconds(200) };
    private static readonly SubmissionOptions Hurry = new() { AnswerTimeout = TimeSpan.FromMilliseconds(600), BackOff = Quick };

    private readonly TemporaryDirectory _folder = new();
    private readonly IMqttConnector _connector = MqttStack.CreateConnector(TimeProvider.System);
    private readonly RunningNode?[] _departments = new RunningNode?[4];
    private readonly List<RunningNode> _gateways = [];
    private RunningNode? _log;

    private TestCity(MosquittoBroker broker) => Broker = broker;

    public MosquittoBroker Broker { get; }

    public CityKeys Keys { get; } = new("gw-1", "gw-2");

    public LoggedLines Lines { get; } = new();

    public MqttVersion Version { get; init; }

    private MqttEndpoint Endpoint => new() { Host = Broker.Host, Port = Broker.Port, Version = Version };

    public static async Task<TestCity> StartAsync(MqttVersion version = MqttVersion.Newest)
    {
        var city = new TestCity(await MosquittoBroker.StartAsync()) { Version = version };
        for (var i = 0; i < 4; i++) await city.StartDepartmentAsync(i);
        await city.StartLogAsync();
        return city;
    }

    public Task<IMqttLink> ConnectAsync() => _connector.ConnectAsync(Endpoint with { IncomingCapacity = 10_000 }, default);

    public string StateFile(int department) => _folder.File($"department-{department}");

    public async Task StartDepartmentAsync(int index)
    {
        var state = new SqliteWitnessState(StateFile(index));
        var witness = new Witness(Keys.Departments[index], Keys.Policy, state, TimeProvider.System);
        var node = new DepartmentNode(witness, _connector, Endpoint, Quick, TimeProvider.System, Lines.CreateLogger<DepartmentNode>());
        _departments[index] = new RunningNode(node.RunAsync, state);
        await Eventually.True(() => node.Session.State.IsConnected);
    }

    public async Task StopDepartmentAsync(int index) => await _departments[index]!.DisposeAsync();

    public async Task StartLogAsync()
    {
        var log = CityLog.Open(_folder.File("log"), Keys.City, TimeProvider.System);
        var options = new CityLogOptions { BlockInterval = TimeSpan.FromMilliseconds(50), Submission = Hurry, Reconnect = Quick };
        var node = new CityLogNode(log, LogOrigin.Parse(CityKeys.Domain), Keys.Policy, options, _connector, Endpoint, TimeProvider.System, Lines.CreateLogger<CityLogNode>());
        _log = new RunningNode(node.RunAsync, log);
        await Eventually.True(() => node.Session.State.IsConnected);
    }

    public async Task StopLogAsync() => await _log!.DisposeAsync();

    public AnchoringClient StartGateway(string id, IAnchorLog log)
    {
        var options = new AnchoringOptions { Origin = CityKeys.Origin(id), MinInterval = TimeSpan.FromMilliseconds(20), Submission = Hurry, Reconnect = Quick };
        var client = new AnchoringClient(options, Keys.Policy, log, _connector, Endpoint, TimeProvider.System, Lines.CreateLogger<AnchoringClient>());
        _gateways.Add(new RunningNode(client.RunAsync));
        return client;
    }

    public async Task StopGatewaysAsync()
    {
        foreach (var gateway in _gateways) await gateway.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopGatewaysAsync();
        if (_log is not null) await _log.DisposeAsync();
        foreach (var department in _departments)
        {
            if (department is not null) await department.DisposeAsync();
        }
        await Broker.DisposeAsync();
        _folder.Dispose();
    }
}
