namespace Edge.Gateway.Configuration;

/// <summary>The calibration in force for a channel.</summary>
public sealed record CalibrationSettings
{
    /// <summary>ISO 8601 date.</summary>
    public required string Date { get; init; }

    public string Certificate { get; init; } = "";

    public required string Who { get; init; }

    /// <summary>What was found and set, in words or numbers.</summary>
    public string Result { get; init; } = "";
}
