namespace Edge.Gateway.Configuration;

/// <summary>Where the gateway's figures are sent.</summary>
public sealed record TelemetrySettings
{
    /// <summary>Base address of an OpenTelemetry collector that speaks OTLP over HTTP; null: nowhere.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>How often. The default is 60 s; 1 s to 1 h.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);
}
