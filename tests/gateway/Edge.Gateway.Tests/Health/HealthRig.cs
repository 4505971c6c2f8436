using Edge.Gateway.Health;
using Edge.Gateway.Hosting;
using Edge.Gateway.Sampling;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Sparkplug;
using Edge.Store.Log;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

/// <summary>A writer with its health; where anchoring stands is set by hand.</summary>
internal sealed class HealthRig : IDisposable
{
    public const int QueueCapacity = 100;

    private readonly DiskWatch _disk;
    private readonly IReadOnlyList<NotedDamage> _damage;
    private GatewayStatus? _status;
    private long _linkAt;

    /// <param name="damage">What was found when the log was opened.</param>
    public HealthRig(Func<ILogReader>? open = null, params IReadOnlyList<NotedDamage> damage)
    {
        _disk = new DiskWatch(open ?? (() => LogFolder.OpenReader(Gateway.Configuration.Store.Folder)), () =>
        {
            Asked++;
            return Written;
        });
        _damage = damage;
        Source = New();
    }

    public WriterRig Gateway { get; } = new(queueCapacity: QueueCapacity);

    public ManualTimeProvider Wall { get; } = new();

    public HealthSource Source { get; private set; }

    public ulong Anchored { get; set; }

    public bool IsConnected
    {
        get;
        set => (field, _linkAt) = (value, Wall.GetTimestamp());
    }

    /// <summary>Why anchoring has stopped for good.</summary>
    public Fork? Halted { get; set; }

    /// <summary>Where the drain to a historian stands.</summary>
    public DrainStatus? Drain { get; set; }

    /// <summary>Where the node of Sparkplug B stands.</summary>
    public SparkplugStatus? Sparkplug { get; set; }

    public IReadOnlyList<DepartmentAnswer> Departments { get; set; } = [];

    public long Written { get; set; }

    public Fork? HaltedEarlier { get; set; }

    /// <summary>How often the disk was looked at.</summary>
    public int Asked { get; private set; }

    /// <summary>The health of the writer as it is now, also after a crash.</summary>
    public GatewayHealth Now()
    {
        if (Gateway.Status != _status)
            Source = New();
        return Source.Now();
    }

    public void Dispose()
    {
        _disk.Dispose();
        Gateway.Dispose();
    }

    private HealthSource New()
    {
        _status = Gateway.Status;
        return new HealthSource(Gateway.Configuration, Gateway.Status, Gateway.Queue, _disk, () => _damage, Anchoring, Gateway.Clock, Wall) { Quorum = 2, HaltedEarlier = () => HaltedEarlier, Drain = () => Drain, Sparkplug = () => Sparkplug, Field = new FieldWatch(Gateway.Configuration) };
    }

    private AnchoringStatus Anchoring() => new()
    {
        Link = new SessionState(IsConnected, Wall.GetUtcNow(), _linkAt, null),
        SealedSize = 0,
        AnchoredSize = Anchored,
        PendingSince = null,
        Departments = Departments,
        Block = null,
        Halted = Halted,
        NotBelieved = 0,
        LastNotBelieved = null,
    };
}
