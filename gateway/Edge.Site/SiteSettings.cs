using System.Net;

namespace Edge.Site;

/// <summary>Where the site page is served.</summary>
public sealed record SiteSettings
{
    /// <summary>Address and port; port 0 takes a free one.</summary>
    public required IPEndPoint Listen { get; init; }

    /// <summary>Nobody but this machine reaches it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Listen.Address);
}
