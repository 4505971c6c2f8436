using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Edge.Site.Access;
using Edge.Site.Tls;

namespace Edge.Site.Serving;

/// <summary>Opens the site page to others than this machine only with TLS, an account of a technician, and a commissioned gateway; until then it stays on loopback.</summary>
internal sealed class Doorkeeper(SiteSettings settings, SiteAccess access)
{
    /// <summary>The door as it may be now.</summary>
    public Door Look()
    {
        var (certificate, trouble) = settings.IsLoopback && settings.CertificateFile is null ? (null, null) : Certificate();
        List<string> missing = settings.IsLoopback && trouble is null ? [] : [.. Missing(trouble)];
        return missing.Count == 0 ? new Door(settings.Listen, certificate, []) : new Door(Within(), Kept(certificate), missing);
    }

    private IEnumerable<string> Missing(string? trouble)
    {
        if (trouble is not null)
            yield return $"TLS ({trouble})";
        if (settings.IsLoopback)
            yield break;
        if (access.Accounts.Problem is { } problem)
            yield return $"accounts that can be read ({problem})";
        else if (access.Accounts.All.All(a => a.Role != Role.Technician))
            yield return "an account of a technician (edge-gateway site account add NAME --role technician)";
        if (!access.Commissioning.IsCommissioned)
            yield return "a commissioning entry in the log (edge-gateway doctor --sign NAME)";
    }

    private IPEndPoint Within() => settings.IsLoopback ? settings.Listen : new IPEndPoint(IPAddress.Loopback, settings.Listen.Port);

    /// <summary>The gateway's own is for others; on this machine it would only be in the way.</summary>
    private X509Certificate2? Kept(X509Certificate2? certificate)
    {
        if (settings.CertificateFile is not null)
            return certificate;
        certificate?.Dispose();
        return null;
    }

    private (X509Certificate2? Certificate, string? Trouble) Certificate()
    {
        try
        {
            return (SiteCertificate.Open(settings), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return (null, e.Message);
        }
    }
}
