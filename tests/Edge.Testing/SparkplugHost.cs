using System.Text.Json;
using Edge.Processes;

namespace Edge.Testing;

/// <summary>
/// A host application of Sparkplug B that has nothing of Edge in it: tests/interop/node/sparkplug-host.js, which decodes with sparkplug-payload and says what breaks a
/// rule of the specification.
/// </summary>
public sealed class SparkplugHost : IAsyncDisposable
{
    private static readonly string Packages = Path.Combine(Programs.RepositoryRoot, "artifacts", "interop", "node");

    private readonly ChildProcess _process;
    private readonly List<JsonElement> _told = [];
    private int _read;

    private SparkplugHost(ChildProcess process) => _process = process;

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? Missing { get; } =
        !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "node"))) ? "Node.js is not installed: apt-get install nodejs npm, then ./edge test --suite Interop"
        : !File.Exists(Path.Combine(Packages, "node_modules", "sparkplug-payload", "package.json")) ? "the npm packages are not installed: ./edge test --suite Interop installs them"
        : null;

    /// <summary>Messages so far, as the script says them: kind, node, device, seq, session, metrics, and wrong where a rule is broken.</summary>
    public IReadOnlyList<JsonElement> Told
    {
        get
        {
            var lines = _process.Output.All;
            for (; _read < lines.Count; _read++)
            {
                var line = JsonDocument.Parse(lines[_read]).RootElement;
                if (!line.TryGetProperty("ready", out _))
                    _told.Add(line);
            }

            return _told;
        }
    }

    /// <summary>What breaks a rule.</summary>
    public IEnumerable<string> Wrong => Told.Where(m => m.TryGetProperty("wrong", out _)).Select(m => m.GetRawText());

    /// <summary>Starts one that listens.</summary>
    /// <param name="primary">Its id, if it is a primary host that says whether it is online.</param>
    public static async Task<SparkplugHost> StartAsync(MosquittoBroker broker, string? primary = null)
    {
        var process = Script(broker, primary is null ? ["watch"] : ["primary"], primary is null ? [] : [primary]);
        await process.WaitForLine("ready");
        return new SparkplugHost(process);
    }

    /// <summary>Asks a node for its births.</summary>
    public static async Task AskForBirthAsync(MosquittoBroker broker, string group, string node)
    {
        await using var process = Script(broker, ["rebirth"], [group, node]);
        if (await process.WaitForExit() != 0)
            throw new InvalidOperationException(string.Join('\n', process.Error.All));
    }

    /// <summary>Messages of one kind.</summary>
    public IEnumerable<JsonElement> Of(string kind) => Told.Where(m => m.TryGetProperty("kind", out var k) && k.GetString() == kind);

    /// <summary>Waits until what was told is so.</summary>
    public Task UntilAsync(Func<SparkplugHost, bool> holds, TimeSpan? limit = null) => Eventually.True(() => holds(this), limit);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static ChildProcess Script(MosquittoBroker broker, string[] command, string[] more) => ChildProcess.Start(
        "node", [Path.Combine(Programs.RepositoryRoot, "tests", "interop", "node", "sparkplug-host.js"), .. command, $"mqtt://{broker.Host}:{broker.Port}", .. more],
        environment: new Dictionary<string, string?> { ["NODE_PATH"] = Path.Combine(Packages, "node_modules"), ["NODE_OPTIONS"] = null });
}
