using System.Globalization;
using Edge.Demo.Stacks;
using Edge.Processes;

namespace Edge.Demo.Towns;

/// <summary>
/// A gateway, its simulated devices, a broker and a city of departments on one machine, each a real process on loopback.
/// Everything is ended when this is.
/// </summary>
public sealed class Town : IAsyncDisposable
{
    private Town(TownPlan plan, TownFolder folder)
    {
        Plan = plan;
        Folder = folder;
        TownKeys.Make(folder, plan);
        BrokerPort = FreePort.Next();
        Broker = new TownNode("broker", TownBroker.Program, TownBroker.Prepare(folder, BrokerPort), (p, c) => Said("broker", p.Error, l => l.EndsWith(TownBroker.Ready, StringComparison.Ordinal), p, c)) { Product = TownBroker.Product };
        Simulator = new TownNode("simulator", BuiltPrograms.Simulator, SimulatorArguments(), (p, c) => Said("simulator", p.Output, IsReady, p, c));
        CityLog = new TownNode("city log", BuiltPrograms.City, ["log", "--key", folder.CityKey, "--policy", folder.Policy, "--state", folder.CityState, "--broker", BrokerAddress], (p, c) => Said("city log", p.Output, IsReady, p, c));
        Departments = [.. plan.Departments.Select(Department)];
        Historian = plan.HistorianRate is null ? null : new TownNode("historian", BuiltPrograms.City, ["historian", "--state", folder.HistorianState, "--broker", BrokerAddress], (p, c) => Said("historian", p.Output, IsReady, p, c));
        Gateway = new TownNode("gateway", GatewayProgram, ["run", "--config", folder.GatewayConfiguration, "--status"], (p, c) => Said("gateway", p.Output, l => l.StartsWith('{'), p, c), logsOutput: false);
    }

    public TownPlan Plan { get; }

    public TownFolder Folder { get; }

    public string GatewayProgram => Plan.GatewayProgram ?? BuiltPrograms.Gateway;

    /// <summary>Loopback only; the same for the life of the town.</summary>
    public int BrokerPort { get; }

    public TownNode Broker { get; }

    public TownNode Simulator { get; }

    public TownNode CityLog { get; }

    /// <summary>In the plan's order.</summary>
    public IReadOnlyList<TownNode> Departments { get; }

    public TownNode Gateway { get; }

    /// <summary>Null: the plan has none.</summary>
    public TownNode? Historian { get; }

    /// <summary>What the simulator said before it was ready: what it serves, how, and whose data it is.</summary>
    public IEnumerable<string> SimulatorWords => Simulator.Process?.Output.All.TakeWhile(l => !IsReady(l)) ?? [];

    public IEnumerable<TownNode> Nodes => [Broker, .. Departments, CityLog, .. Historians, Simulator, Gateway];

    private TownNode[] Historians => Historian is null ? [] : [Historian];

    private string BrokerAddress => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{BrokerPort}");

    /// <summary>Founds a town in a folder and starts everything.</summary>
    /// <param name="starting">Told of each program before it starts.</param>
    public static async Task<Town> FoundAsync(TownPlan plan, TownFolder folder, Action<TownNode>? starting = null, CancellationToken cancellationToken = default)
    {
        var town = new Town(plan, folder);
        try
        {
            await StartAsync([town.Broker], starting, cancellationToken);
            await StartAsync([.. town.Departments, town.CityLog, .. town.Historians, town.Simulator], starting, cancellationToken);
            await town.WriteGatewayConfigurationAsync(cancellationToken);
            await StartAsync([town.Gateway], starting, cancellationToken);
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    public TownNode Find(string department) => Departments.First(d => d.Name == department);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes.Reverse())
        {
            await node.DisposeAsync();
            if (node.Log.Length > 0)
                await File.WriteAllTextAsync(Path.Combine(Folder.Logs, $"{node.Name.Replace(' ', '-')}.log"), node.Log + "\n");
        }

        Folder.Dispose();
    }

    private static async Task StartAsync(TownNode[] nodes, Action<TownNode>? starting, CancellationToken cancellationToken)
    {
        await Task.WhenAll(nodes.Select(async node =>
        {
            starting?.Invoke(node);
            await node.StartAsync(cancellationToken);
        }));
    }

    /// <summary>Whether the gateway shows a page for the town's tap.</summary>
    public bool HasTapPage => Plan.SitePort is not null && TownTap.IsOf(File.ReadAllText(Folder.SimulatorSite));

    private TownNode Department(string name) => new(
        name, BuiltPrograms.City,
        ["department", "--name", name, "--key", Folder.DepartmentKey(name), "--policy", Folder.Policy, "--state", Folder.DepartmentState(name), "--broker", BrokerAddress],
        (p, c) => Said(name, p.Output, IsReady, p, c));

    private List<string> SimulatorArguments()
    {
        List<string> arguments = ["serve", "--socket", Folder.SimulatorSocket, "--site-out", Folder.SimulatorSite, "--truth", Folder.Truth, "--seed", Plan.Seed.ToString(CultureInfo.InvariantCulture), "--lang", Plan.Language];
        Add("--recording", Plan.Recording);
        Add("--mapping", Plan.Mapping);
        Add("--speed", Plan.Speed);
        return arguments;

        void Add(string option, string? value)
        {
            if (value is not null)
                arguments.AddRange([option, value]);
        }
    }

    private async Task WriteGatewayConfigurationAsync(CancellationToken cancellationToken)
    {
        var sensors = await File.ReadAllTextAsync(Folder.SimulatorSite, cancellationToken);
        if (Plan.Period is { } period)
            sensors = sensors.Replace("period: 500ms", $"period: {period}", StringComparison.Ordinal);
        var head = string.Create(CultureInfo.InvariantCulture, $$"""
            # Written by the demonstration: the gateway's own part first, then what the simulator has on its buses.
            version: 1
            origin: {{Plan.Origin}}
            who: demonstration
            identity: { key: gateway.key }
            policy: ../policy.txt
            store: { folder: edge-log, commit_age: {{Plan.CommitAge}} }
            seal: { entries: 4096, age: {{Plan.SealAge}} }
            broker: { host: 127.0.0.1, port: {{BrokerPort}} }
            historian: { enabled: {{(Plan.HistorianRate is null ? "false" : "true")}}, rate: {{Plan.HistorianRate ?? "50kB"}} }
            anchoring: { min_interval: 1s, answer_timeout: {{Plan.AnswerTimeout}} }
            {{(Plan.SiteAddress is { } site ? $"site: {{ listen: \"{site}\"{TownTap.Setting(sensors)} }}" : "# site: no page")}}
            clock: { source: host, uncertainty: 1s }   # this machine's clock is taken as right within a second


            """);
        await File.WriteAllTextAsync(Folder.GatewayConfiguration, head + (Plan.SiteAddress is null ? sensors : TownTap.WithLimits(sensors)), cancellationToken);
    }

    /// <summary>As edge-sim and edge-city say it, at the start of a line.</summary>
    private static bool IsReady(string line) => line == "ready" || line.StartsWith("ready ", StringComparison.Ordinal);

    /// <summary>Waits for a line; a program that ends without it is an error that shows what it said.</summary>
    private static async Task Said(string name, OutputLines lines, Func<string, bool> isSaid, ChildProcess process, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        string? line;
        try
        {
            line = await lines.Find(isSaid, 0, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TownException($"{name} was not ready within a minute. It said: {process.Error}", $"{name} 在一分钟内未就绪。其输出：{process.Error}");
        }

        if (line is not null)
            return;
        var words = process.Error.All.Count > 0 ? process.Error : process.Output;
        throw new TownException($"{name} ended with: {words}", $"{name} 已退出：{words}");
    }
}
