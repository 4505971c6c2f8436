using System.Diagnostics.Metrics;
using Edge.Site.Access;
using Edge.Site.Live;
using Edge.Site.Ports;

namespace Edge.Site.Serving;

/// <summary>What the routes serve from.</summary>
/// <param name="Name">The log's origin.</param>
public sealed record SiteParts(string Name, ISiteStatus Status, ILiveReadings Readings, LiveHub Live)
{
    /// <summary>The past.</summary>
    public required ISiteHistory History { get; init; }

    /// <summary>Proofs.</summary>
    public required ISiteEvidence Evidence { get; init; }

    /// <summary>The gateway's figures, all observed.</summary>
    public required Meter Metrics { get; init; }

    /// <summary>Who may do what.</summary>
    public required SiteAccess Access { get; init; }

    /// <summary>What people do over the page.</summary>
    public required ISiteActions Actions { get; init; }
}
