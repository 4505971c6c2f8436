namespace Edge.Gateway.Configuration;

/// <summary>Whether entries go to a historian, and how fast those that wait.</summary>
public sealed record HistorianSettings
{
    /// <summary>Entries are sent. The default is no.</summary>
    public bool Enabled { get; init; }

    /// <summary>Bytes per second of entries that had to wait; new ones are sent at once. The default is 50 kB; 1 kB to 100 MB.</summary>
    public long Rate { get; init; } = 50_000;

    /// <summary>Bytes of them that may go at once after a rest. The default is 100 kB; 1 kB to 100 MB.</summary>
    public long Burst { get; init; } = 100_000;
}
