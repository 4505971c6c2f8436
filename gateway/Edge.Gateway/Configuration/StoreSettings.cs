namespace Edge.Gateway.Configuration;

/// <summary>Where the log is kept and what is at risk.</summary>
public sealed record StoreSettings
{
    /// <summary>The log's folder. The default is edge-log beside the configuration.</summary>
    public required string Folder { get; init; }

    /// <summary>Longest time a reading waits before it is durable. The default is 1 s; 10 ms to 1 min. It is what a power cut may cost.</summary>
    public TimeSpan CommitAge { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long anchored entries are kept. The default is for ever; at least 1 h. Hashes stay, so proofs over what remains still work.</summary>
    public TimeSpan? KeepAnchored { get; init; }

    /// <summary>The card it lies on, for an estimate of its life. Not set by default: then nothing is estimated.</summary>
    public CardSettings? Card { get; init; }
}
