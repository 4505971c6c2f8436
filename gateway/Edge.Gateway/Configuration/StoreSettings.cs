using Edge.Store.Segments;

namespace Edge.Gateway.Configuration;

/// <summary>Where the log is kept, what is at risk, and what it may take.</summary>
public sealed record StoreSettings
{
    private const long MinPart = 64 * 1024;

    /// <summary>The log's folder. The default is edge-log beside the configuration.</summary>
    public required string Folder { get; init; }

    /// <summary>Longest time a reading waits before it is durable. The default is 1 s; 10 ms to 1 min. It is what a power cut may cost.</summary>
    public TimeSpan CommitAge { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long anchored entries are kept while there is room. The default is for ever; at least 1 h. Hashes stay, so proofs over what remains still work.</summary>
    public TimeSpan? KeepAnchored { get; init; }

    /// <summary>The card it lies on, for an estimate of its life. Not set by default: then nothing is estimated.</summary>
    public CardSettings? Card { get; init; }

    /// <summary>Bytes that all files of the log together may take. The default is 8 GB, half of the smallest card sold for such boards; at least 16 MB.</summary>
    public long Budget { get; init; } = 8_000_000_000;

    /// <summary>Bytes that must stay free on the log's file system for everything else there. The default is 500 MB.</summary>
    public long FreeSpaceFloor { get; init; } = 500_000_000;

    /// <summary>What is done when that room runs out, after what is anchored has gone; in this order. The default is to let the oldest go.</summary>
    public IReadOnlyList<FullPolicy> WhenFull { get; init; } = DefaultWhenFull;

    /// <summary>How long the log may be full, with nothing anchored and nothing freed, before an alarm is raised. The default is 1 h; 1 min to 30 d.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The parts in which entries go: small beside a small budget.</summary>
    public SegmentOptions Parts => new() { Bytes = Math.Clamp(Budget / 64, MinPart, new SegmentOptions().Bytes) };

    internal static IReadOnlyList<FullPolicy> DefaultWhenFull { get; } = [new EvictPolicy()];
}
