using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Sessions;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>Where anchoring stands, for a status line.</summary>
public sealed record AnchoringStatus
{
    /// <summary>The link to the broker.</summary>
    public required SessionState Link { get; init; }

    /// <summary>Size of the newest signed checkpoint; 0 before the first.</summary>
    public required ulong SealedSize { get; init; }

    /// <summary>The largest size with a verified, stored receipt.</summary>
    public required ulong AnchoredSize { get; init; }

    /// <summary>Since when there is something sealed and not anchored; null if there is nothing.</summary>
    public required DateTimeOffset? PendingSince { get; init; }

    /// <summary>The departments' last answers, in the policy's order.</summary>
    public required IReadOnlyList<DepartmentAnswer> Departments { get; init; }

    /// <summary>The newest verified block; null before the first.</summary>
    public required CityBlock? Block { get; init; }

    /// <summary>Why anchoring has stopped for good; null if it has not.</summary>
    public required Fork? Halted { get; init; }

    /// <summary>Messages that were not believed since the start.</summary>
    public required long NotBelieved { get; init; }

    /// <summary>The last of them: what and why.</summary>
    public required string? LastNotBelieved { get; init; }
}
