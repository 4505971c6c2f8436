namespace Edge.Ledger.Mqtt.Draining;

/// <summary>The two ways that entries go. Neither waits for the other.</summary>
internal enum Lane
{
    /// <summary>What was committed since the historian is heard: at once.</summary>
    Live,

    /// <summary>All before that, oldest first, as fast as the bucket lets it.</summary>
    Backlog,
}
