using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Sampling;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Draining;
using Edge.Ledger.Text;
using Edge.Sparkplug;

namespace Edge.Gateway.Health;

/// <summary>Puts the running gateway's health together from what its parts know. From any thread; asked again within <see cref="FreshFor"/> it gives the same answer.</summary>
/// <param name="damage">What was found damaged and nobody has seen to.</param>
/// <param name="anchoring">Where anchoring stands.</param>
public sealed class HealthSource(
    GatewayConfiguration configuration, GatewayStatus status, SampleQueue queue, DiskWatch disk, Func<IReadOnlyList<NotedDamage>> damage, Func<AnchoringStatus> anchoring,
    IGatewayClock clock, TimeProvider time)
{
    /// <summary>However many ask, the parts are asked no oftener.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMilliseconds(200);

    private readonly TimeSpan[] _periods = [.. configuration.Channels.Select(c => c.Period)];
    private readonly string?[] _devices = [.. configuration.Sensors.SelectMany(s => s.Channels.Select(_ => configuration.Buses.FirstOrDefault(b => b.Name == s.Bus)?.Device))];
    private readonly string?[] _places = [.. configuration.Sensors.SelectMany(s => s.Channels.Select(_ => DeviceWatch.NameOf(s)))];
    private readonly string?[] _contacts = [.. configuration.Channels.Select(c => ContactDefinition.Of(c.Definition)?.ToString())];
    private readonly string[] _fingerprints = [.. configuration.Channels.Select(c => c.Fingerprint)];
    private readonly string _configuration = configuration.FileSha256;
    private readonly Dictionary<string, IReadOnlyList<int>> _addresses = ConfigurationInForce.Addresses(configuration);
    private readonly ConfigurationWatch _file = new(configuration);
    private readonly double _lagPatience = Math.Max(60, (2 * configuration.Anchoring.MinInterval + configuration.Anchoring.AnswerTimeout).TotalSeconds);
    private readonly ulong _started = clock.Monotonic();
    private readonly Lock _gate = new();
    private GatewayHealth? _newest;
    private ulong _asked;

    /// <summary>Devices and buses; null: none are watched.</summary>
    public FieldWatch? Field { get; init; }

    /// <summary>Where the drain to the historian stands; null while there is none.</summary>
    public Func<DrainStatus?> Drain { get; init; } = static () => null;

    /// <summary>Where the node of Sparkplug B stands; null while there is none.</summary>
    public Func<SparkplugStatus?> Sparkplug { get; init; } = static () => null;

    /// <summary>The configured battery-backed clock, while it is not relied on.</summary>
    public Func<RtcHealth?> Rtc { get; init; } = static () => null;

    /// <summary>Seconds that the clock is ahead of the city's time; null while they agree, or either is not known.</summary>
    public Func<double?> ClockAhead { get; init; } = static () => null;

    /// <summary>Why anchoring stopped in an earlier run, unless the city has accepted since.</summary>
    public Func<Fork?> HaltedEarlier { get; init; } = static () => null;

    /// <summary>Fewest departments that must accept, by the trust policy; null: not known.</summary>
    public int? Quorum { get; init; }

    public GatewayHealth Now()
    {
        lock (_gate)
        {
            var now = clock.Monotonic();
            if (_newest is not null && now - _asked < (ulong)FreshFor.TotalNanoseconds)
                return _newest;
            _asked = now;
            return _newest = Look(now);
        }
    }

    private GatewayHealth Look(ulong now)
    {
        var anchor = anchoring();
        var halted = anchor.Halted ?? HaltedEarlier();
        var drain = Drain();
        var numbers = status.Numbers(now, anchor.AnchoredSize);
        var held = disk.Look(now);
        return new GatewayHealth
        {
            Gateway = configuration.Origin.ToString(),
            Configuration = configuration.File,
            ConfigurationHash = _configuration,
            ConfigurationHashOnDisk = _file.Look(now),
            Addresses = _addresses,
            Time = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            UptimeSeconds = Since(_started, now),
            Good = (long)numbers.Taken.Good,
            Uncertain = (long)numbers.Taken.Uncertain,
            Bad = (long)numbers.Taken.Bad,
            Lost = queue.Lost,
            AtRisk = numbers.Uncommitted + queue.Count,
            CommitAgeSeconds = configuration.Store.CommitAge.TotalSeconds,
            Size = numbers.Size,
            Sealed = numbers.Sealed,
            Anchored = anchor.AnchoredSize,
            Oldest = held.Oldest,
            LagSeconds = Math.Round(numbers.LagSeconds, 1),
            LagPatienceSeconds = _lagPatience,
            Alarms = configuration.Channels.Zip(status.Alarms()).Where(a => a.Second is not null).ToDictionary(a => a.First.Name, a => a.Second!.Text),
            AlarmsOpen = AlarmSource.Of(configuration, status, clock.Now()),
            AlarmsEnded = AlarmSource.Ended(configuration, status, clock.Now()),
            Gaps = status.Gaps.ByName(),
            GapsRetold = status.GapsRetold.ByName(),
            EndedWithoutStop = status.EndedWithoutStop,
            Evicted = status.Evicted.ByName(),
            Connected = anchor.Link.IsConnected,
            LinkSeconds = Ago(anchor.Link.At),
            Broker = anchor.Link.Problem,
            Block = anchor.Block?.Header.Height,
            Departments = anchor.Departments.ToDictionary(d => d.Name, d => new DepartmentHealth(d.Size, d.HeardAt is { } at ? Ago(at) : null, d.Refusal)),
            Quorum = Quorum,
            Halted = halted?.ToString(),
            HaltedEarlier = halted is not null && anchor.Halted is null,
            Fork = halted is null ? null : ForkHealth.Of(halted),
            NotBelieved = anchor.NotBelieved,
            LastNotBelieved = anchor.LastNotBelieved,
            Store = status.StoreTrouble,
            Damage = damage(),
            Quarantine = Path.Combine(configuration.Store.Folder, "quarantine"),
            StoreBytes = held.Usage?.Total,
            WalBytes = held.Usage?.WriteAheadLog,
            LastingBytes = held.Usage?.Lasting,
            FreeBytes = held.Usage?.Free,
            FloorBytes = configuration.Store.FreeSpaceFloor,
            RoomLeftBytes = status.Room?.Room.Left,
            BudgetBytes = configuration.Store.Budget,
            LeftOut = status.Room?.LeftOut.ToDictionary(l => l.Channel, l => l.Why.ToString()) ?? [],
            Stuck = status.Room?.IsStuck ?? false,
            StoreBytesPerDay = Whole(held.Growth?.PerDay),
            WrittenBytes = held.Written,
            WrittenBytesPerDay = Whole(held.Writing?.PerDay),
            RateObservedSeconds = Whole(held.Writing?.ObservedSeconds ?? held.Growth?.ObservedSeconds),
            CardRatedBytes = configuration.Store.Card?.RatedBytes,
            Historian = drain is null ? null : HistorianHealth.Of(drain, anchor.Halted is not null),
            Sparkplug = Sparkplug() is { } node ? SparkplugHealth.Of(node, configuration.Sparkplug?.PrimaryHost) : null,
            DrainSeconds = anchor.Halted is null && drain?.TimeLeft is { Ticks: > 0 } left ? Math.Ceiling(left.TotalSeconds) : null,
            Clock = clock.Source.ToString(),
            ClockUncertaintySeconds = clock.Wall()?.UncertaintyMilliseconds / 1000.0,
            ClockAheadOfCitySeconds = Whole(ClockAhead()),
            Rtc = Rtc(),
            AllocatedBytes = GC.GetTotalAllocatedBytes(precise: true),
            Channels = Channels(now),
            Devices = FieldHealth.Devices(Field),
            Buses = FieldHealth.Buses(Field),
        };
    }

    private Dictionary<string, ChannelHealth> Channels(ulong now)
    {
        var channels = new Dictionary<string, ChannelHealth>();
        var newest = status.Newest();
        var doubted = status.Doubted();
        for (var i = 0; i < configuration.Channels.Count; i++)
        {
            var settings = configuration.Channels[i];
            var stamped = newest[i];
            channels[settings.Name] = new ChannelHealth(
                settings.Domain, settings.Unit, stamped?.Sample.Value, stamped?.Sample.Quality.ToString(), stamped?.Sample.Reason.ToString(),
                stamped is { } at ? Since(at.Monotonic, now) : null, _periods[i].TotalSeconds)
            {
                Raw = stamped?.Sample.Raw,
                Device = _places.ElementAtOrDefault(i),
                Fingerprint = _fingerprints[i],
                Resolution = settings.Resolution,
                Contact = _contacts[i],
                Purpose = settings.Purpose == Purpose.None ? null : settings.Purpose.ToString(),
                DoubtfulSeconds = doubted[i] is { } since ? Since(since, now) : null,
                Sources = settings.Derived?.Inputs.Select(s => configuration.Channels[s].Name).ToList(),
                MissingDevice = stamped?.Sample.Reason == Reason.BusFault && _devices.ElementAtOrDefault(i) is { } device && !Path.Exists(device) ? device : null,
            };
        }

        return channels;
    }

    private double Ago(long at) => Math.Round(time.GetElapsedTime(at).TotalSeconds, 1);

    private static double Since(ulong at, ulong now) => Math.Round((now - Math.Min(at, now)) / 1e9, 1);

    private static double? Whole(double? number) => number is { } known ? Math.Round(known) : null;
}
