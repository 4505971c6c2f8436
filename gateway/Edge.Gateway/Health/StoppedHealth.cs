using System.Text.Json.Serialization;

namespace Edge.Gateway.Health;

/// <summary>What the log says of a gateway that does not answer. As JSON it has the names of <see cref="GatewayHealth"/>.</summary>
public sealed record StoppedHealth
{
    public int Version { get; init; } = 1;

    /// <summary>Always false.</summary>
    public bool Running { get; init; }

    public required string Gateway { get; init; }

    /// <summary>Where the log is.</summary>
    public required string Log { get; init; }

    public const string StartOfService = "systemctl start edge-gateway";

    /// <summary>The command that starts it.</summary>
    [JsonIgnore]
    public string Start { get; init; } = StartOfService;

    /// <summary>Where nobody answered.</summary>
    public required string Socket { get; init; }

    /// <summary>Why the log cannot be read, or what in it is not what was signed; null: its end is the one that was signed, or there is none yet.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether there is a log at all.</summary>
    public bool Exists { get; init; }

    public ulong Size { get; init; }

    public ulong Oldest { get; init; }

    public ulong Sealed { get; init; }

    public ulong Anchored { get; init; }

    /// <summary>Entries the city does not hold yet, sealed or not.</summary>
    public ulong Buffered => Size - Math.Min(Anchored, Size);

    public long? StoreBytes { get; init; }

    public long? WalBytes { get; init; }

    public long? FreeBytes { get; init; }
}
