using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Links;
using Edge.Sensors.Catalog;
using Edge.Site;

namespace Edge.Gateway.Configuration;

/// <summary>One gateway as configured and found valid. Paths are absolute.</summary>
public sealed record GatewayConfiguration
{
    /// <summary>The configuration file.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes, as configuration entries carry it.</summary>
    public required Hash32 FileHash { get; init; }

    /// <summary>The same in lower-case hexadecimal.</summary>
    public string FileSha256 => Convert.ToHexStringLower(FileHash.Bytes);

    public required LogOrigin Origin { get; init; }

    /// <summary>Who put it into force where nobody is named.</summary>
    public const string Nobody = "configuration file";

    /// <summary>Who put this configuration into force.</summary>
    public required string Who { get; init; }

    /// <summary>File with the gateway's private key.</summary>
    public required string KeyFile { get; init; }

    /// <summary>The policy file: whom the gateway believes receipts and blocks from.</summary>
    public required string PolicyFile { get; init; }

    public required StoreSettings Store { get; init; }

    public required SealSettings Seal { get; init; }

    public required MqttEndpoint Broker { get; init; }

    public required AnchorSettings Anchoring { get; init; }

    public HistorianSettings Historian { get; init; } = new();

    /// <summary>Where the site page is served; null: nowhere.</summary>
    public SiteSettings? Site { get; init; }

    /// <summary>Who is sent the gateway's own figures.</summary>
    public TelemetrySettings Telemetry { get; init; } = new();

    /// <summary>Null: it is no edge node of Sparkplug.</summary>
    public SparkplugSettings? Sparkplug { get; init; }

    public required ClockSettings Clock { get; init; }

    public required IReadOnlyList<BusPlan> Buses { get; init; }

    public required IReadOnlyList<SensorPlan> Sensors { get; init; }

    /// <summary>What is set per channel, for every channel of every sensor, in their order; then for those that are derived.</summary>
    public required IReadOnlyList<ChannelSettings> Channels { get; init; }
}
