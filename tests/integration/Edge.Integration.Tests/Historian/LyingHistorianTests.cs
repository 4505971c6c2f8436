using System.Text;
using Edge.Demo.Towns;
using Edge.Integration.Tests.Configuration;
using Edge.Ledger.Mqtt.Links;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Integration.Tests.Historian;

/// <summary>A historian that says what is not so, and a real gateway.</summary>
public sealed class LyingHistorianTests
{
    [Fact]
    public async Task Whatever_it_says_no_entry_goes_from_the_log_and_the_gateway_says_what_it_does_not_believe()
    {
        await using var broker = await MosquittoBroker.StartAsync();
        using var folder = await GatewayFolder.MakeAsync(GatewayFolder.Yaml
            .Replace("port: 1883", $"port: {broker.Port}\nhistorian: {{ enabled: true, rate: 1MB }}\nretention: {{ keep_anchored: 1h }}", StringComparison.Ordinal)
            .Replace("period: 2s", "period: 1s", StringComparison.Ordinal));
        await using var link = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(new MqttEndpoint { Host = broker.Host, Port = broker.Port }, default);
        await link.SubscribeAsync("edge/v1/gw-1/entries", default);
        await using var gateway = new TownNode("gateway", Programs.Gateway, ["run", "--config", folder.Configuration, "--status"], (p, c) => p.Output.Find(l => l.StartsWith('{'), 0, c));
        await gateway.StartAsync();
        await NextAsync(link);

        foreach (var lie in new[] { "edge-held/v1\n0 9000000000000000000\n", "edge-held/v1\n5 3\n", "edge-receipt\n", "", "\0\u0001" })
            await SayAsync(link, lie);
        await gateway.Process!.Error.Find(l => l.Contains("not believed: it says that it holds entry 8999999999999999999", StringComparison.Ordinal), 0, default).WaitAsync(Eventually.DefaultLimit);
        await gateway.Process!.Error.Find(l => l.Contains("not believed: held, line 1: the text ends too early", StringComparison.Ordinal), 0, default).WaitAsync(Eventually.DefaultLimit);
        await SayAsync(link, "edge-held/v1\n0 3\n");
        await gateway.Process!.Error.Find(l => l.Contains("The historian holds 3 of ", StringComparison.Ordinal), 0, default).WaitAsync(Eventually.DefaultLimit);
        await SayAsync(link, "edge-held/v1\n");
        await gateway.Process!.Error.Find(l => l.Contains("holds 0 entries and said 3 before", StringComparison.Ordinal), 0, default).WaitAsync(Eventually.DefaultLimit);
        Assert.Equal(0, await gateway.StopAsync());

        using var reader = LogFolder.OpenReader(folder.Store);
        var entries = 0UL;
        new LogView(reader).ReadEntries(0, reader.Extent.Size, (_, _) => entries++);
        Assert.Equal((0UL, entries), (reader.Extent.Oldest, reader.Extent.Size));
        Assert.True(entries > 3);
        Assert.Null(reader.NewestReceipt());
    }

    private static async Task NextAsync(IMqttLink link) => await link.Incoming.ReadAsync().AsTask().WaitAsync(Eventually.DefaultLimit);

    private static async Task SayAsync(IMqttLink link, string word) => await link.PublishAsync("edge/v1/gw-1/held", Encoding.UTF8.GetBytes(word), retain: false, default);
}
