using System.Text;
using Edge.Gateway.Budget;
using Edge.Gateway.Health;
using Edge.Ledger.Entries;
using Edge.Ledger.Notes;
using Edge.Processes;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Gateway.Tests.Faults;

/// <summary>The real program, without a city; its sensor does not answer, so that it takes a reading without a value each second. It commits each 100 ms and seals each 500 ms.</summary>
internal sealed class LoneGateway : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory _folder = new();
    private readonly string _store;
    private ulong _acknowledged;
    private long _taken;

    /// <param name="store">The log's folder.</param>
    /// <param name="room">Its settings of the room it may have.</param>
    /// <param name="clock">Its section of the configuration.</param>
    public LoneGateway(string? store = null, string room = "free_space_floor: 0MB", string clock = "{ source: host, uncertainty: 1s }")
    {
        _store = store ?? _folder.File("log");
        using var key = new NoteSigner("city.example/water-gw-0001", KeyType.Ed25519, new byte[32]);
        using var city = new NoteSigner("city.example", KeyType.Ed25519, [.. Enumerable.Repeat((byte)1, 32)]);
        File.WriteAllText(KeyPath, key.ExportSecret() + "\n");
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(_folder.File("policy.txt"), $"log {city.Verifier}\nlog {key.Verifier}\nquorum none\n");
        File.WriteAllText(Configuration, $$"""
            version: 1
            origin: city.example/water-gw-0001
            who: a test
            identity: { key: gateway.key }
            policy: policy.txt
            store: { folder: {{_store}}, commit_age: 100ms, {{room}} }
            seal: { entries: 4096, age: 500ms }
            broker: { host: 127.0.0.1, port: 9 }
            anchoring: { min_interval: 1s, answer_timeout: 3s }
            clock: {{clock}}
            buses:
              i2c-1: { kind: remote, socket: nobody.sock }
            sensors:
              - driver: ezo-ph
                bus: i2c-1
                address: 0x63
                period: 1s
                channels:
                  - { name: tap.ph }
            channels:
              tap.ph: { domain: water }

            """, Encoding.UTF8);
    }

    /// <summary>Writes its configuration anew.</summary>
    public void Change(string part, string by)
    {
        var text = File.ReadAllText(Configuration);
        Assert.Contains(part, text, StringComparison.Ordinal);
        File.WriteAllText(Configuration, text.Replace(part, by, StringComparison.Ordinal));
    }

    public ChildProcess Process { get; private set; } = null!;

    /// <summary>Readings that it said it had taken.</summary>
    public long Taken => _taken;

    /// <summary>The log's folder.</summary>
    public string Store => _store;

    private string Configuration => _folder.File("gateway.yaml");

    private string KeyPath => _folder.File("gateway.key");

    /// <param name="environment">Variables beside its own.</param>
    /// <param name="locale">The language of its messages, as a locale; null: English.</param>
    public void Start(IReadOnlyDictionary<string, string?>? environment = null, string? locale = null) =>
        Process = ChildProcess.Start(
            Programs.Gateway, ["run", "--config", Configuration, "--status", "1"],
            environment: new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>()) { ["LC_ALL"] = locale ?? "C.UTF-8" });

    /// <summary>Puts a file of holes into the log's folder, so that of its budget so much is left.</summary>
    public void LeaveRoom(long bytes, long of)
    {
        var taken = new DirectoryInfo(_store).EnumerateFiles().Where(f => f.FullName != Ballast.In(_store)).Sum(f => f.Length);
        using var file = File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(_store, "quarantine")).FullName, "of-somebody"));
        file.SetLength(of - Ballast.For(of) - taken - bytes);
    }

    /// <summary>Another process with the same configuration and key, and another log.</summary>
    public ChildProcess StartBeside(string store)
    {
        var configuration = _folder.File("beside.yaml");
        File.WriteAllText(configuration, File.ReadAllText(Configuration).Replace($"folder: {_store}", $"folder: {store}", StringComparison.Ordinal));
        return ChildProcess.Start(Programs.Gateway, ["run", "--config", configuration, "--status", "1"]);
    }

    /// <summary>What another command of the program says of it, in English, and its exit code.</summary>
    public async Task<(int Code, string Said)> AskAsync(params string[] command)
    {
        await using var asked = ChildProcess.Start(Programs.Gateway, [.. command, "--config", Configuration, "--lang", "en"]);
        var code = await asked.WaitForExit();
        return (code, string.Join('\n', asked.Output.All));
    }

    /// <summary>All that a command says that was started by the script of the house, each line behind the other.</summary>
    /// <param name="called">How the script was called.</param>
    public async Task<string> AskByScriptAsync(string called, params string[] command)
    {
        await using var asked = ChildProcess.Start(
            Programs.Gateway, [.. command, "--config", Configuration, "--lang", "en"], environment: new Dictionary<string, string?> { ["EDGE_COMMAND"] = called });
        await asked.WaitForExit();
        return string.Join(' ', asked.Output.All.Concat(asked.Error.All).Select(l => l.Trim()));
    }

    /// <summary>The same, with what it says of failures, under strace with these options.</summary>
    public async Task<(int Code, string Said)> AskAsync(string[] strace, params string[] command)
    {
        await using var asked = ChildProcess.Start(StraceFactAttribute.Program, [.. strace, Programs.Gateway, .. command, "--config", Configuration, "--lang", "en"]);
        var code = await asked.WaitForExit();
        return (code, string.Join('\n', asked.Output.All.Concat(asked.Error.All)));
    }

    /// <summary>Changes a byte of an entry in the newest segment of a gateway that does not run.</summary>
    /// <param name="which">Chooses the frame by the offsets of all that have entries.</param>
    public void Damage(Func<IReadOnlyList<int>, int> which)
    {
        var segment = Directory.GetFiles(_store, "*.seg").Order(StringComparer.Ordinal).Last();
        var bytes = File.ReadAllBytes(segment);
        var frames = Enumerable.Range(0, bytes.Length / 8).Select(i => i * 8).Where(at => bytes.AsSpan(at).StartsWith("EdgeFrm1"u8) && bytes[at + 12] > 0).ToList();
        bytes[which(frames) + 60] ^= 1;
        File.WriteAllBytes(segment, bytes);
    }

    /// <summary>Waits for a status line that came after this call.</summary>
    public async Task<GatewayHealth> UntilAsync(Func<GatewayHealth, bool> holds)
    {
        GatewayHealth? found = null;
        try
        {
            await Process.WaitForLine(line => HealthJson.Read(line) is { } health && holds(found = health), Limit, Process.Output.All.Count);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\n{string.Join('\n', Process.Error.All)}", e);
        }

        (_acknowledged, _taken) = (found!.Size, found.Bad);
        return found;
    }

    /// <summary>Waits until it has said something to the operator so many times.</summary>
    public Task LogAsync(string words, int times = 1) => Eventually.True(() => Process.Error.All.Count(l => l.Contains(words, StringComparison.Ordinal)) >= times, Limit);

    /// <summary>Waits until more is durable and sealed than was durable when it was last looked at.</summary>
    public Task GoesOnAsync() => UntilAsync(h => h.Store is null && h.Sealed > _acknowledged);

    public async Task KillAsync()
    {
        Process.Kill();
        await Process.WaitForExit();
    }

    public async Task StopAsync()
    {
        Process.Terminate();
        Assert.Equal(0, await Process.WaitForExit());
    }

    /// <summary>The log of a gateway that ended: whole from its oldest entry on, which is the first if nothing is said, with all that it had said to be durable.</summary>
    public List<Entry> Entries(bool wasEvicted = false)
    {
        using var log = MerkleLog.Open(LogFolder.Open(_store));
        Assert.Empty(log.Damage);
        Assert.InRange(log.Size, _acknowledged, ulong.MaxValue);
        var oldest = log.View.Store.Extent.Oldest;
        Assert.Equal(wasEvicted, oldest > 0);
        var entries = new List<Entry>();
        log.View.ReadEntries(oldest, log.Size - oldest, (_, bytes) => entries.Add(Entry.Decode(bytes)));
        Assert.Equal(log.Size - oldest, (ulong)entries.Count);
        Assert.Equal(log.Root, log.View.Root(log.Size));
        return entries;
    }

    /// <summary>Of a gateway that was not killed: every reading that it had taken is in its log.</summary>
    public void RequireEveryReading() => Assert.InRange(Entries().OfType<ReadingEntry>().Count(), (int)_taken, int.MaxValue);

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
            await Process.DisposeAsync();
        _folder.Dispose();
    }
}
