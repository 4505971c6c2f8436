using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Sampling;
using Edge.Gateway.Time;
using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Bench.Ingest;

/// <summary>The gateway's own pipeline behind the samplers, with its defaults: queue, writer, salts, encoding, tree, seals, signed checkpoints, store.</summary>
internal sealed class GatewayLog : IDisposable
{
    /// <summary>What comes in during about one of the writer's periods under this load.</summary>
    private const int Burst = 4096;

    private readonly NoteSigner _signer = new("city.example/bench-gw", KeyType.Ed25519, new byte[32]);
    private readonly MerkleLog _log;
    private readonly SampleQueue _queue = new(SampleCourse.Channels);
    private readonly SampleCourse _course;
    private readonly LogWriter _writer;

    public GatewayLog(string folder)
    {
        var configuration = new GatewayConfiguration
        {
            File = "bench.yaml",
            FileHash = default,
            Origin = LogOrigin.Parse(_signer.Name),
            Who = "benchmark",
            KeyFile = "",
            PolicyFile = "",
            Store = new StoreSettings { Folder = folder },
            Seal = new SealSettings(),
            Broker = new MqttEndpoint { Host = "127.0.0.1", ClientId = "bench-gw" },
            Anchoring = new AnchorSettings(),
            Clock = new ClockSettings { TrustHost = true },
            Buses = [],
            Sensors = [],
            Channels = SampleCourse.Settings,
        };
        var clock = new SystemClock(configuration.Clock, new LinuxTime(), null);
        _course = new SampleCourse(clock);
        _log = MerkleLog.Open(folder);
        _writer = new LogWriter(configuration, _log, _signer, _queue, clock, new BeaconBox(), new GatewayStatus(SampleCourse.Channels), NullLogger<LogWriter>.Instance);
        _writer.Start();
        First = _log.Size;
    }

    /// <summary>Index of the first reading.</summary>
    public ulong First { get; }

    /// <summary>Lets readings in.</summary>
    public void Take(int readings)
    {
        for (; readings > 0; readings -= Burst)
        {
            _course.Put(_queue, Math.Min(readings, Burst));
            _writer.Tick();
        }
    }

    /// <summary>Lets a few readings in, or none, and commits or seals what is due.</summary>
    public void Tick(int readings)
    {
        _course.Put(_queue, readings);
        _writer.Tick();
    }

    /// <summary>Seals and commits what is left.</summary>
    /// <exception cref="BenchException">The store refused, or readings were lost.</exception>
    public void Finish()
    {
        if (!_writer.Stop() || _queue.Lost > 0)
            throw new BenchException("The store did not take all readings.");
    }

    /// <summary>The entries as they were encoded, from the first reading on.</summary>
    public EntryBatch Entries()
    {
        var entries = new EntryBatch();
        _log.View.ReadEntries(First, _log.Size - First, (_, bytes) => entries.Add(bytes));
        return entries;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _log.Dispose();
        _signer.Dispose();
    }
}
