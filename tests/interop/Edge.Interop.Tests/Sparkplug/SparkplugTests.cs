using System.Text.Json;
using Edge.Interop.Tests.Peers;
using Edge.Testing;

namespace Edge.Interop.Tests.Sparkplug;

/// <summary>A real gateway at a real broker, seen by a host that is made of npm packages and the specification.</summary>
public sealed class SparkplugTests
{
    private const string Node = "water/gw-1";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(90);

    [NodeFact]
    public async Task The_vectors_of_payloads_are_what_sparkplug_payload_makes()
    {
        var made = await NodePeer.Sparkplug.Ask("vectors", []);

        Assert.Equal(File.ReadAllLines(Path.Combine(Programs.RepositoryRoot, "tests/gateway/Edge.Sparkplug.Tests/Payloads/vectors.txt")), made);
    }

    [SparkplugFact]
    public async Task It_reads_births_and_data_sees_the_death_of_a_killed_gateway_and_gets_births_when_it_asks()
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using var host = await SparkplugHost.StartAsync(broker);
        await using var gateway = await SparkplugGateway.MakeAsync(broker, "group: water");
        gateway.Start();
        await host.UntilAsync(h => Devices.All(d => Values(h, d).Any(v => v.Quality == 192 && !v.IsHistorical)), Long);

        Assert.Equal([$"NBIRTH {Node}", .. Devices.Select(d => $"DBIRTH {Node} {d}")], host.Told.Take(6).Select(Short));
        Assert.Equal(["bar", "L/min", "pH"], new[] { "main/pressure", "main/flow", "water/tap/ph" }.Select(name => Births(host).First(m => m.Name == name).Unit));
        Assert.InRange(Values(host, "i2c-1.0x63").First(v => v.Value is not null).Value!.Value, 6.0, 9.0);
        Assert.All(Devices.SelectMany(d => Values(host, d)), v => Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(v.Timestamp), DateTimeOffset.UnixEpoch.AddYears(55), DateTimeOffset.MaxValue));

        await SparkplugHost.AskForBirthAsync(broker, "water", "gw-1");
        await host.UntilAsync(h => h.Of("NBIRTH").Count() == 2 && h.Of("DBIRTH").Count() == 10, Long);
        Assert.Equal([0, 0], host.Of("NBIRTH").Select(Session));

        await gateway.KillAsync();
        await host.UntilAsync(h => h.Of("NDEATH").Any(), Long);
        Assert.Equal(0, Session(host.Of("NDEATH").Single()));
        Assert.Contains("Will message specified", broker.Log, StringComparison.Ordinal);

        gateway.Start();
        await host.UntilAsync(h => h.Of("NBIRTH").Count() == 3 && h.Told.SkipWhile(m => m.GetRawText() != h.Of("NBIRTH").Last().GetRawText()).Any(m => Kind(m) == "DDATA"), Long);
        await gateway.StopAsync();
        await host.UntilAsync(h => h.Of("NDEATH").Count() == 2, Long);
        Assert.Equal([0, 1], host.Of("NDEATH").Select(Session));
        Assert.Empty(host.Wrong);
    }

    [SparkplugFact]
    public async Task What_is_measured_without_a_broker_comes_as_history_and_nothing_is_left_out()
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using var gateway = await SparkplugGateway.MakeAsync(broker, "group: water, rate: 10MB, burst: 10MB");
        List<ToldValue> told;
        await using (var before = await SparkplugHost.StartAsync(broker))
        {
            gateway.Start();
            await before.UntilAsync(h => Values(h, "gpio.27").Any(v => v.Value is not null), Long);
            await broker.KillAsync();
            Assert.Empty(before.Wrong);
            told = [.. before.Of("DDATA").SelectMany(Metrics)];
        }

        await Eventually.True(() => gateway.Said("241").Count() >= 3, Long);
        await broker.StartAgainAsync();
        await using var host = await SparkplugHost.StartAsync(broker);
        await host.UntilAsync(h => h.Of("DDATA").SelectMany(Metrics).DistinctBy(v => v.IsHistorical).Count() == 2, Long);
        await gateway.StopAsync();
        await host.UntilAsync(h => h.Of("NDEATH").Any(), Long);

        var values = host.Of("DDATA").SelectMany(Metrics).ToList();
        var firstLive = values.Where(v => !v.IsHistorical).Min(v => v.Entry);
        Assert.All(values, v => Assert.Equal(v.Entry < firstLive, v.IsHistorical));
        // Between readings stand seals and the like, one or two; what was measured in the outage would be dozens.
        var entries = told.Concat(values).Select(v => v.Entry!.Value).Distinct().Order().ToList();
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 5));
        Assert.InRange(values.Where(v => v.IsHistorical).DistinctBy(v => v.Entry).Count(), 12, int.MaxValue);
    }

    [SparkplugFact]
    public async Task It_is_waited_for_where_it_is_the_primary_host_and_a_device_that_is_unplugged_dies_and_comes_back()
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using var gateway = await SparkplugGateway.MakeAsync(broker, "group: water, node: pipe, primary_host: scada");
        gateway.Start();
        await Eventually.True(() => gateway.Said("242").Any(), Long);
        await using (var host = await SparkplugHost.StartAsync(broker, "scada"))
        {
            await host.UntilAsync(h => Values(h, "i2c-1.0x45").Any(v => v.Quality == 192), Long);
            await gateway.TellAsync("fault", "power.pump.voltage", "unplugged");
            await host.UntilAsync(h => h.Of("DDEATH").Any(), Long);
            await gateway.TellAsync("fault", "power.pump.voltage", "none");
            await host.UntilAsync(h => h.Of("DBIRTH").Count(m => Device(m) == "i2c-1.0x45") == 2, Long);

            Assert.Equal("i2c-1.0x45", Device(Assert.Single(host.Of("DDEATH"))));
            Assert.Contains(Values(host, "i2c-1.0x45"), v => v is { Value: null, Quality: 0, Reason: "NoAnswer" });
            Assert.Equal("water/pipe", host.Of("NBIRTH").Single().GetProperty("node").GetString());
            Assert.Empty(host.Wrong);
        }

        // Its will says that it is offline: the node says farewell, and waits again.
        await Eventually.True(() => gateway.Said("242").Count() > 1, Long);
        Assert.Contains("spBv1.0/water/NDEATH/pipe", broker.Log, StringComparison.Ordinal);
    }

    private static string[] Devices => ["i2c-1.0x4a", "gpio.27", "i2c-1.0x45", "i2c-1.0x63", "i2c-1.0x4b"];

    private static string Kind(JsonElement message) => message.GetProperty("kind").GetString()!;

    private static string? Device(JsonElement message) => message.TryGetProperty("device", out var device) ? device.GetString() : null;

    private static int Session(JsonElement message) => message.GetProperty("session").GetInt32();

    private static string Short(JsonElement message) => $"{Kind(message)} {message.GetProperty("node").GetString()} {Device(message)}".Trim();

    private static IEnumerable<ToldValue> Births(SparkplugHost host) => host.Of("DBIRTH").SelectMany(Metrics);

    private static IEnumerable<ToldValue> Values(SparkplugHost host, string device) => host.Of("DDATA").Where(m => Device(m) == device).SelectMany(Metrics);

    private static IEnumerable<ToldValue> Metrics(JsonElement message) => message.GetProperty("metrics").EnumerateArray().Select(m => m.Deserialize<ToldValue>(JsonSerializerOptions.Web)!);
}
