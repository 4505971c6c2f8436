using System.Security.Cryptography;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Interop.Tests.Sparkplug;

/// <summary>A real gateway with simulated devices that tells a real broker, and no city at all.</summary>
internal sealed class SparkplugGateway : IAsyncDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly ChildProcess _simulator;
    private ChildProcess? _gateway;

    private SparkplugGateway(ChildProcess simulator) => _simulator = simulator;

    public static async Task<SparkplugGateway> MakeAsync(MosquittoBroker broker, string sparkplug)
    {
        var folder = Directory.CreateTempSubdirectory("edge-sim-").FullName;
        var simulator = ChildProcess.Start(Programs.Simulator, ["serve", "--socket", Path.Combine(folder, "sim.sock"), "--site-out", Path.Combine(folder, "sensors.yaml"), "--lang", "en"]);
        await simulator.WaitForLine("ready");
        var gateway = new SparkplugGateway(simulator);
        gateway.Write(broker, sparkplug, await File.ReadAllTextAsync(Path.Combine(folder, "sensors.yaml")));
        gateway.Socket = Path.Combine(folder, "sim.sock");
        return gateway;
    }

    /// <summary>Of the simulator.</summary>
    public string Socket { get; private set; } = "";

    public void Start() => _gateway = ChildProcess.Start(Programs.Gateway, ["run", "--config", _folder.File("gateway.yaml")]);

    /// <summary>What it logged in its present life under a number.</summary>
    public IEnumerable<string> Said(string id) => _gateway!.Error.All.Where(line => line.Contains($"[{id}]", StringComparison.Ordinal));

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _gateway!.Kill();
        await _gateway.WaitForExit();
        await _gateway.DisposeAsync();
        _gateway = null;
    }

    /// <summary>SIGTERM.</summary>
    public async Task StopAsync()
    {
        _gateway!.Terminate();
        Assert.Equal(0, await _gateway.WaitForExit());
        await _gateway.DisposeAsync();
        _gateway = null;
    }

    /// <summary>Something befalls the device of a channel.</summary>
    public async Task TellAsync(params string[] what)
    {
        await using var tell = ChildProcess.Start(Programs.Simulator, ["tell", "--socket", Socket, "--lang", "en", .. what]);
        Assert.True(await tell.WaitForExit() == 0, $"{tell.Output}\n{tell.Error}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_gateway is { } gateway)
            await gateway.DisposeAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(Socket)!, recursive: true);
        _folder.Dispose();
    }

    private void Write(MosquittoBroker broker, string sparkplug, string sensors)
    {
        using var gateway = new NoteSigner("city.example/gw-1", KeyType.Ed25519, RandomNumberGenerator.GetBytes(32));
        using var city = new NoteSigner("city.example", KeyType.Ed25519, RandomNumberGenerator.GetBytes(32));
        using var witness = new NoteSigner("water.city.example", KeyType.Ed25519Cosignature, RandomNumberGenerator.GetBytes(32));
        _folder.Write("gateway.key", gateway.ExportSecret() + "\n");
        File.SetUnixFileMode(_folder.File("gateway.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _folder.Write("policy.txt", $"log {city.Verifier}\nlog {gateway.Verifier}\nwitness water {witness.Verifier}\ngroup departments 1 water\nquorum departments\n");
        _folder.Write("gateway.yaml", $$"""
            version: 1
            origin: city.example/gw-1
            identity: { key: gateway.key }
            policy: policy.txt
            store: { folder: edge-log, commit_age: 200ms }
            broker: { host: 127.0.0.1, port: 1 }
            sparkplug: { {{sparkplug}}, broker: { host: {{broker.Host}}, port: {{broker.Port}} } }
            clock: { source: host }

            """ + sensors);
    }
}
