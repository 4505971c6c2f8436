using Edge.Integration.Tests.Towns;
using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Torture.Kill;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Strangers;

/// <summary>Somebody on the broker who may publish anything anywhere, and has no key of the policy.</summary>
public sealed class StrangerTests
{
    /// <summary>The broker hands on nothing larger than what its clients said they take, 1 MiB with topic and header.</summary>
    private const int Large = (1 << 20) - 256;

    private const string Gateway = "edge/v1/water-gw-0001";
    private const string City = "edge/v1/city.example";
    private const string Blocks = "edge/v1/blocks";

    [Fact]
    public Task A_stranger_who_forges_receipts_refusals_and_blocks_is_not_believed_and_changes_nothing() => TestTown.PlayAsync(async town =>
    {
        var forgeries = new Forgeries(town.City.Plan);
        await using var stranger = await Listener.ConnectAsync(town.City.BrokerPort, $"{Gateway}/+", Blocks);
        await town.Watch.UntilAsync(s => s.Anchored > 0 && s.Block is not null);
        var receipt = await stranger.NewestAsync($"{Gateway}/receipt", p => !Refusal.IsRefusal(p.Span));
        var block = await stranger.NewestAsync(Blocks, _ => true);
        var anchor = AnchorLeaf.Parse(TlogProof.Parse(receipt.Span).Extra!.Value.Span);

        await NotBelievedAsync(town, stranger, $"{Gateway}/receipt", forgeries.Receipt(), "a receipt was not believed: Block");
        await NotBelievedAsync(town, stranger, $"{Gateway}/receipt", forgeries.ReceiptOf(anchor), "a receipt was not believed: Block");
        await NotBelievedAsync(town, stranger, $"{Gateway}/receipt", forgeries.ReceiptWithAnotherAnchor(receipt), "a receipt was not believed: NotIncluded");
        await NotBelievedAsync(town, stranger, $"{Gateway}/receipt", forgeries.Refusal(Checkpoint.Parse(anchor)), "a refusal was not believed");
        await NotBelievedAsync(town, stranger, $"{Gateway}/cosignature", anchor.ToBytes().AsMemory(0, anchor.ToBytes().Length - 10), "a message is not a note");
        await NotBelievedAsync(town, stranger, Blocks, forgeries.Block(), "a block was not believed");
        await town.Watch.UntilAsync(s => s.Block >= 2);
        await NotBelievedAsync(town, stranger, Blocks, block, "a block was not taken: height");

        var after = await NothingChangedAsync(town);
        Assert.True(after.Block < 1_000_000);
    });

    [Fact]
    public Task Garbage_on_every_topic_disturbs_nobody() => TestTown.PlayAsync(async town =>
    {
        await using var stranger = await Listener.ConnectAsync(town.City.BrokerPort);
        var before = await town.Watch.UntilAsync(s => s.Anchored > 0);
        var random = new Random(8);
        byte[][] garbage = [[], Bytes(random, 1), Bytes(random, 300), Bytes(random, Large), new byte[Large], [.. "edge-refusal/v1\n"u8, .. Bytes(random, 200)], [.. "c2sp.org/tlog-proof@v1\n"u8, .. new byte[100_000]]];
        foreach (var topic in new[] { Gateway, City }.SelectMany(t => new[] { $"{t}/anchor", $"{t}/receipt", $"{t}/cosignature" }).Append(Blocks).Append("edge/v1/nobody/anchor").Append("edge/v1/nobody/cosignature"))
        {
            foreach (var payload in garbage)
                await stranger.PublishAsync(topic, payload);
        }

        // Three of these topics are the gateway's to hear; what departments answer to garbage is theirs to say.
        var told = await town.Watch.UntilAsync(s => s.NotBelieved >= before.NotBelieved + (garbage.Length * 3));
        Assert.NotNull(told.LastNotBelieved);
        await NothingChangedAsync(town);
        foreach (var department in town.City.Departments)
            Assert.Contains("400", department.Log, StringComparison.Ordinal);
        Assert.Contains("Not believed", town.City.CityLog.Log, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_checkpoint_in_the_gateways_name_is_refused_by_every_department() => TestTown.PlayAsync(async town =>
    {
        await using var stranger = await Listener.ConnectAsync(town.City.BrokerPort, $"{Gateway}/receipt");
        await town.Watch.UntilAsync(s => s.Anchored > 0);

        await stranger.PublishAsync($"{Gateway}/anchor", new Forgeries(town.City.Plan).Anchor());

        await Testing.Eventually.True(() => stranger.Heard.Count(m => Refusal.IsRefusal(m.Payload.Span) && System.Text.Encoding.UTF8.GetString(m.Payload.Span).Contains("status 403", StringComparison.Ordinal)) == 4);
        await NothingChangedAsync(town);
    });

    private static async Task NotBelievedAsync(TestTown town, Listener stranger, string topic, ReadOnlyMemory<byte> payload, string why)
    {
        var before = await town.Watch.NextAsync();
        await stranger.PublishAsync(topic, payload);
        var after = await town.Watch.UntilAsync(s => s.NotBelieved > before.NotBelieved);
        Assert.Equal(before.NotBelieved + 1, after.NotBelieved);
        Assert.Contains(why, after.LastNotBelieved, StringComparison.Ordinal);
        Assert.Contains($"Not believed: {after.LastNotBelieved}", town.City.Gateway.Log, StringComparison.Ordinal);
        Assert.Null(after.Halted);
    }

    /// <summary>Anchoring goes on, every department answers, and what the departments hold is the gateway's log.</summary>
    private static async Task<Demo.Showing.GatewayState> NothingChangedAsync(TestTown town)
    {
        var now = await town.Watch.NextAsync();
        var after = await town.Watch.UntilAsync(s => s.Anchored > now.Sealed && s.Block > now.Block && s.Departments.Values.All(d => d.Size > now.Sealed && d.Refusal is null));
        Assert.Null(after.Halted);
        Assert.All(town.City.Nodes, n => Assert.True(n.IsRunning, $"{n.Name} ended"));
        Assert.Equal(0, await town.City.Gateway.StopAsync());
        var log = town.ReadLog();
        Assert.Empty(LogAudit.Faults(log));
        Assert.InRange(log.Anchored, after.Anchored, log.Size);
        return after;
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
