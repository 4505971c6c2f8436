using System.Diagnostics;
using System.Text;
using Edge.Ledger.Historian;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Tests.Draining;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Historian;

public sealed class HistorianProcessTests
{
    [Theory]
    [InlineData(MqttVersion.V5)]
    [InlineData(MqttVersion.V311)]
    public async Task Killed_again_and_again_it_has_every_entry_once_with_its_bytes_at_the_end(MqttVersion version)
    {
        await using var town = await HistorianProcess.StartAsync();
        var (first, second) = (new MemoryEntryLog(20_000), new MemoryEntryLog(3_000));
        var drain = town.StartGateway("gw-1", first, rate: 400_000, version: version);
        town.StartGateway("gw-2", second, rate: 400_000, version: version);
        for (var round = 1UL; round <= 3; round++)
        {
            var goal = round * 4_000;
            await Eventually.True(() => drain.Status?.Held >= goal);
            await town.KillAsync();
            first.Append(7);
            await town.StartAgainAsync();
        }

        await Eventually.True(() => drain.Status?.Held >= 14_000);
        await town.Broker.KillAsync();
        first.Append(7);
        await town.Broker.StartAgainAsync();
        await Eventually.True(() => drain.Status is { Remaining: 0, IsHeard: true, Held: 20_028 }, TimeSpan.FromSeconds(90));
        await town.StopGatewaysAsync();
        town.HoldsAll("gw-1", first);
        town.HoldsAll("gw-2", second);
        Assert.Empty(town.Lines.Errors);
        Assert.DoesNotContain(town.Process.Error.All, l => l.Contains("crit", StringComparison.Ordinal) || l.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_backlog_takes_as_long_as_its_bytes_need_at_the_rate_given_and_live_entries_do_not_wait_for_it()
    {
        const int rate = 100_000, entries = 5_000, bytesEach = 102;
        await using var town = await HistorianProcess.StartAsync();
        var log = new MemoryEntryLog(entries);
        var watch = Stopwatch.StartNew();
        var drain = town.StartGateway("gw-1", log, rate);
        await Eventually.True(() => drain.Status is { IsHeard: true, Held: > 500 });
        var waits = new List<double>();
        for (var live = 1UL; live <= 5; live++)
        {
            var (before, since) = (drain.Status!.Held, Stopwatch.StartNew());
            log.Append();
            await using var link = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(town.Endpoint, default);
            await link.SubscribeAsync("edge/v1/gw-1/held", default);
            var mark = entries + live;
            while (HeldMessage.Parse((await link.Incoming.ReadAsync().AsTask().WaitAsync(Eventually.DefaultLimit)).Payload.Span).End < mark)
            {
            }

            waits.Add(since.Elapsed.TotalSeconds);
            Assert.True(drain.Status!.Held < entries, "the backlog was gone before it was tried");
        }

        await Eventually.True(() => drain.Status is { Remaining: 0 });
        var took = watch.Elapsed.TotalSeconds;

        // The upper limits leave room for a machine that has much else to do.
        Assert.InRange(waits.Order().ElementAt(2), 0, 2);
        Assert.InRange(took, ((double)entries * bytesEach / rate) - 0.5, ((double)entries * bytesEach / rate * 2) + 5);
        await town.StopGatewaysAsync();
        town.HoldsAll("gw-1", log);
    }

    [Fact]
    public async Task The_brokers_rules_on_the_historians_page_let_everything_through_and_no_gateway_speak_for_another()
    {
        await using var town = await HistorianProcess.StartAsync("pattern readwrite edge/v1/%u/#\n\nuser historian\ntopic read edge/v1/+/entries\ntopic write edge/v1/+/held\n");
        var log = new MemoryEntryLog(500);
        var drain = town.StartGateway("gw-1", log, rate: 1_000_000);
        await Eventually.True(() => drain.Status is { Remaining: 0, Held: 500 });

        await using var other = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(town.Endpoint with { UserName = "gw-2" }, default);
        await other.PublishAsync("edge/v1/gw-1/entries", (byte[])[.. "edge-entries/v1\n500\n"u8, 0, 1, 65], retain: false, default);
        await other.PublishAsync("edge/v1/gw-1/held", "edge-held/v1\n"u8.ToArray(), retain: false, default);
        log.Append(3);
        await Eventually.True(() => drain.Status is { Remaining: 0, Held: 503 });

        await town.StopGatewaysAsync();
        town.HoldsAll("gw-1", log);
        Assert.DoesNotContain(town.Lines.All, l => l.Contains("sent again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_refuses_what_is_malformed_or_contradicts_what_it_holds_and_says_so()
    {
        await using var town = await HistorianProcess.StartAsync();
        await using var link = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(town.Endpoint, default);
        await link.SubscribeAsync("edge/v1/+/held", default);
        async Task<string> SayAsync(string id, byte[] payload, bool isAnswered = true)
        {
            await link.PublishAsync($"edge/v1/{id}/entries", payload, retain: false, default);
            return isAnswered ? Encoding.ASCII.GetString((await link.Incoming.ReadAsync().AsTask().WaitAsync(Eventually.DefaultLimit)).Payload.Span) : "";
        }

        Assert.Equal("edge-held/v1\n0 2\n", await SayAsync("gw-1", [.. "edge-entries/v1\n0\n"u8, 0, 1, 65, 0, 1, 66]));
        Assert.Equal("edge-held/v1\n0 2\n", await SayAsync("gw-1", [.. "edge-entries/v1\n1\n"u8, 0, 1, 67, 0, 1, 68]));
        await town.Process.Error.Find(l => l.Contains("gw-1 sent another entry 1 than the one held", StringComparison.Ordinal), 0, default).WaitAsync(Eventually.DefaultLimit);
        await SayAsync("gw-1", "edge-entries/v1\n0"u8.ToArray(), isAnswered: false);
        await SayAsync("GW 1", "edge-entries/v1\n0\n"u8.ToArray(), isAnswered: false);
        await town.Process.Error.Find(l => l.Contains("no gateway's id", StringComparison.Ordinal), 0, default).WaitAsync(Eventually.DefaultLimit);
        Assert.Contains("entries, line 2", town.Process.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("edge-held/v1\n", await SayAsync("gw-9", "edge-entries/v1\n0\n"u8.ToArray()));
    }

    [Fact]
    public async Task Readings_are_exported_as_a_table_while_it_runs()
    {
        await using var town = await HistorianProcess.StartAsync();
        await using var link = await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(town.Endpoint, default);
        await link.SubscribeAsync("edge/v1/gw-1/held", default);
        var reading = new Entries.ReadingEntry(
            "main.pressure", "bar", 4.25, 17, Entries.Quality.Good, Entries.Reason.None, 123, new Entries.WallTime(1_795_824_000.5, 20), default).Encode(new byte[16]);
        await link.PublishAsync("edge/v1/gw-1/entries", (byte[])[.. "edge-entries/v1\n8\n"u8, 0, (byte)reading.Length, .. reading], retain: false, default);
        await link.Incoming.ReadAsync().AsTask().WaitAsync(Eventually.DefaultLimit);

        await using var export = ChildProcess.Start(Programs.City, ["historian", "export", "--state", town.Folder, "--gateway", "gw-1"]);

        Assert.Equal(0, await export.WaitForExit());
        Assert.Equal(
            ["index,time,uncertainty_ms,channel,unit,value,raw,quality,reason,monotonic_ns", "8,2026-11-28T00:00:00.500Z,20,main.pressure,bar,4.25,17,Good,None,123"], export.Output.All);
    }
}
