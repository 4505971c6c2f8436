using Edge.Ledger.City;
using Edge.Ledger.Mqtt.Sessions;

namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>How a gateway anchors.</summary>
public sealed record AnchoringOptions
{
    /// <summary>The gateway's log.</summary>
    public required LogOrigin Origin { get; init; }

    /// <summary>At most one anchor is begun in this time. Default 1 second; 0 to 1 day.</summary>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Wait for the receipt, and between attempts.</summary>
    public SubmissionOptions Submission { get; init; } = new();

    /// <summary>Waits between connections.</summary>
    public BackOff Reconnect { get; init; } = new();
}
