using Edge.Site.Live;
using Edge.Site.Ports;

namespace Edge.Site.Serving;

/// <summary>What the routes serve from.</summary>
/// <param name="Name">The log's origin.</param>
public sealed record SiteParts(string Name, ISiteStatus Status, ILiveReadings Readings, LiveHub Live);
