using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Recordings;
using Edge.Simulators.Signals;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Recordings;

/// <summary>
/// Plays a recording through registers and drivers, row by row in simulated time, and compares every channel of every row with the
/// recording: a value within the device's resolution, a blank as an absent reading with its reason.
/// </summary>
internal sealed class LockStep
{
    private readonly SimulatedClock _clock = new();
    private readonly List<(SiteSensor Sensor, ISensor Driver)> _drivers = [];
    private readonly Recording _recording;
    private readonly RecordingPlayer _player;

    public LockStep(SiteDescription site, Recording recording, double secondsPerRow)
    {
        _recording = recording;
        var row = TimeSpan.FromSeconds(secondsPerRow);
        _player = new RecordingPlayer(recording, recording.Interval / row, row, AtEnd.Hold, _clock.Now);
        var bench = new SimulatedBench(site.Sensors, Signal, _clock);
        // Pulses are counted over the whole row, so meters come last.
        foreach (var sensor in site.Sensors.OrderBy(s => s.Plan.Wiring == Wiring.Line))
            _drivers.Add((sensor, sensor.Plan.Open(bench, _clock)));
    }

    public int Values { get; private set; }

    public Dictionary<Reason, int> Absent { get; } = [];

    private RecordedSignal Signal(ChannelSource source) => new(_player, _recording.Columns.ToList().IndexOf(((ColumnSource)source).Name));

    public LockStep Run()
    {
        var sink = new Sink();
        for (var row = 0; row < _recording.Rows; row++)
        {
            var end = _player.StartOf(row + 1) ?? _player.End!.Value;
            foreach (var (sensor, driver) in _drivers)
            {
                if (sensor.Plan.Wiring == Wiring.Line)
                    _clock.AdvanceTo(end);
                sink.Samples.Clear();
                var round = driver.SampleAsync(sink, CancellationToken.None);
                if (!round.IsCompletedSuccessfully)
                    _clock.Run(round.AsTask());
                Assert.True(_clock.Now <= end, $"row {row + 1}: {driver.Name} took longer than the row");
                for (var i = 0; i < sensor.Sources.Count; i++)
                    Compare(row, sensor, i, sink.Samples[i]);
            }
            _clock.AdvanceTo(end);
        }
        return this;
    }

    private void Compare(int row, SiteSensor sensor, int output, Sample sample)
    {
        var channel = sensor.Plan.Channels[output];
        if (sensor.Sources[output] is not ColumnSource column)
            return;
        var present = _recording.TryRead(row, _recording.Columns.ToList().IndexOf(column.Name), out var expected);
        if (present)
        {
            Assert.True(sample.Quality == Quality.Good, $"row {row + 1}: {channel.Name} is {sample} where the recording has {expected}");
            Assert.True(Math.Abs(sample.Value!.Value - expected) <= channel.Resolution, $"row {row + 1}: {channel.Name} is {sample.Value} where the recording has {expected}; its resolution is {channel.Resolution}");
            Values++;
            return;
        }
        var reason = sensor.Plan.Driver switch
        {
            "ads1115" => Reason.LoopLow,
            "ina226" => Reason.NoAnswer,
            "bme280" or "ds18b20" => Reason.NoAnswer,
            ['e', 'z', 'o', '-', ..] => Reason.NoData,
            _ => Reason.Removed,
        };
        Assert.True((sample.Value, sample.Quality, sample.Reason) == (null, Quality.Bad, reason), $"row {row + 1}: {channel.Name} is {sample} where the recording is blank");
        Absent[reason] = Absent.GetValueOrDefault(reason) + 1;
    }

    private sealed class Sink : ISampleSink
    {
        public List<Sample> Samples { get; } = [];

        public void Accept(in Sample sample) => Samples.Add(sample);
    }
}
