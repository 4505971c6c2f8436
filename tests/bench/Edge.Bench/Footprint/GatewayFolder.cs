using Edge.Processes;
using System.Globalization;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Bench.Footprint;

/// <summary>The files a gateway needs to run: configuration, key, policy.</summary>
internal sealed class GatewayFolder(string folder)
{
    private const string Origin = "city.example/bench-gw";

    public string Socket => In("sim.sock");

    public string Site => In("site.yaml");

    public string Sensors => In("sensors.yaml");

    public string Configuration => In("gateway.yaml");

    public string Store => In("edge-log");

    /// <summary>What the simulator is to serve.</summary>
    public void WriteSite()
    {
        using var resource = typeof(GatewayFolder).Assembly.GetManifestResourceStream("Site.yaml")!;
        using var file = File.Create(Site);
        resource.CopyTo(file);
    }

    /// <summary>The gateway's own files, once the simulator has written its sensors.</summary>
    public void WriteGateway()
    {
        using var gateway = Key(Origin, KeyType.Ed25519, 1);
        using var city = Key("city.example", KeyType.Ed25519, 2);
        using var water = Key("water.city.example", KeyType.Ed25519Cosignature, 3);
        File.WriteAllText(In("gateway.key"), gateway.ExportSecret() + "\n");
        File.SetUnixFileMode(In("gateway.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(In("policy.txt"), $"log {city.Verifier}\nlog {gateway.Verifier}\nwitness water {water.Verifier}\nquorum water\n");
        File.WriteAllText(Configuration, string.Create(CultureInfo.InvariantCulture, $$"""
            version: 1
            origin: {{Origin}}
            who: benchmark
            identity: { key: gateway.key }
            policy: policy.txt
            broker: { host: 127.0.0.1, port: {{FreePort.Next()}} }   # nobody listens there
            clock: { source: host }

            """) + File.ReadAllText(Sensors));
    }

    /// <summary>Removes the log and the mark that it was signed, so that the next gateway starts a new one.</summary>
    public void Empty()
    {
        if (Directory.Exists(Store))
            Directory.Delete(Store, recursive: true);
        File.Delete(In("gateway.key.log"));
    }

    private static NoteSigner Key(string name, KeyType type, byte seed) => new(name, type, [.. Enumerable.Repeat(seed, 32)]);

    private string In(string name) => Path.Combine(folder, name);
}
