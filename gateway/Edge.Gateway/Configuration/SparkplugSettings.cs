using Edge.Ledger.Mqtt.Links;

namespace Edge.Gateway.Configuration;

/// <summary>How the gateway is an edge node of Sparkplug B.</summary>
public sealed record SparkplugSettings
{
    public const long UsualRate = 50_000, UsualBurst = 100_000;

    /// <summary>The group its node is in.</summary>
    public required string Group { get; init; }

    /// <summary>The node's name; the gateway's id unless said otherwise.</summary>
    public required string Node { get; init; }

    /// <summary>The host without which it says nothing; null: it speaks to whoever listens.</summary>
    public string? PrimaryHost { get; init; }

    /// <summary>The broker of those hosts; the city's unless said otherwise.</summary>
    public required MqttEndpoint Broker { get; init; }

    /// <summary>Bytes per second of entries that had to wait; new ones are sent at once. 1 kB to 100 MB.</summary>
    public long Rate { get; init; } = UsualRate;

    /// <summary>Bytes of them that may go at once after a rest. 1 kB to 100 MB.</summary>
    public long Burst { get; init; } = UsualBurst;
}
