namespace Edge.Gateway.Configuration;

/// <summary>When a batch is closed, whichever comes first; an alarm closes it at once.</summary>
public sealed record SealSettings
{
    /// <summary>Entries in a batch. The default is 4096; 1 to 1,000,000.</summary>
    public int Entries { get; init; } = 4096;

    /// <summary>Age of the oldest entry in a batch. The default is 10 s; 100 ms to 1 h.</summary>
    public TimeSpan Age { get; init; } = TimeSpan.FromSeconds(10);
}
