using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>Whom a request may call this gateway: by address, by its own name, localhost, or a name of its certificate. A page elsewhere whose name was pointed here (DNS rebinding) calls it something else.</summary>
internal static class HostNames
{
    public static bool IsOurs(HostString host, X509Certificate2? certificate) =>
        host.Host is { Length: > 0 } name
        && (IPAddress.TryParse(name.AsSpan().Trim("[]"), out _) || Is(name, "localhost") || Is(name, Dns.GetHostName()) || Is(name, Dns.GetHostName() + ".local") || Names(certificate, name));

    private static bool Is(string name, string own) => name.Equals(own, StringComparison.OrdinalIgnoreCase);

    private static bool Names(X509Certificate2? certificate, string name) => certificate is not null && Uri.CheckHostName(name) == UriHostNameType.Dns && certificate.MatchesHostname(name, allowWildcards: true, allowCommonName: false);
}
