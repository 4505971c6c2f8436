using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Ledger.Notes;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Ledger.City.Tests.Commands;

/// <summary>edge-city as processes, killed as power cuts kill them.</summary>
public sealed class NodeProcessTests
{
    private static readonly BackOff Quick = new() { First = TimeSpan.FromMilliseconds(50), Longest = TimeSpan.FromMilliseconds(500) };

    private static AnchoringClient Client(CityProcesses city, MemoryAnchorLog log) => new(
        new AnchoringOptions
        {
            Origin = CityKeys.Origin("gw-1"),
            MinInterval = TimeSpan.FromMilliseconds(50),
            Submission = new SubmissionOptions { AnswerTimeout = TimeSpan.FromSeconds(1), BackOff = Quick },
            Reconnect = Quick,
        },
        city.Policy,
        log,
        MqttStack.CreateConnector(TimeProvider.System),
        city.Endpoint,
        TimeProvider.System,
        NullLogger<AnchoringClient>.Instance);

    private static async Task AnchorAsync(AnchoringClient client, MemoryAnchorLog log)
    {
        var size = Checkpoint.Parse(log.Seal(3)).Size;
        client.Sealed();
        await Eventually.True(() => log.AnchoredSize >= size);
    }

    [Fact]
    public async Task A_killed_department_still_knows_what_it_accepted()
    {
        await using var city = await CityProcesses.StartAsync();
        var departments = new List<ChildProcess>();
        foreach (var name in new[] { "water", "energy", "environment" }) departments.Add(await city.StartDepartmentAsync(name));
        await city.StartLogAsync();
        var log = new MemoryAnchorLog(city.Gateway);
        var client = Client(city, log);
        await using var running = new Nodes.RunningNode(client.RunAsync);
        for (var round = 0; round < 3; round++)
        {
            // With three of four running each of them is needed: what is anchored, all three have accepted.
            await AnchorAsync(client, log);
            departments[round].Kill();
            await departments[round].WaitForExit();
            departments[round] = await city.StartDepartmentAsync(new[] { "water", "energy", "environment" }[round]);
        }
        await AnchorAsync(client, log);
        await running.DisposeAsync();

        await using var link = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(city.Endpoint, default);
        await link.SubscribeAsync("edge/v1/gw-1/+", default);
        var fork = new MemoryAnchorLog(city.Gateway);
        var note = fork.Seal(99, "forged");
        await link.PublishAsync("edge/v1/gw-1/anchor", new AddCheckpointRequest(0, [], note).ToBytes(), retain: false, default);
        var refused = new HashSet<string>();
        while (refused.Count < 3)
        {
            var message = await link.Incoming.ReadAsync().AsTask().WaitAsync(Eventually.DefaultLimit);
            Assert.DoesNotContain("cosignature", message.Topic, StringComparison.Ordinal);
            if (!Refusal.IsRefusal(message.Payload.Span)) continue;
            var signed = SignedNote.Parse(message.Payload.Span);
            var refusal = Refusal.Parse(signed.Text.Span);
            Assert.Equal((409, 12ul), (refusal.Status, Checkpoint.Parse(refusal.Known!).Size));
            refused.Add(Refusal.SignedBy(signed, city.Policy)!.Value.Witness);
        }
    }

    [Fact]
    public async Task A_killed_city_log_goes_on_where_it_was()
    {
        await using var city = await CityProcesses.StartAsync();
        foreach (var name in new[] { "water", "energy", "environment", "justice" }) await city.StartDepartmentAsync(name);
        var node = await city.StartLogAsync();
        var log = new MemoryAnchorLog(city.Gateway);
        var client = Client(city, log);
        await using var running = new Nodes.RunningNode(client.RunAsync);
        for (var round = 0; round < 3; round++)
        {
            await AnchorAsync(client, log);
            node.Kill();
            await node.WaitForExit();
            node = await city.StartLogAsync();
        }
        var height = client.Status.Block!.Header.Height;
        await Eventually.True(() => client.Status.Block!.Header.Height > height);
        Assert.Equal(0, client.Status.NotBelieved);
        Assert.Null(client.Status.Halted);
    }

    [Fact]
    public async Task Nodes_end_cleanly_when_told_to()
    {
        await using var city = await CityProcesses.StartAsync();
        foreach (var process in new[] { await city.StartDepartmentAsync("water"), await city.StartLogAsync() })
        {
            process.Terminate();
            Assert.Equal(0, await process.WaitForExit());
            Assert.Single(process.Output.All);
            Assert.DoesNotContain(process.Error.All, line => line.Contains("Exception", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_node_started_before_its_broker_waits_for_it()
    {
        await using var city = await CityProcesses.StartAsync();
        await city.Broker.StopAsync();
        var starting = city.StartDepartmentAsync("water");
        await city.Broker.StartAgainAsync();
        await starting;
    }
}
