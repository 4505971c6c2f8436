using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Configuration;

/// <summary>A gateway's folder as a technician has it, right in everything; each test breaks one thing.</summary>
internal sealed class GatewayFolder : IDisposable
{
    public const string Yaml = """
        version: 1
        origin: city.example/gw-1
        identity: { key: gateway.key }
        policy: policy.txt
        store: { folder: edge-log }
        seal: { entries: 100, age: 1s }
        broker:
          host: 127.0.0.1
          port: 1883
        buses:
          i2c-1: { kind: remote, socket: sim.sock }
        sensors:
          - driver: ezo-ph
            bus: i2c-1
            address: 0x63
            period: 2s
            channels:
              - { name: water.tap.ph }
        channels:
          water.tap.ph: { domain: water, alarm_high: 9 }
        """;

    private readonly TemporaryDirectory _folder = new();

    public string Configuration => _folder.File("gateway.yaml");

    public string Store => _folder.File("edge-log");

    public static async Task<GatewayFolder> MakeAsync(string yaml = Yaml)
    {
        var folder = new GatewayFolder();
        var gateway = await ProgramRun.Of(Programs.Gateway, "keygen", "--origin", "city.example/gw-1", "--out", folder.File("gateway.key"));
        Assert.True(gateway.Code == 0, gateway.Said());
        var city = await LineAsync("log", "city.example");
        var witness = await LineAsync("witness", "water");
        folder.Write("policy.txt", $"{city}\n{gateway.Output.Trim()}\n{witness}\ngroup departments 1 water\nquorum departments\n");
        folder.Write("gateway.yaml", yaml);
        return folder;

        async Task<string> LineAsync(string type, string name)
        {
            var run = await ProgramRun.Of(Programs.City, "keygen", "--name", name, "--type", type, "--out", folder.File($"{name}.key"));
            Assert.True(run.Code == 0, run.Said());
            return run.Output.Split('\n').Single(l => l.Contains('+', StringComparison.Ordinal)).Trim();
        }
    }

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => _folder.Write(name, text);

    public void Dispose() => _folder.Dispose();
}
