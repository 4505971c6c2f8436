namespace Edge.Gateway.Configuration;

/// <summary>How often and how patiently checkpoints go to the city.</summary>
public sealed record AnchorSettings
{
    /// <summary>Shortest time between two anchors. The default is 1 s; 100 ms to 1 h.</summary>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait for a receipt before trying again. The default is 10 s; 1 s to 10 min.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
