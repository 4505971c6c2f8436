using System.Text;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Commands;

/// <summary>A city as its operators run it: one process per node, keys and policy in files.</summary>
public sealed class CityProcesses : IAsyncDisposable
{
    private static readonly string[] Names = ["water", "energy", "environment", "justice"];

    private readonly TemporaryDirectory _folder = new();
    private readonly List<ChildProcess> _started = [];

    private CityProcesses(MosquittoBroker broker) => Broker = broker;

    public MosquittoBroker Broker { get; }

    public TrustPolicy Policy { get; private set; } = null!;

    public NoteSigner Gateway { get; private set; } = null!;

    public MqttEndpoint Endpoint => new() { Host = Broker.Host, Port = Broker.Port };

    public string File(string name) => _folder.File(name);

    public static async Task<CityProcesses> StartAsync()
    {
        var city = new CityProcesses(await MosquittoBroker.StartAsync());
        var policy = new StringBuilder();
        policy.AppendLine(await city.KeygenAsync("city", "log", CityKeys.Domain));
        policy.AppendLine(await city.KeygenAsync("gateway", "log", $"{CityKeys.Domain}/gw-1"));
        foreach (var name in Names) policy.AppendLine(await city.KeygenAsync(name, "witness", name));
        policy.AppendLine($"group city 3 {string.Join(' ', Names)}").AppendLine("quorum city");
        await System.IO.File.WriteAllTextAsync(city.File("policy.txt"), policy.ToString());
        city.Policy = TrustPolicy.Parse(Encoding.UTF8.GetBytes(policy.ToString()));
        city.Gateway = Ledger.City.Keys.KeyFile.Read(city.File("gateway.key"), Ledger.City.Keys.KeyUse.Log);
        return city;
    }

    public Task<ChildProcess> StartDepartmentAsync(string name) => StartAsync($"ready department {name}", ["department", "--name", name, .. Common(name)]);

    public Task<ChildProcess> StartLogAsync() => StartAsync($"ready log {CityKeys.Domain}", ["log", "--block-interval", "100ms", .. Common("city")]);

    /// <summary>The line for the policy.</summary>
    public async Task<string> KeygenAsync(string file, string type, string name)
    {
        await using var keygen = ChildProcess.Start(Programs.City, ["keygen", "--name", name, "--type", type, "--out", File($"{file}.key")]);
        var key = await keygen.WaitForLine("+");
        Assert.Equal(0, await keygen.WaitForExit());
        return key;
    }

    public string[] Common(string node) =>
        ["--key", File($"{node}.key"), "--policy", File("policy.txt"), "--state", File($"{node}.state"), "--broker", $"{Broker.Host}:{Broker.Port}"];

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started) await process.DisposeAsync();
        Gateway.Dispose();
        await Broker.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<ChildProcess> StartAsync(string ready, string[] arguments)
    {
        var process = ChildProcess.Start(Programs.City, arguments);
        _started.Add(process);
        await process.WaitForLine(ready);
        return process;
    }
}
