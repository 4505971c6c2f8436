using Edge.Ledger.Entries;
using Edge.Ledger.Mqtt.Links;
using Edge.Testing;
using System.Text;

namespace Edge.Sparkplug.Tests.Nodes;

/// <summary>A node at a real broker, seen by a host.</summary>
public sealed class NodeTests : IAsyncLifetime
{
    private const string Ph = "water.tap.ph", Temperature = "water.tap.temperature", Total = "water.total";

    private readonly NodeRig _rig = new();

    public Task InitializeAsync() => _rig.InitializeAsync();

    public Task DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Births_come_first_in_their_order_and_data_follows_in_an_unbroken_sequence()
    {
        _rig.Log.Add(Ph);
        await _rig.StartBornAsync();
        _rig.Log.Add(Ph);
        _rig.Log.Add(Total);
        await _rig.Host.UntilAsync(h => h.Values.Count() == 2);

        var told = _rig.Host.All;
        Assert.Equal(["NBIRTH", "DBIRTH i2c-1.0x63", "DBIRTH derived"], told.Take(3).Select(t => $"{t.Kind} {t.Device}".Trim()));
        Assert.Equal(Enumerable.Range(0, told.Count).Select(i => (ulong?)i), told.Select(t => t.Seq));
        Assert.Equal(0ul, told[0].Session);
        // The first was read before this run: in the birth, not of now, and nowhere else.
        Assert.Equal([(0.0, 500u), (null, 500u)], told[1].Metrics.Select(m => ((double?)m.Value, m.Quality!.Value)));
        Assert.Equal([("water/tap/ph", 1.0, 192u, 1ul), ("water/total", 2, 192, 2)], _rig.Host.Values.Select(m => (m.Name!, m.Value!.Value, m.Quality!.Value, m.Entry!.Value)));
        Assert.All(_rig.Host.Values, m => Assert.False(m.IsHistorical));
        Assert.Equal((ulong)(NodeRig.Beginning * 1000) + 1, _rig.Host.Values.First().Timestamp);
    }

    [Fact]
    public async Task Quality_is_192_for_good_alone_and_the_reason_goes_with_it()
    {
        await _rig.StartBornAsync();
        _rig.Log.Add(Ph);
        _rig.Log.Add(Ph, Quality.Uncertain, Reason.FlatLine);
        _rig.Log.Add(Ph, Quality.Bad, Reason.LoopLow);
        await _rig.Host.UntilAsync(h => h.Values.Count() == 3);

        Assert.Equal([(192u, "None", 0.0), (0u, "FlatLine", 1.0), (0u, "LoopLow", null)], _rig.Host.Values.Select(m => (m.Quality!.Value, m.Reason!, m.Value)));
    }

    [Fact]
    public async Task The_broker_tells_of_its_death_when_it_breaks_off_and_the_numbers_match()
    {
        await _rig.StartBornAsync();
        // Another client of its name ends its link without its consent.
        var twin = new Edge.Ledger.Mqtt.Links.MqttEndpoint { Host = _rig.Broker.Host, Port = _rig.Broker.Port, ClientId = "gw-1.sparkplug" };
        await using (await MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(twin, default))
            await _rig.Host.UntilAsync(h => h.Of("NDEATH").Any());
        await _rig.Host.UntilAsync(h => h.Of("NBIRTH").Count() > 1);

        var (births, death) = (_rig.Host.Of("NBIRTH").ToList(), _rig.Host.Of("NDEATH").First());
        Assert.Equal((0ul, 0ul, null), (births[0].Session!.Value, death.Session!.Value, death.Seq));
        Assert.Single(death.Metrics);
        Assert.True(births[1].Session > 0);
    }

    [Fact]
    public async Task It_says_farewell_when_it_is_stopped_after_the_last_that_became_durable()
    {
        await _rig.StartBornAsync();
        _rig.Log.Add(Ph);
        await _rig.StopAsync();
        await _rig.Host.UntilAsync(h => h.Of("NDEATH").Any());

        Assert.Equal(["DDATA", "NDEATH"], _rig.Host.All.TakeLast(2).Select(t => t.Kind));
        Assert.Equal(0ul, _rig.Host.Of("NDEATH").Single().Session);
    }

    [Fact]
    public async Task Its_session_number_goes_on_over_restarts_and_from_255_to_0()
    {
        await File.WriteAllTextAsync(_rig.Note, "edge-sparkplug/v1\nbdseq 254\nedge-held/v1\n");
        for (var start = 0; start < 3; start++)
        {
            await _rig.StartBornAsync();
            await _rig.StopAsync();
        }

        await _rig.Host.UntilAsync(h => h.Of("NDEATH").Count() == 3);
        Assert.Equal([255ul, 0, 1], _rig.Host.Of("NBIRTH").Select(t => t.Session!.Value));
        Assert.Equal([255ul, 0, 1], _rig.Host.Of("NDEATH").Select(t => t.Session!.Value));
    }

    [Fact]
    public async Task A_broker_that_is_away_costs_neither_numbers_nor_writes()
    {
        await _rig.StartBornAsync();
        await _rig.CutAsync();
        await Eventually.True(() => _rig.Lines.Count(l => l.StartsWith("241 ", StringComparison.Ordinal)) >= 2);
        var written = File.GetLastWriteTimeUtc(_rig.Note);
        await Eventually.True(() => _rig.Lines.Count(l => l.StartsWith("241 ", StringComparison.Ordinal)) >= 8);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_rig.Note));
        await _rig.MendAsync();
        await _rig.Host.UntilAsync(h => h.Of("NBIRTH").Any());

        Assert.Equal(1ul, _rig.Host.Of("NBIRTH").First().Session);
    }

    [Fact]
    public async Task What_was_measured_offline_comes_behind_the_live_ones_as_history_and_each_once()
    {
        await _rig.StartBornAsync();
        for (var i = 0; i < 10; i++)
            _rig.Log.Add(Ph);
        await _rig.Host.UntilAsync(h => h.Values.Count() == 10);
        var before = _rig.Host.Values.ToList();
        await _rig.CutAsync();
        for (var i = 0; i < 1000; i++)
            _rig.Log.Add(i % 2 == 0 ? Ph : Temperature);
        await _rig.MendAsync();
        await _rig.Host.UntilAsync(h => h.Of("NBIRTH").Any());
        _rig.Log.Add(Ph);
        await _rig.Host.UntilAsync(h => h.Values.Select(v => v.Entry).Distinct().Count(e => e >= 10) == 1001);

        Assert.All(before, v => Assert.False(v.IsHistorical));
        // The birth has what was read last.
        Assert.Equal([1008.0, 1009], _rig.Host.Of("DBIRTH").First().Metrics.Select(m => m.Value!.Value));
        Assert.Equal([1010ul], _rig.Host.Values.Where(v => !v.IsHistorical).Select(v => v.Entry!.Value));
        var history = _rig.Host.Values.Where(v => v.IsHistorical && v.Entry >= 10).Select(v => v.Entry!.Value).ToList();
        Assert.Equal(1000, history.Distinct().Count());
        Assert.Equal(history.Count, history.Distinct().Count());
    }

    [Fact]
    public async Task What_was_told_is_not_told_again_after_a_stop_and_what_came_meanwhile_is_history()
    {
        await _rig.StartBornAsync();
        for (var i = 0; i < 10; i++)
            _rig.Log.Add(Ph);
        await _rig.StopAsync();
        for (var i = 0; i < 5; i++)
            _rig.Log.Add(Ph);
        await _rig.StartBornAsync();
        await _rig.Host.UntilAsync(h => h.Values.Count(v => v.IsHistorical) == 5);

        Assert.Equal(Enumerable.Range(0, 15).Select(i => (ulong)i), _rig.Host.Values.Select(v => v.Entry!.Value));
        Assert.Equal(10, _rig.Host.Values.Count(v => !v.IsHistorical));
    }

    [Fact]
    public async Task What_was_evicted_before_it_could_be_told_is_left_out_and_said()
    {
        await _rig.StartBornAsync();
        await _rig.StopAsync();
        for (var i = 0; i < 20; i++)
            _rig.Log.Add(Ph);
        _rig.Log.Evict(15);
        await _rig.StartBornAsync();
        await _rig.Host.UntilAsync(h => h.Values.Count() == 5);

        Assert.Contains(_rig.Lines, l => l.StartsWith("245 Sparkplug: 15 of the log entries below 15", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_asks_gets_all_births_again_under_the_same_number()
    {
        await _rig.StartBornAsync();
        _rig.Log.Add(Ph);
        await _rig.Host.UntilAsync(h => h.Values.Any());
        await SendAsync("rebirth command");
        await _rig.Host.UntilAsync(h => h.Of("NBIRTH").Count() == 2 && h.Of("DBIRTH").Count() == 4);
        _rig.Log.Add(Ph);
        await _rig.Host.UntilAsync(h => h.Values.Count() == 2);

        var again = _rig.Host.All.SkipWhile(t => t.Kind != "DDATA").Skip(1).ToList();
        Assert.Equal([("NBIRTH", 0ul), ("DBIRTH", 1), ("DBIRTH", 2), ("DDATA", 3)], again.Select(t => (t.Kind, t.Seq!.Value)));
        Assert.Equal(0ul, again[0].Session);
        Assert.Equal((0.0, 192u), (again[1].Metrics[0].Value!.Value, again[1].Metrics[0].Quality!.Value));
        Assert.All(_rig.Host.Values, v => Assert.False(v.IsHistorical));
    }

    [Fact]
    public async Task Who_asks_again_and_again_does_not_keep_the_data_from_going()
    {
        await _rig.StartBornAsync();
        using var enough = new CancellationTokenSource();
        var asking = AskAsync(enough.Token);
        for (var i = 0; i < 20; i++)
        {
            _rig.Log.Add(Ph);
            await _rig.Host.UntilAsync(h => h.Values.Count() == i + 1);
        }

        await enough.CancelAsync();
        var asked = await asking;
        Assert.True(_rig.Host.Of("NBIRTH").Count() < asked / 2, $"{_rig.Host.Of("NBIRTH").Count()} births for {asked} requests");

        async Task<int> AskAsync(CancellationToken cancellationToken)
        {
            var count = 0;
            for (; !cancellationToken.IsCancellationRequested; count++)
                await SendAsync("rebirth command");
            return count;
        }
    }

    [Fact]
    public async Task What_is_no_command_changes_nothing_and_is_said()
    {
        await _rig.StartBornAsync();
        await _rig.Host.Link.SendAsync("spBv1.0/water/NCMD/gw-1", Encoding.ASCII.GetBytes("not a payload"), default);
        await SendAsync("another command");
        _rig.Log.Add(Ph);
        await _rig.Host.UntilAsync(h => h.Values.Any());
        await Eventually.True(() => _rig.Lines.Any(l => l.StartsWith("246 Sparkplug: a message on spBv1.0/water/NCMD/gw-1 was not understood", StringComparison.Ordinal)));

        Assert.Single(_rig.Host.Of("NBIRTH"));
    }

    [Fact]
    public async Task A_command_larger_than_any_can_be_does_not_come_in_and_the_node_goes_on()
    {
        await _rig.StartBornAsync();

        // The two are wrong in different ways, and the first that comes in is told.
        await _rig.Host.Link.PublishAsync("spBv1.0/water/NCMD/gw-1", new byte[1 << 20], retain: false, default);
        await _rig.Host.Link.PublishAsync("spBv1.0/water/NCMD/gw-1", Encoding.ASCII.GetBytes("not a payload"), retain: false, default);
        await Eventually.True(() => _rig.Lines.Any(l => l.StartsWith("246 ", StringComparison.Ordinal)));

        Assert.Single(_rig.Host.Of("NBIRTH"));
        Assert.DoesNotContain("tag (zero)", _rig.Lines.Single(l => l.StartsWith("246 ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(_rig.Lines, l => l.StartsWith("243 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_device_that_does_not_answer_dies_and_is_born_when_it_does()
    {
        await _rig.StartBornAsync();
        for (var i = 0; i < 6; i++)
            _rig.Log.Add(i % 2 == 0 ? Ph : Temperature, Quality.Bad, Reason.NoAnswer);
        await _rig.Host.UntilAsync(h => h.Of("DDEATH").Any());
        // While it is dead, nothing is told of it; others go on.
        _rig.Log.Add(Ph, Quality.Bad, Reason.NoAnswer);
        _rig.Log.Add(Total);
        await _rig.Host.UntilAsync(h => h.Values.Any(v => v.Name == "water/total"));
        Assert.Equal(6, _rig.Host.Values.Count(v => v.Reason == "NoAnswer"));
        await SendAsync("rebirth command");
        await _rig.Host.UntilAsync(h => h.Of("DBIRTH").Count() == 3);
        _rig.Log.Add(Ph);
        await _rig.Host.UntilAsync(h => h.Values.Any(v => v.Value == 8));

        Assert.Equal(["i2c-1.0x63", "derived", "derived", "i2c-1.0x63"], _rig.Host.Of("DBIRTH").Select(t => t.Device));
        Assert.Equal("i2c-1.0x63", Assert.Single(_rig.Host.Of("DDEATH")).Device);
    }

    private Task<PublishResult> SendAsync(string vector)
    {
        var line = File.ReadLines(Path.Combine(Programs.RepositoryRoot, "tests/gateway/Edge.Sparkplug.Tests/Payloads/vectors.txt")).Single(l => l.StartsWith(vector, StringComparison.Ordinal));
        return _rig.Host.Link.PublishAsync("spBv1.0/water/NCMD/gw-1", Convert.FromHexString(line.Split(": ")[1]), retain: false, default);
    }
}
