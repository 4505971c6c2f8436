using System.Globalization;
using System.Text;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Notes;
using Edge.Processes;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Integration.Tests.Site;

/// <summary>A real gateway of ten channels, or of as many as are asked for, at ten readings a second each, on simulated buses, that serves its site page on a free port of this machine.</summary>
internal sealed class ServedGateway : IAsyncDisposable
{
    public const string Password = "correct horse 4711";

    /// <summary>For a program to end, on a machine that builds and tests other things as well.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string Origin = "city.example/water-gw-0001";

    private const string Simulated = """
        name: attacked
        sensors:
          - domain: pipeline
            driver: ads1115
            bus: i2c-1
            address: 0x48
            period: 100ms
            options: { data_rate: 860, gain: 4.096 }
            channels:
              - { name: inlet.pressure, input: ain0, scale: loop, unit: bar, low: 0, high: 10, shunt: 150, signal: { mean: 3.1, swing: 0.2, period: 3min, noise: 0.02 } }
              - { name: outlet.pressure, input: ain1, scale: loop, unit: bar, low: 0, high: 16, shunt: 150, signal: { mean: 6.4, swing: 0.4, period: 4min, noise: 0.02 } }
              - { name: tank.level, input: ain2, scale: loop, unit: m, low: 0, high: 5, shunt: 150, signal: { mean: 2.9, swing: 0.6, period: 20min, noise: 0.005 } }
              - { name: sump.level, input: ain3, scale: loop, unit: m, low: 0, high: 3, shunt: 150, signal: { mean: 0.8, swing: 0.3, period: 7min, noise: 0.005 } }
          - domain: water
            driver: ads1115
            bus: i2c-1
            address: 0x49
            period: 100ms
            options: { data_rate: 860, gain: 4.096 }
            channels:
              - { name: tap.chlorine, input: ain0, scale: loop, unit: mg/L, low: 0, high: 5, shunt: 150, signal: { mean: 0.45, swing: 0.1, period: 13min, noise: 0.01 } }
              - { name: tap.turbidity, input: ain1, scale: loop, unit: NTU, low: 0, high: 4, shunt: 150, signal: { mean: 0.22, swing: 0.05, period: 9min, noise: 0.01 } }
              - { name: tap.conductivity, input: ain2, scale: loop, unit: uS/cm, low: 0, high: 2000, shunt: 150, signal: { mean: 480, swing: 20, period: 11min, noise: 1 } }
          - domain: energy
            driver: ina226
            bus: i2c-1
            address: 0x40
            period: 100ms
            options: { shunt: 0.01, averaging: 4 }
            channels:
              - { name: pump.voltage, output: voltage, signal: { mean: 24.1, swing: 0.2, period: 11min, noise: 0.03 } }
              - { name: pump.current, output: current, signal: { mean: 3.4, swing: 0.6, period: 5min, noise: 0.05 } }
              - { name: pump.power, output: power }
        """;

    private readonly TemporaryDirectory _folder = new();
    private ChildProcess? _simulator;

    /// <summary>The gateway.</summary>
    public ChildProcess Process { get; private set; } = null!;

    /// <summary>Where the page is.</summary>
    public Uri Page { get; private set; } = null!;

    public string Configuration => _folder.File("gateway.yaml");

    /// <param name="listen">Where the page is.</param>
    /// <param name="more">Another line of the configuration.</param>
    /// <param name="converters">Instead of the ten channels so many converters of four, eight at most.</param>
    public static async Task<ServedGateway> StartAsync(string listen = "127.0.0.1:0", string more = "", int? converters = null)
    {
        var gateway = new ServedGateway();
        await gateway.StartSimulatorAsync(converters is { } count ? Converters(count) : Simulated);
        gateway.WriteFiles(listen, more);
        await gateway.StartGatewayAsync();
        return gateway;
    }

    /// <summary>What another command of the program says, in English, and its exit code.</summary>
    public async Task<(int Code, string Said)> AskAsync(params string[] command)
    {
        await using var asked = ChildProcess.Start(Programs.Gateway, [.. command, "--config", Configuration, "--lang", "en"]);
        var code = await asked.WaitForExit(Patience);
        return (code, string.Join('\n', asked.Output.All.Concat(asked.Error.All)));
    }

    public async Task AddAsync(string name, string role)
    {
        var (code, said) = await AskAsync("site", "account", "add", name, "--role", role, "--password-file", _folder.Write("password", Password + "\n"));
        Assert.True(code == 0, said);
    }

    /// <summary>The technician answers for what doctor finds.</summary>
    public async Task SignAsync(string name)
    {
        var (_, said) = await AskAsync("doctor", "--sign", name);
        Assert.True(said.Contains("Entered in the log as entry ", StringComparison.Ordinal), said);
    }

    /// <summary>The events in the log of a gateway that ended.</summary>
    public IReadOnlyList<EventEntry> Events()
    {
        using var log = MerkleLog.Open(LogFolder.Open(_folder.File("edge-log")));
        var entries = new List<Entry>();
        log.View.ReadEntries(0, log.Size, (_, bytes) => entries.Add(Entry.Decode(bytes)));
        return [.. entries.OfType<EventEntry>()];
    }

    /// <summary>Sum over the devices of rounds begun and rounds missed since the start, as <c>edge status</c> tells it.</summary>
    public async Task<(long Rounds, long Missed, long Readings)> RoundsAsync()
    {
        // It gives a busy gateway five seconds to answer; without an answer it tells of no device.
        JsonElement status = default, devices = default;
        await Eventually.True(async () => (status = await StatusAsync()).TryGetProperty("devices", out devices), Patience);
        var each = devices.EnumerateObject().Select(d => d.Value).ToList();
        return (each.Sum(d => d.GetProperty("rounds").GetInt64()), each.Sum(d => d.GetProperty("missed_rounds").GetInt64()), status.GetProperty("readings").GetInt64());
    }

    private async Task<JsonElement> StatusAsync()
    {
        await using var asked = ChildProcess.Start(Programs.Gateway, ["status", "--json", "--config", Configuration]);
        await asked.WaitForExit(Patience);
        return JsonSerializer.Deserialize<JsonElement>(string.Join('\n', asked.Output.All));
    }

    /// <summary>Tells the simulator what to do.</summary>
    public async Task TellAsync(params string[] command)
    {
        await using var tell = ChildProcess.Start(Programs.Simulator, ["tell", "--socket", _folder.File("sim.sock"), .. command]);
        Assert.Equal(0, await tell.WaitForExit());
    }

    /// <summary>Ends the gateway as systemd does.</summary>
    public async Task StopAsync()
    {
        Process.Terminate();
        Assert.Equal(0, await Process.WaitForExit());
        await Process.DisposeAsync();
    }

    /// <summary>Starts one that was stopped, to be found where the former was.</summary>
    public async Task StartAgainAsync(string listen)
    {
        await File.WriteAllTextAsync(Configuration, (await File.ReadAllTextAsync(Configuration)).Replace("listen: \"127.0.0.1:0\"", $"listen: \"{listen}\"", StringComparison.Ordinal));
        await StartGatewayAsync();
    }

    /// <summary>Changes a byte in the middle of the log of a gateway that was stopped.</summary>
    public void DamageTheLog()
    {
        var segment = Directory.GetFiles(_folder.File("edge-log"), "*.seg").Order(StringComparer.Ordinal).First();
        var bytes = File.ReadAllBytes(segment);
        var frames = Enumerable.Range(0, bytes.Length / 8).Select(i => i * 8).Where(at => bytes.AsSpan(at).StartsWith("EdgeFrm1"u8) && bytes[at + 12] > 0).ToList();
        bytes[frames[frames.Count / 2] + 60] ^= 1;
        File.WriteAllBytes(segment, bytes);
    }

    /// <summary>Waits until it has said something to the operator.</summary>
    public Task LogAsync(string words) => Eventually.True(() => Process.Error.All.Any(l => l.Contains(words, StringComparison.Ordinal)), TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
            await Process.DisposeAsync();
        if (_simulator is not null)
            await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    private static string Converters(int count) => "name: attacked\nsensors:\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
        $$"""
          - { domain: pipeline, driver: ads1115, bus: i2c-{{1 + (i / 4)}}, address: 0x{{0x48 + (i % 4):x2}}, period: 100ms, options: { data_rate: 860, gain: 4.096 }, channels: [ {{string.Join(", ", Enumerable.Range(0, 4).Select(input =>
              $"{{ name: c{i}.{input}, input: ain{input}, scale: loop, unit: bar, low: 0, high: 10, shunt: 150, signal: {{ mean: 3.1, swing: 0.2, period: 3min, noise: 0.02 }} }}"))}} ] }

        """));

    private async Task StartSimulatorAsync(string site)
    {
        _simulator = ChildProcess.Start(Programs.Simulator, ["serve", "--mapping", _folder.Write("site.yaml", site), "--socket", _folder.File("sim.sock"), "--site-out", _folder.File("sensors.yaml")]);
        await _simulator.WaitForLine(l => l.StartsWith("ready", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
    }

    private void WriteFiles(string listen, string more)
    {
        using var key = new NoteSigner(Origin, KeyType.Ed25519, new byte[32]);
        using var city = new NoteSigner("city.example", KeyType.Ed25519, [.. Enumerable.Repeat((byte)1, 32)]);
        _folder.Write("gateway.key", key.ExportSecret() + "\n");
        File.SetUnixFileMode(_folder.File("gateway.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _folder.Write("policy.txt", $"log {city.Verifier}\nlog {key.Verifier}\nquorum none\n");
        File.WriteAllText(Configuration, string.Create(CultureInfo.InvariantCulture, $$"""
            version: 1
            origin: {{Origin}}
            who: a test
            identity: { key: gateway.key }
            policy: policy.txt
            store: { folder: edge-log, commit_age: 200ms }
            broker: { host: 127.0.0.1, port: 9 }
            clock: { source: host }
            site: { listen: "{{listen}}" }
            {{more}}

            """) + File.ReadAllText(_folder.File("sensors.yaml")), Encoding.UTF8);
    }

    private async Task StartGatewayAsync()
    {
        Process = ChildProcess.Start(Programs.Gateway, ["run", "--config", Configuration], environment: new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8" });
        const string said = "the site page is at ";
        await LogAsync(said);
        var line = Process.Error.All.First(l => l.Contains(said, StringComparison.Ordinal));
        Page = new Uri(line[(line.IndexOf(said, StringComparison.Ordinal) + said.Length)..].Trim());
    }
}
