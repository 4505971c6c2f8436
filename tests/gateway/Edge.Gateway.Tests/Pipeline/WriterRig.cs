using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Sampling;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Notes;
using Edge.Sensors.Sampling;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Pipeline;

/// <summary>The writer over a real store in a temporary folder, with a clock set by hand. Two channels: ph, with limits and calibration; flow, without.</summary>
internal sealed class WriterRig : IDisposable
{
    public const int Ph = 0;
    public const int Flow = 1;

    /// <summary>Boot, two configurations, a calibration, a seal.</summary>
    public const int Opening = 5;

    /// <summary>Every group can be evicted by itself.</summary>
    private static readonly SegmentOptions SmallParts = new() { Bytes = 1, Ahead = 512 };

    private readonly TemporaryDirectory _folder = new();
    private readonly int _queueCapacity;
    private readonly SegmentOptions _parts;

    public WriterRig(SealSettings? seal = null, TimeSpan? keepAnchored = null, NoteSigner? signer = null, int queueCapacity = SampleQueue.DefaultCapacity,
        RefusingStore.Fault atStart = RefusingStore.Fault.None, HandClock? clock = null, StoreSettings? store = null, SegmentOptions? parts = null,
        RuleSettings? rules = null, IReadOnlyList<ChannelSettings>? derived = null)
    {
        Clock = clock ?? new HandClock();
        _parts = parts ?? SmallParts;
        Signer = signer ?? new NoteSigner("city.example/gw-1", KeyType.Ed25519, [.. Enumerable.Repeat((byte)1, 32)]);
        _queueCapacity = queueCapacity;
        Configuration = new GatewayConfiguration
        {
            File = "gateway.yaml",
            FileHash = default,
            Origin = LogOrigin.Parse(Signer.Name),
            Who = "technician Li",
            KeyFile = "",
            PolicyFile = "",
            Store = (store ?? new StoreSettings { Folder = "" }) with { Folder = store is { Folder.Length: > 0 } elsewhere ? elsewhere.Folder : _folder.File("edge-log"), KeepAnchored = keepAnchored },
            Seal = seal ?? new SealSettings(),
            Broker = new MqttEndpoint { Host = "127.0.0.1", ClientId = "gw-1" },
            Anchoring = new AnchorSettings(),
            Clock = new ClockSettings(),
            Buses = [],
            Sensors = [],
            Channels =
            [
                Channel("ph", "pH") with { AlarmLow = 6.5, AlarmHigh = 8.5, Calibration = new CalibrationSettings { Date = "2026-11-01", Certificate = "C-17", Who = "City Metrology" } },
                Channel("flow", "L/min") with { Rules = rules ?? RuleSettings.None },
                .. derived ?? [],
            ],
        };
        AtStart = atStart;
        Start();
        AtStart = RefusingStore.Fault.None;
    }

    /// <summary>Another one comes into force at a restart.</summary>
    public GatewayConfiguration Configuration { get; set; }

    public NoteSigner Signer { get; }

    public HandClock Clock { get; }

    public BeaconBox Beacons { get; } = new();

    /// <summary>What the disk says, also after a restart; null: the real one.</summary>
    public Func<LogExtent, StoreUsage>? Meter
    {
        get;
        set => Store.Meter = field = value;
    }

    /// <summary>What the disk refuses at the next restart.</summary>
    public RefusingStore.Fault AtStart { get; set; }

    /// <summary>Called at a restart, before the writer starts.</summary>
    public Action? Opened { get; set; }

    public RefusingStore Store { get; private set; } = null!;

    public MerkleLog Log { get; private set; } = null!;

    public SampleQueue Queue { get; private set; } = null!;

    public GatewayStatus Status { get; private set; } = null!;

    public LogWriter Writer { get; private set; } = null!;

    /// <summary>Sizes of the log when seals were announced.</summary>
    public List<ulong> Announced { get; } = [];

    public Entry[] Entries()
    {
        var entries = new List<Entry>();
        Log.View.ReadEntries(Log.View.Store.Extent.Oldest, Log.Size - Log.View.Store.Extent.Oldest, (_, bytes) => entries.Add(Entry.Decode(bytes)));
        return [.. entries];
    }

    public IEnumerable<double?> Values() => Entries().OfType<ReadingEntry>().Select(r => r.Value);

    public void Put(int channel, double value) =>
        Queue.Put(new StampedSample(channel, Sample.Good(0, value, (long)(value * 1000)), Clock.Monotonic(), Clock.Wall()));

    /// <summary>Samples flow at 0, 1, 2 ... and lets the writer take them.</summary>
    public void PutAndTick(int count)
    {
        for (var i = 0; i < count; i++)
            Put(Flow, i);
        Writer.Tick();
    }

    /// <summary>Lets time pass, then the writer look.</summary>
    public void Pass(TimeSpan time)
    {
        Clock.Advance(time);
        Writer.Tick();
    }

    /// <summary>Ends without a stop, as a power cut does, and starts again.</summary>
    public void Crash()
    {
        Log.Dispose();
        Start();
    }

    /// <summary>The same, and meanwhile something happens to the log's folder.</summary>
    public void Crash(Action<string> meanwhile)
    {
        Log.Dispose();
        meanwhile(Configuration.Store.Folder);
        Start();
    }

    /// <summary>The same, and meanwhile a byte changes in one of the first segment's frames that have entries.</summary>
    /// <param name="which">Chooses it by the offsets of all of them.</param>
    public void Crash(Func<IReadOnlyList<int>, int> which)
    {
        Log.Dispose();
        var segment = Path.Combine(Configuration.Store.Folder, "00000001.seg");
        var bytes = File.ReadAllBytes(segment);
        var frames = Enumerable.Range(0, bytes.Length / 8).Select(i => i * 8).Where(at => bytes.AsSpan(at).StartsWith("EdgeFrm1"u8) && bytes[at + 12] > 0).ToList();
        bytes[which(frames) + 60] ^= 1;
        File.WriteAllBytes(segment, bytes);
        Start();
    }

    /// <summary>Stops in order, and starts again.</summary>
    public void StopAndStart()
    {
        Assert.True(Writer.Stop());
        Crash();
    }

    public void Dispose()
    {
        Writer.Dispose();
        Log.Dispose();
        Signer.Dispose();
        _folder.Dispose();
    }

    private static ChannelSettings Channel(string name, string unit) => new() { Name = name, Unit = unit, Resolution = 0.01, Definition = $"{{\"channel\":\"{name}\"}}" };

    private void Start()
    {
        Writer?.Dispose();
        Store = new RefusingStore(LogFolder.Open(Configuration.Store.Folder, options: _parts)) { Now = AtStart, Meter = Meter };
        Log = MerkleLog.Open(Store);
        Queue = new SampleQueue(Configuration.Channels.Count, _queueCapacity);
        Status = new GatewayStatus(Configuration.Channels.Count);
        Writer = new LogWriter(Configuration, Log, Signer, Queue, Clock, Beacons, Status, NullLogger<LogWriter>.Instance);
        Writer.Sealed += _ => Announced.Add(Log.Size);
        Opened?.Invoke();
        Writer.Start();
    }
}
