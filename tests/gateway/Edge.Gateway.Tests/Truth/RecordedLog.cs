using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Sampling;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using Edge.Simulators.Recordings;
using Edge.Simulators.Signals;
using Edge.Simulators.Sites;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using BenchClock = Edge.Simulators.Clocks.SimulatedClock;
using GatewayClock = Edge.Gateway.Rehearsals.SimulatedClock;

namespace Edge.Gateway.Tests.Truth;

/// <summary>A recording, played through registers and drivers row by row in simulated time, into a real log under the rules that are given: one reading per row and channel.</summary>
internal sealed class RecordedLog : ISampleSink, IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly BenchClock _bench = new(60_000_000_000);
    private readonly GatewayClock _clock = new();
    private readonly NoteSigner _signer = new("city.example/gw-1", KeyType.Ed25519, [.. Enumerable.Repeat((byte)1, 32)]);
    private readonly List<(SiteSensor Sensor, ISensor Driver, int First)> _drivers = [];
    private readonly Dictionary<string, int> _columns = [];
    private readonly RecordingPlayer _player;
    private readonly SampleQueue _queue;
    private readonly MerkleLog _log;
    private int _first;

    /// <param name="rules">By channel; the others have none.</param>
    /// <param name="most">Rows played at most.</param>
    public RecordedLog(string file, TimeSpan row, IReadOnlyDictionary<string, RuleSettings> rules, int most = int.MaxValue)
    {
        var path = RecordingFolder.Find(file);
        var site = MappingLibrary.Find(path)!;
        Recording = RecordingReader.Read(path, site.Recording!, site.Sensors.SelectMany(s => s.Sources).OfType<ColumnSource>());
        _player = new RecordingPlayer(Recording, Recording.Interval / row, row, AtEnd.Hold, _bench.Now);
        var bench = new SimulatedBench(site.Sensors, s => new RecordedSignal(_player, Column((ColumnSource)s)), _bench);
        var channels = new List<ChannelSettings>();
        foreach (var sensor in site.Sensors)
        {
            _drivers.Add((sensor, sensor.Plan.Open(bench, _bench), channels.Count));
            channels.AddRange(sensor.Plan.Channels.Select(c => new ChannelSettings
            {
                Name = c.Name, Unit = c.Unit, Resolution = c.Resolution, Definition = "{}", Period = row, Rules = rules.GetValueOrDefault(c.Name, RuleSettings.None),
            }));
            foreach (var (channel, source) in sensor.Plan.Channels.Zip(sensor.Sources))
            {
                if (source is ColumnSource column)
                    _columns[channel.Name] = Column(column);
            }
        }

        Channels = channels.ToDictionary(c => c.Name);
        _queue = new SampleQueue(channels.Count);
        _log = MerkleLog.Open(LogFolder.Open(_folder.File("edge-log")));
        using var writer = new LogWriter(Configuration(channels), _log, _signer, _queue, _clock, new BeaconBox(), new GatewayStatus(channels.Count), NullLogger<LogWriter>.Instance);
        _clock.MoveTo((ulong)_bench.Now);
        writer.Start();
        for (Rows = 0; Rows < Math.Min(Recording.Rows, most); Rows++)
            Play(writer);
        Assert.True(writer.Stop());
        _log.View.ReadEntries(0, _log.Size, (_, bytes) => Take(Entry.Decode(bytes)));
    }

    public Recording Recording { get; }

    public int Rows { get; private set; }

    public IReadOnlyDictionary<string, ChannelSettings> Channels { get; }

    /// <summary>Of each channel, in the order of the rows.</summary>
    public Dictionary<string, List<ReadingEntry>> Readings { get; } = [];

    public Hash32 Root => _log.View.Root(_log.Size);

    /// <summary>What the recording has for a channel in each row played; null for a blank.</summary>
    public double?[] Recorded(string channel) =>
        [.. Enumerable.Range(0, Rows).Select(row => Recording.TryRead(row, _columns[channel], out var value) ? value : default(double?))];

    /// <summary>Every channel with a column has each value of it within its resolution, and no value for a blank.</summary>
    public void AssertEveryValueSurvives()
    {
        foreach (var channel in _columns.Keys)
        {
            var recorded = Recorded(channel);
            Assert.Equal(Rows, Readings[channel].Count);
            for (var row = 0; row < Rows; row++)
            {
                var reading = Readings[channel][row];
                Assert.True(
                    recorded[row] is { } value ? reading.Quality != Quality.Bad && Math.Abs(reading.Value!.Value - value) <= Channels[channel].Resolution : reading is { Value: null, Quality: Quality.Bad },
                    $"row {row + 1}: {reading} where the recording has {recorded[row]}");
            }
        }
    }

    /// <summary>The reasons of a channel in each row: those that are expected there, and no reason where none is and the recording has a value.</summary>
    public void AssertReasons(string channel, Func<int, Reason> expected)
    {
        var recorded = Recorded(channel);
        for (var row = 0; row < Rows; row++)
        {
            var reading = Readings[channel][row];
            if (recorded[row] is not null)
                Assert.True((Expected(expected(row)), expected(row)) == (reading.Quality, reading.Reason), $"row {row + 1}: {reading} where {expected(row)} is expected");
        }
    }

    public void Accept(in Sample sample)
    {
        _clock.MoveTo((ulong)_bench.Now);
        var now = _clock.Now();
        _queue.Put(new StampedSample(_first + sample.Output, sample, now.Monotonic, now.Wall));
    }

    public void Dispose()
    {
        _log.Dispose();
        _signer.Dispose();
        _folder.Dispose();
    }

    private static Quality Expected(Reason reason) => reason == Reason.None ? Quality.Good : Quality.Uncertain;

    private int Column(ColumnSource source) => Recording.Columns.ToList().IndexOf(source.Name);

    private void Take(Entry entry)
    {
        if (entry is not ReadingEntry reading)
            return;
        if (!Readings.TryGetValue(reading.Channel, out var readings))
            Readings[reading.Channel] = readings = [];
        readings.Add(reading);
    }

    /// <summary>Pulses are counted over the whole row, so meters come last.</summary>
    private void Play(LogWriter writer)
    {
        var end = _player.StartOf(Rows + 1) ?? _player.End!.Value;
        foreach (var (sensor, driver, first) in _drivers.OrderBy(d => d.Sensor.Plan.Wiring == Wiring.Line))
        {
            if (sensor.Plan.Wiring == Wiring.Line)
                _bench.AdvanceTo(end);
            _first = first;
            var round = driver.SampleAsync(this, CancellationToken.None);
            if (!round.IsCompletedSuccessfully)
                _bench.Run(round.AsTask());
        }

        _bench.AdvanceTo(end);
        _clock.MoveTo((ulong)end);
        writer.Tick();
    }

    private GatewayConfiguration Configuration(IReadOnlyList<ChannelSettings> channels) => new()
    {
        File = "gateway.yaml",
        FileHash = default,
        Origin = LogOrigin.Parse(_signer.Name),
        Who = "technician Li",
        KeyFile = "",
        PolicyFile = "",
        Store = new StoreSettings { Folder = _folder.File("edge-log"), CommitAge = TimeSpan.FromMinutes(1) },
        Seal = new SealSettings { Entries = 100_000, Age = TimeSpan.FromHours(1) },
        Broker = new MqttEndpoint { Host = "127.0.0.1", ClientId = "gw-1" },
        Anchoring = new AnchorSettings(),
        Clock = new ClockSettings(),
        Buses = [],
        Sensors = [],
        Channels = channels,
    };
}
