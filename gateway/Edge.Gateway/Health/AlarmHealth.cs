namespace Edge.Gateway.Health;

/// <summary>What is open at a channel.</summary>
/// <param name="Since">UTC, such as 2026-11-28T21:40:01Z; null while nobody vouches for it.</param>
/// <param name="SecondsAgo">How long it has lasted; null: since before this start, and how long is not known.</param>
public sealed record AlarmHealth(string? Since, double? SecondsAgo)
{
    /// <summary>The limit that the channel is beyond, in its unit; null: a contact is wet or open.</summary>
    public double? Limit { get; init; }

    /// <summary>Of a limit: whether it is the upper one.</summary>
    public bool IsAbove { get; init; }

    /// <summary>A value that has come back to this ends it; null of a contact.</summary>
    public double? EndsAt { get; init; }

    /// <summary>Who has acknowledged it, as the log has it; null: nobody yet.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When that was, UTC; null: nobody has, or nobody vouched for the clock.</summary>
    public string? AcknowledgedAt { get; init; }
}
