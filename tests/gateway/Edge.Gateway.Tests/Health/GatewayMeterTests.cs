using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Edge.Gateway.Health;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

public sealed partial class GatewayMeterTests : IDisposable
{
    private readonly HealthRig _rig = new();
    private readonly MeterListener _listener = new();
    private readonly List<Instrument> _published = [];
    private readonly List<(string Name, string Tag, double Value)> _measured = [];
    private readonly GatewayMeter _meter;

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
        _meter = new GatewayMeter(_rig.Source);
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
    public void What_is_not_known_is_not_published()
    {
        Listen();

        Assert.DoesNotContain(_measured, m => m.Name is "edge.card.life" or "edge.store.room" or "edge.log.drain" or "edge.city.block");
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

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.IsEmpty ? "" : $"{tags[0].Key}={tags[0].Value}";

    private static string Kind(Instrument instrument) => instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter" : "gauge";

    [GeneratedRegex(@"^\| `(edge\.[a-z._]+)` \| (counter|gauge) \| `([^`]+)` \|[^|]*\| (.+) \|$")]
    private static partial Regex Row();
}
