using System.Net;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>Whom a request may call this gateway: by address, by its own name, or localhost. A page elsewhere whose name was pointed here (DNS rebinding) calls it something else.</summary>
internal static class HostNames
{
    public static bool IsOurs(HostString host) =>
        host.Host is { Length: > 0 } name
        && (IPAddress.TryParse(name.AsSpan().Trim("[]"), out _) || Is(name, "localhost") || Is(name, Dns.GetHostName()) || Is(name, Dns.GetHostName() + ".local"));

    private static bool Is(string name, string own) => name.Equals(own, StringComparison.OrdinalIgnoreCase);
}
