namespace Edge.Ledger.Mqtt.Sessions;

/// <summary>What a session subscribes to and how patiently it reconnects.</summary>
public sealed record MqttSessionOptions
{
    /// <summary>Filters subscribed on every new link before it counts as connected.</summary>
    public required IReadOnlyList<string> Filters { get; init; }

    /// <summary>Waits between connections.</summary>
    public BackOff BackOff { get; init; } = new();

    /// <summary>A link that held this long starts the back-off anew; a shorter one counts as a failure. Default 10 seconds.</summary>
    public TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(10);
}
