using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Edge.Gateway.Health;
using Edge.Sparkplug;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

public sealed partial class GatewayMeterTests : IDisposable
{
    private readonly HealthRig _rig = new();
    private readonly MeterListener _listener = new();
    private readonly List<Instrument> _published = [];
    private readonly List<(string Name, string Tag, double Value)> _measured = [];
    private readonly GatewayMeter _meter;
    private GatewayHealth? _told;

    public GatewayMeterTests()
    {
        _listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == GatewayMeter.Name)
                _published.Add(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => _measured.Add((i.Name, Tag(tags), value)));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => _measured.Add((i.Name, Tag(tags), value)));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => _measured.Add((i.Name, Tag(tags), value)));
        _meter = new GatewayMeter(() => _told ?? _rig.Source.Now());
    }

    public void Dispose()
    {
        _meter.Dispose();
        _listener.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public void The_readme_lists_every_instrument_with_its_kind_unit_and_meaning_and_no_other()
    {
        _listener.Start();
        var readme = File.ReadAllLines(Path.Combine(Programs.RepositoryRoot, "gateway/Edge.Gateway/Health/README.md"));
        var listed = readme.Select(l => Row().Match(l)).Where(m => m.Success).Select(m => string.Join('|', m.Groups.Values.Skip(1).Select(g => g.Value)));

        var published = Own().Select(i => $"{i.Name}|{Kind(i)}|{i.Unit}|{i.Description}");

        Assert.Equal(published.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_lower_case_words_with_dots_between_and_units_are_ucum()
    {
        _listener.Start();

        Assert.All(Own(), i => Assert.Matches(@"^edge(\.[a-z]+(_[a-z]+)*)+$", i.Name));
        Assert.All(Own(), i => Assert.Matches(@"^(1|s|d|By|By/d|\{[a-z]+\})$", i.Unit));
    }

    [Fact]
    public void What_is_measured_is_what_the_model_says()
    {
        _rig.Gateway.PutAndTick(7);
        _rig.Gateway.Pass(TimeSpan.FromSeconds(10));
        Listen();

        var health = _rig.Now();
        Assert.Equal(7, Measured("edge.readings", "quality=good"));
        Assert.Equal(0, Measured("edge.readings", "quality=bad"));
        Assert.Equal(health.Size, Measured("edge.log.durable"));
        Assert.Equal(health.Buffered, Measured("edge.log.buffered"));
        Assert.Equal(health.StoreBytes!.Value, Measured("edge.store.size"));
        Assert.Equal(1, Measured("edge.channel.measuring", "channel=flow"));
        Assert.Equal(0, Measured("edge.channel.measuring", "channel=ph"));
        Assert.Equal(1, Measured("edge.clock.known"));
    }

    [Fact]
    public void Of_the_node_of_Sparkplug_the_figures_are_the_models()
    {
        _rig.Sparkplug = new SparkplugStatus(true, false, 12, "a link of before ended");
        Listen();

        Assert.Equal((1, 0, 12), (Measured("edge.sparkplug.connected"), Measured("edge.sparkplug.born"), Measured("edge.sparkplug.remaining")));
        Assert.Null(_rig.Now().Sparkplug!.Problem);
    }

    [Fact]
    public void Each_figure_of_a_device_and_of_a_bus_is_the_models_under_its_own_name()
    {
        _told = Healths.Well with
        {
            Devices = new Dictionary<string, DeviceHealth>
            {
                ["i2c-1 0x48"] = new("i2c-1", Rounds: 100, MissedRounds: 2, JitterP50Milliseconds: 3, JitterP99Milliseconds: 40, Absent: 5)
                {
                    Transfers = new(NoAcknowledges: 6, Timeouts: 7, OtherFailures: 8, Retries: 9, Withheld: 10, AnsweredSecondsAgo: 0.1, GaveUpSecondsAgo: 11),
                },
                ["gpio 17"] = new("gpio", Rounds: 0, MissedRounds: 12, JitterP50Milliseconds: null, JitterP99Milliseconds: null, Absent: 13),
            },
            Buses = new Dictionary<string, BusHealth> { ["i2c-1"] = new(14, null, null), ["i2c-2"] = new(15, "SDA", "SDA is held low") },
        };
        Listen();

        Assert.Equal(
            [
                ("edge.bus.held", "bus=i2c-1", 0), ("edge.bus.held", "bus=i2c-2", 1), ("edge.bus.recovery", "bus=i2c-1", 14), ("edge.bus.recovery", "bus=i2c-2", 15),
                ("edge.device.absent", "device=gpio 17", 13), ("edge.device.absent", "device=i2c-1 0x48", 5),
                ("edge.device.jitter", "device=i2c-1 0x48 quantile=0.5", 0.003), ("edge.device.jitter", "device=i2c-1 0x48 quantile=0.99", 0.04),
                ("edge.device.missed", "device=gpio 17", 12), ("edge.device.missed", "device=i2c-1 0x48", 2),
                ("edge.device.no_acknowledge", "device=i2c-1 0x48", 6), ("edge.device.other_failure", "device=i2c-1 0x48", 8), ("edge.device.retry", "device=i2c-1 0x48", 9),
                ("edge.device.timeout", "device=i2c-1 0x48", 7), ("edge.device.withheld", "device=i2c-1 0x48", 10),
            ],
            _measured.Where(m => m.Name.StartsWith("edge.device.", StringComparison.Ordinal) || m.Name.StartsWith("edge.bus.", StringComparison.Ordinal)).OrderBy(m => $"{m.Name} {m.Tag}", StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_known_is_not_published()
    {
        Listen();

        Assert.DoesNotContain(_measured, m => m.Name is "edge.card.life" or "edge.store.room" or "edge.log.drain" or "edge.city.block" or "edge.sparkplug.connected");
    }

    [Fact]
    public void While_nobody_listens_nothing_is_computed()
    {
        _listener.Start();
        _listener.RecordObservableInstruments();
        Assert.Equal((0, 0), (_rig.Asked, _measured.Count));

        Listen();
        Assert.Equal(1, _rig.Asked);
    }

    private void Listen()
    {
        _listener.Start();
        foreach (var instrument in Own())
            _listener.EnableMeasurementEvents(instrument);
        _listener.RecordObservableInstruments();
    }

    /// <summary>Other tests have meters of the same name at the same time.</summary>
    private List<Instrument> Own() => [.. _published.Where(i => i.Meter == _meter.Meter)];

    private double Measured(string name, string tag = "") => Assert.Single(_measured, m => m.Name == name && m.Tag == tag).Value;

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));

    private static string Kind(Instrument instrument) => instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter" : "gauge";

    [GeneratedRegex(@"^\| `(edge\.[a-z._]+)` \| (counter|gauge) \| `([^`]+)` \|[^|]*\| (.+) \|$")]
    private static partial Regex Row();
}
