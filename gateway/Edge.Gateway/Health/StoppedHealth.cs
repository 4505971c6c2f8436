using System.Text.Json.Serialization;

namespace Edge.Gateway.Health;

/// <summary>What the log says of a gateway that does not answer. As JSON it has the names of <see cref="GatewayHealth"/>.</summary>
public sealed record StoppedHealth
{
    public int Version { get; init; } = 1;

    /// <summary>Always false.</summary>
    public bool Running { get; init; }

    public required string Gateway { get; init; }

    /// <summary>Its configuration file.</summary>
    public string? Configuration { get; init; }

    /// <summary>Where the log is.</summary>
    public required string Log { get; init; }

    public const string StartOfService = "systemctl start edge-gateway";

    /// <summary>The command that starts it.</summary>
    [JsonIgnore]
    public string Start { get; init; } = StartOfService;

    /// <summary>Where nobody answered.</summary>
    public required string Socket { get; init; }

    /// <summary>What is wrong with the log; null: nothing that was looked at.</summary>
    public StoppedProblem? Fault { get; init; }

    /// <summary>The same in English, with the place.</summary>
    public string? Problem { get; init; }

    /// <summary>Entries held that were looked at, the newest ones; all of them unless that took too long.</summary>
    public ulong? Checked { get; init; }

    /// <summary>Of these, the ones whose bytes are not what was logged, and the lowest of them.</summary>
    public ulong? Damaged { get; init; }

    /// <inheritdoc cref="Damaged"/>
    public ulong? FirstDamaged { get; init; }

    /// <summary>What was found damaged when a gateway opened it, and nobody has seen to.</summary>
    public IReadOnlyList<NotedDamage> Damage { get; init; } = [];

    /// <summary>Why anchoring had stopped for good, unless the city has accepted since.</summary>
    public string? Halted { get; init; }

    /// <summary>The same in figures.</summary>
    public ForkHealth? Fork { get; init; }

    /// <summary>Whether it needs a person, whatever becomes of the gateway.</summary>
    [JsonIgnore]
    public bool NeedsSomebody => Fault is not null || Damage.Count > 0;

    /// <summary>A process holds its key, so it runs: it is starting, or waits for its store, or cannot make its socket.</summary>
    public bool KeyHeld { get; init; }

    /// <summary>Its file system is mounted read-only: a gateway that waits for it cannot make its socket there, and so does not answer.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether there is a log at all.</summary>
    public bool Exists { get; init; }

    /// <summary>Null, as the figures below: the log could not be read.</summary>
    public ulong? Size { get; init; }

    public ulong? Oldest { get; init; }

    /// <summary>Entries held.</summary>
    [JsonIgnore]
    public ulong Held => Size is { } size ? size - Math.Min(Oldest ?? 0, size) : 0;

    public ulong? Sealed { get; init; }

    public ulong? Anchored { get; init; }

    /// <summary>Entries the city does not hold yet, sealed or not.</summary>
    public ulong? Buffered => Size is { } size ? size - Math.Min(Anchored ?? 0, size) : null;

    public long? StoreBytes { get; init; }

    public long? WalBytes { get; init; }

    public long? FreeBytes { get; init; }

    /// <summary>What the log may take at most.</summary>
    public long? BudgetBytes { get; init; }

    /// <summary>What must stay free on the disk for others.</summary>
    public long? FloorBytes { get; init; }
}
