using Edge.Site.Serving;

namespace Edge.Site.Access;

/// <summary>What is remembered of those who come: it outlasts a change of address.</summary>
internal sealed class Visitors(SiteAccess access, TimeProvider time) : IDisposable
{
    /// <summary>New connections: with TLS they cost most.</summary>
    public Pace Connections { get; } = new(atOnce: 150, every: TimeSpan.FromMilliseconds(20), time);

    /// <summary>Requests of all together.</summary>
    public Pace Requests { get; } = new(atOnce: 300, every: TimeSpan.FromMilliseconds(5), time);

    public Sessions Sessions { get; } = new(access.Accounts, time);

    public Attempts Attempts { get; } = new(time);

    public PasswordCheck Passwords { get; } = new();

    public void Dispose()
    {
        Sessions.Dispose();
        Passwords.Dispose();
    }
}
