using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Gateway.Truth;
using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Signals;
using Edge.Simulators.Sites;
using Edge.Testing;

namespace Edge.Gateway.Tests.Truth.Faults;

/// <summary>
/// One sensor of a driver on a simulated bench, sampled once a period in simulated time, every 2 s where that is shorter, its readings judged by rules that suit a
/// healthy one: within half of its mean, at most 4 per cent of it a second, never still for ten periods.
/// </summary>
internal sealed class FaultySite : ISampleSink, IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly SimulatedClock _clock = new();
    private readonly SimulatedBench _bench;
    private readonly SensorPlan _plan;
    private readonly ISensor _sensor;
    private readonly ChannelRules[] _rules;
    private readonly TimeSpan _period;
    private readonly List<string> _judged = [];

    /// <param name="yaml">One element of a site's sensors; each channel has a signal.</param>
    public FaultySite(string yaml)
    {
        var site = SiteFile.Read("name: faulty\nsensors:\n" + yaml, "faulty.yaml");
        var sensor = Assert.Single(site.Sensors);
        _plan = sensor.Plan;
        _period = _plan.Period < TimeSpan.FromSeconds(2) ? TimeSpan.FromSeconds(2) : _plan.Period;
        _bench = new SimulatedBench(site.Sensors, Signal, _clock, _folder.Path);
        _sensor = _plan.Open(_bench, _clock);
        _rules = [.. _plan.Channels.Zip(sensor.Sources, Rules)];
    }

    void ISampleSink.Accept(in Sample sample)
    {
        var judged = _rules[sample.Output].Judge(new StampedSample(sample.Output, sample, (ulong)_clock.Now, null)).Sample;
        _judged.Add(judged.Reason == Reason.None ? "good" : $"{(judged.Quality == Quality.Bad ? "bad" : "uncertain")} {judged.Reason}");
        Assert.Equal(judged.Quality == Quality.Bad, judged.Value is null);
    }

    /// <summary>What the readings of so many rounds are, each word once, in the order in which they first came.</summary>
    public IReadOnlyList<string> Rounds(int count)
    {
        _judged.Clear();
        for (var round = 0; round < count; round++)
        {
            var due = _clock.Now + _period.Nanoseconds();
            _clock.Run(_sensor.SampleAsync(this, CancellationToken.None).AsTask());
            _clock.AdvanceTo(Math.Max(due, _clock.Now));
        }

        return [.. _judged.Distinct()];
    }

    /// <summary>What the newest reading is.</summary>
    public string Newest => _judged[^1];

    /// <summary>As edge-sim obeys it, a moment before the next round.</summary>
    public string Command(string words)
    {
        var answer = _bench.Command(words.Replace("CHANNEL", _plan.Channels[0].Name, StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        return answer;
    }

    public void Dispose()
    {
        _sensor.Dispose();
        foreach (var wire in _bench.Wires)
            wire.Dispose();
        _folder.Dispose();
    }

    private WaveSignal Signal(ChannelSource source)
    {
        var wave = (WaveSource)source;
        return new WaveSignal(wave.Mean, wave.Swing, wave.Period, wave.Noise, 5, _clock.Now);
    }

    private ChannelRules Rules(SensorOutput output, ChannelSource? source) => ChannelRules.Of(new ChannelSettings
    {
        Name = output.Name,
        Unit = output.Unit,
        Resolution = output.Resolution,
        Period = _period,
        Definition = "",
        Rules = source is WaveSource { Swing: > 0 } wave
            ? new RuleSettings { Lowest = wave.Mean / 2, Highest = wave.Mean * 1.5, Rate = Math.Max(0.04 * wave.Mean, output.Resolution / _period.TotalSeconds), FlatLine = 10 * _period }
            : new RuleSettings { Lowest = double.MinValue },
    })!;
}
