using System.Net;
using Edge.Site.Serving;

namespace Edge.Site.Access;

/// <summary>What is remembered of those who come: it outlasts a change of address.</summary>
internal sealed class Visitors(SiteAccess access, TimeProvider time) : IDisposable
{
    /// <summary>New connections, by network: with TLS they cost most.</summary>
    public Pace<IPAddress> Connections { get; } = new(atOnce: 150, every: TimeSpan.FromMilliseconds(20), SiteLimits.Patience, time);

    /// <summary>Requests, by network.</summary>
    public Pace<IPAddress> Requests { get; } = new(atOnce: 300, every: TimeSpan.FromMilliseconds(5), SiteLimits.Patience, time);

    public Places Places { get; } = new(SiteLimits.MostConnections);

    public Sessions Sessions { get; } = new(access.Accounts, time);

    public Attempts Attempts { get; } = new(time);

    public PasswordCheck Passwords { get; } = new(time);

    public void Dispose()
    {
        Sessions.Dispose();
        Passwords.Dispose();
    }
}
