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
}
