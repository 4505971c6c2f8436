using System.Text.Json.Serialization;

namespace Edge.Gateway.Health;

/// <summary>
/// A running gateway's health at one moment. As JSON, with names in snake_case, it is the line of <c>run --status</c>, the answer of the status socket and
/// <c>edge status --json</c>. Counts are since the start unless they are of the log; null is not known, and left out of the JSON.
/// </summary>
public sealed record GatewayHealth
{
    /// <summary>Of this form. Names are only added within a version.</summary>
    public int Version { get; init; } = 1;

    public bool Running { get; init; } = true;

    /// <summary>False while it waits for its store: then <see cref="Store"/> says why, and no other figure means anything.</summary>
    public bool Opened { get; init; } = true;

    public required string Gateway { get; init; }

    /// <summary>Its configuration file.</summary>
    public string? Configuration { get; init; }

    /// <summary>SHA-256 of that file's bytes as they were when it started, in lower-case hexadecimal: what is in force.</summary>
    public string? ConfigurationHash { get; init; }

    /// <summary>The same of the file as it lies on the disk now, where that is another; null while it is the same, and where it cannot be read.</summary>
    public string? ConfigurationHashOnDisk { get; init; }

    /// <summary>Addresses on I2C buses of this board that are this gateway's, by the bus's device or socket; whoever looks at such a bus leaves them alone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>>? Addresses { get; init; }

    /// <summary>RFC 3339, UTC, as the board's clock has it.</summary>
    public required string Time { get; init; }

    public double UptimeSeconds { get; init; }

    /// <summary>The same as somebody sees it who has just read the file that he calls this gateway's configuration.</summary>
    /// <param name="sha256">Of that file, lower-case hexadecimal.</param>
    public GatewayHealth Beside(string sha256) => ConfigurationHash is null ? this : this with { ConfigurationHashOnDisk = sha256 == ConfigurationHash ? null : sha256 };

    public MeasuringState Measuring => Judgement.Measuring(this);

    public ProvingState Proving => Judgement.Proving(this);

    public IReadOnlyList<Need> Needs => [.. Judgement.Needs(this)];

    public long Readings => Good + Uncertain + Bad;

    public long Good { get; init; }

    public long Uncertain { get; init; }

    public long Bad { get; init; }

    /// <summary>Readings that did not fit the queue while the store stood still; each is in a gap entry.</summary>
    public long Lost { get; init; }

    /// <summary>Readings taken and not durable yet: what a power cut now would cost.</summary>
    public long AtRisk { get; init; }

    /// <summary>While the store works none of them waits longer: <c>store.commit_age</c>.</summary>
    public double CommitAgeSeconds { get; init; }

    /// <summary>Entries that are durable.</summary>
    public ulong Size { get; init; }

    /// <summary>Entries under a signed checkpoint.</summary>
    public ulong Sealed { get; init; }

    /// <summary>Entries under a checkpoint whose receipt verified and is stored.</summary>
    public ulong Anchored { get; init; }

    /// <summary>Index of the oldest entry whose bytes are held.</summary>
    public ulong? Oldest { get; init; }

    /// <summary>Entries the city does not hold yet, sealed or not.</summary>
    public ulong Buffered => Size - Math.Min(Anchored, Size);

    /// <summary>Age of the oldest seal the city does not hold yet; 0 when it holds all.</summary>
    public double LagSeconds { get; init; }

    /// <summary>A lag up to this is the ordinary course.</summary>
    public double LagPatienceSeconds { get; init; }

    /// <summary>Channels outside of their limits, and leaks, doors and tamper contacts that are open; with what the log has of it.</summary>
    public IReadOnlyDictionary<string, string> Alarms { get; init; } = new Dictionary<string, string>();

    /// <summary>Of each of <see cref="Alarms"/>: since when it lasts, and what would end it.</summary>
    public IReadOnlyDictionary<string, AlarmHealth> AlarmsOpen { get; init; } = new Dictionary<string, AlarmHealth>();

    /// <summary>What was open since the start and is no more, by channel the last: a contact that was open for a moment leaves its trace here.</summary>
    public IReadOnlyDictionary<string, EndedAlarmHealth> AlarmsEnded { get; init; } = new Dictionary<string, EndedAlarmHealth>();

    /// <summary>Gap entries by reason, of what was missed since the start and at it.</summary>
    public IReadOnlyDictionary<string, long> Gaps { get; init; } = new Dictionary<string, long>();

    /// <summary>Gap entries that only tell again what older ones told, which were evicted.</summary>
    public IReadOnlyDictionary<string, long> GapsRetold { get; init; } = new Dictionary<string, long>();

    /// <summary>The run before this one ended without a stop; one of <see cref="Gaps"/> tells of it.</summary>
    public bool EndedWithoutStop { get; init; }

    /// <summary>Entries evicted by reason.</summary>
    public IReadOnlyDictionary<string, long> Evicted { get; init; } = new Dictionary<string, long>();

    /// <summary>Whether there is a link to the broker.</summary>
    public bool Connected { get; init; }

    /// <summary>For how long there has been one, or none.</summary>
    public double LinkSeconds { get; init; }

    /// <summary>The link's last failure.</summary>
    public string? Broker { get; init; }

    /// <summary>Height of the newest verified city block.</summary>
    public ulong? Block { get; init; }

    public IReadOnlyDictionary<string, DepartmentHealth> Departments { get; init; } = new Dictionary<string, DepartmentHealth>();

    /// <summary>Fewest departments that must accept, by the trust policy.</summary>
    public int? Quorum { get; init; }

    /// <summary>Why anchoring has stopped for good.</summary>
    public string? Halted { get; init; }

    /// <summary>The same in figures.</summary>
    public ForkHealth? Fork { get; init; }

    /// <summary>It stopped in an earlier run, and in this one the city has said neither that again nor that it accepts.</summary>
    public bool HaltedEarlier { get; init; }

    /// <summary>It has stopped in this run: nothing is sent, and nobody asked.</summary>
    [JsonIgnore]
    public bool IsHalted => Halted is not null && !HaltedEarlier;

    public long NotBelieved { get; init; }

    public string? LastNotBelieved { get; init; }

    /// <summary>Why the store takes no readings.</summary>
    public string? Store { get; init; }

    /// <summary>What was found damaged when the log was opened, this time or earlier, and that nobody has seen to: <see cref="DamageNote"/>.</summary>
    public IReadOnlyList<NotedDamage> Damage { get; init; } = [];

    /// <summary>The folder with the damaged bytes; whoever has seen to the damage moves it away.</summary>
    public string? Quarantine { get; init; }

    public long? StoreBytes { get; init; }

    public long? WalBytes { get; init; }

    /// <summary>Of the log, what no eviction frees: hashes, and the index.</summary>
    public long? LastingBytes { get; init; }

    /// <summary>What this user may still write on the store's file system.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>What the log may take at most; null: all of the disk.</summary>
    public long? BudgetBytes { get; init; }

    /// <summary>What must stay free on the disk for others.</summary>
    public long? FloorBytes { get; init; }

    /// <summary>How much the log may still grow, by budget and floor, before something has to go; null before that was looked at.</summary>
    public long? RoomLeftBytes { get; init; }

    /// <summary>Channels of which readings are left out because the log is full, and why.</summary>
    public IReadOnlyDictionary<string, string> LeftOut { get; init; } = new Dictionary<string, string>();

    /// <summary>The log is full, and for <c>store.stuck_after</c> nothing was anchored and nothing could go.</summary>
    public bool Stuck { get; init; }

    public double? StoreBytesPerDay { get; init; }

    /// <summary>Days for which the log has room without the city at the present rate: what the city holds already goes first. Null while the rate is not known, and when nothing is added.</summary>
    public double? RoomDays => RoomBytes is { } room && StoreBytesPerDay is > 0 and var growth ? room / growth : null;

    /// <summary>What this process has caused to be written to block devices.</summary>
    public long? WrittenBytes { get; init; }

    public double? WrittenBytesPerDay { get; init; }

    /// <summary>Over how long the rates were observed, at most a day; below an hour they are extrapolations.</summary>
    public double? RateObservedSeconds { get; init; }

    /// <summary>What a new card bears, as configured: <c>store.card</c>.</summary>
    public double? CardRatedBytes { get; init; }

    /// <summary>How long a new card lasts at the present rate, if it writes no more than it is told to.</summary>
    public double? CardLifeDays => CardRatedBytes is { } rated && WrittenBytesPerDay is > 0 and var rate ? rated / rate : null;

    /// <summary>What goes to a historian; null when nothing does.</summary>
    public HistorianHealth? Historian { get; init; }

    /// <summary>The gateway as a node of Sparkplug B; null when it is none.</summary>
    public SparkplugHealth? Sparkplug { get; init; }

    /// <summary>Until a backlog has gone to the historian; null while none goes.</summary>
    public double? DrainSeconds { get; init; }

    /// <summary>Who vouches for wall time: None, Kernel, Rtc, Configured.</summary>
    public string Clock { get; init; } = "None";

    public double? ClockUncertaintySeconds { get; init; }

    /// <summary>How far the clock is ahead of the city's time, negative when behind; null while they agree, or either is not known.</summary>
    public double? ClockAheadOfCitySeconds { get; init; }

    /// <summary>A battery-backed clock that is configured and not relied on.</summary>
    public RtcHealth? Rtc { get; init; }

    /// <summary>Managed memory allocated.</summary>
    public long AllocatedBytes { get; init; }

    /// <summary>By name, in the order of the configuration.</summary>
    public IReadOnlyDictionary<string, ChannelHealth> Channels { get; init; } = new Dictionary<string, ChannelHealth>();

    /// <summary>By bus and place, in the order of the configuration.</summary>
    public IReadOnlyDictionary<string, DeviceHealth> Devices { get; init; } = new Dictionary<string, DeviceHealth>();

    /// <summary>I2C buses by name.</summary>
    public IReadOnlyDictionary<string, BusHealth> Buses { get; init; } = new Dictionary<string, BusHealth>();

    /// <summary>A device as people are told of it: its driver, its bus and its place.</summary>
    public string Named(string place) => Devices.GetValueOrDefault(place)?.Driver is { } driver ? $"{driver} {place}" : place;

    /// <summary>How much may be added without the city; null: not known.</summary>
    [JsonIgnore]
    public double? RoomBytes => FreeBytes is { } free ? Math.Max(0, RoomLeftBytes ?? Math.Min(free, BudgetBytes - StoreBytes ?? free)) + ReleasableBytes : null;

    /// <summary>About what the entries take that may go since the city holds them.</summary>
    private double ReleasableBytes =>
        Oldest is { } oldest && Anchored > oldest && Size > oldest ? Math.Max(0.0, (StoreBytes ?? 0) - (LastingBytes ?? 0)) * (Math.Min(Anchored, Size) - oldest) / (double)(Size - oldest) : 0;
}
