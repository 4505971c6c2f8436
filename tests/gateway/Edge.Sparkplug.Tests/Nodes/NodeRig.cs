using System.Collections.Concurrent;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Testing;
using Microsoft.Extensions.Logging;

namespace Edge.Sparkplug.Tests.Nodes;

/// <summary>A node, its log and a real broker. The node can be ended and begun again as a gateway is.</summary>
internal sealed class NodeRig(SparkplugOptions? options = null) : ILogger<SparkplugClient>, INodeClock, IAsyncLifetime
{
    /// <summary>Of the year 2025, POSIX seconds.</summary>
    public const double Beginning = 1_735_689_600;

    private readonly TemporaryDirectory _folder = new();
    private CancellationTokenSource? _end;
    private Task _running = Task.CompletedTask;

    public static SparkplugOptions Options { get; } = new()
    {
        Group = "water",
        Node = "gw-1",
        About = [("Node Info/Log", "city.example/gw-1")],
        Devices =
        [
            new SparkplugDevice("i2c-1.0x63", [new("water.tap.ph", "pH"), new("water.tap.temperature", "°C")]),
            new SparkplugDevice("derived", [new("water.total", "m³")], CanBeLost: false),
        ],
        Rate = 10_000_000,
        Burst = 10_000_000,
        Reconnect = new BackOff { First = TimeSpan.FromMilliseconds(50), Longest = TimeSpan.FromMilliseconds(200) },
    };

    public ReadingLog Log { get; } = new();

    public ConcurrentQueue<string> Lines { get; } = [];

    public MosquittoBroker Broker { get; private set; } = null!;

    public Listener Host { get; private set; } = null!;

    public SparkplugClient Node { get; private set; } = null!;

    public string Note => _folder.File("sparkplug.txt");

    public async Task InitializeAsync()
    {
        Broker = await MosquittoBroker.StartAsync();
        Host = await Listener.StartAsync(Broker);
    }

    /// <summary>The gateway starts.</summary>
    public void Start(MqttEndpoint? endpoint = null)
    {
        _end = new CancellationTokenSource();
        Node = new SparkplugClient(
            options ?? Options, Log, Log.Size, this, Note, MqttStack.CreateConnector(TimeProvider.System),
            endpoint ?? new MqttEndpoint { Host = Broker.Host, Port = Broker.Port, ClientId = "gw-1.sparkplug" }, TimeProvider.System, this);
        _running = Node.RunAsync(_end.Token);
    }

    public async Task StartBornAsync()
    {
        var births = Host.Of("NBIRTH").Count();
        Start();
        await Host.UntilAsync(h => h.Of("NBIRTH").Count() > births && Node.Status.IsBorn);
    }

    /// <summary>The gateway is stopped.</summary>
    public async Task StopAsync()
    {
        if (_end is not { } end)
            return;
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running.WaitAsync(Eventually.DefaultLimit));
        end.Dispose();
        _end = null;
    }

    /// <summary>The broker is gone and comes again; its log of before was forgotten by it, and the host's link too.</summary>
    public async Task CutAsync()
    {
        await Broker.KillAsync();
        await Eventually.True(() => !Node.Status.IsConnected);
    }

    public async Task MendAsync()
    {
        await Broker.StartAgainAsync();
        await Host.DisposeAsync();
        Host = await Listener.StartAsync(Broker);
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        await Host.DisposeAsync();
        await Broker.DisposeAsync();
        _folder.Dispose();
    }

    DateTimeOffset INodeClock.At(ulong monotonic) => throw new NotSupportedException("Every reading here has its time.");

    DateTimeOffset? INodeClock.Vouched => TimeProvider.System.GetUtcNow();

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{eventId.Id} {formatter(state, exception)}");
}
