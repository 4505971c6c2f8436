using System.Net;

namespace Edge.Site.Access;

/// <summary>Somebody who looks at the gateway for longer than one answer takes.</summary>
/// <param name="Who">The session, the program's token, or the network of one who is not logged in: equal for all that one looks at.</param>
/// <param name="From">The network.</param>
/// <param name="MayStill">Whether it may look now; from any thread.</param>
public sealed record Looker(object Who, IPAddress From, Func<bool> MayStill);
