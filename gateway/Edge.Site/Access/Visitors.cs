namespace Edge.Site.Access;

/// <summary>What is remembered of those who come: it outlasts a change of address.</summary>
internal sealed class Visitors(SiteAccess access, TimeProvider time) : IDisposable
{
    public Sessions Sessions { get; } = new(access.Accounts, time);

    public Attempts Attempts { get; } = new(time);

    public PasswordCheck Passwords { get; } = new();

    public void Dispose()
    {
        Sessions.Dispose();
        Passwords.Dispose();
    }
}
