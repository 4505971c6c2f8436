using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Edge.Gateway.Configuration;
using Edge.Site;
using Edge.Site.Tls;

namespace Edge.Gateway.Consequences;

/// <summary>What phones need of the tap's page: an address, and a certificate that is good for it.</summary>
internal static class TapNeeds
{
    /// <param name="today">By this machine's clock; null: the certificate's last day is not compared.</param>
    public static IEnumerable<Doubt> Doubts(GatewayConfiguration configuration, DateOnly? today)
    {
        if (configuration.Site is not { Tap: { } tap } site)
            yield break;
        if (site is { IsLoopback: false, CertificateFile: null })
            yield return Doubt.TapNotTrusted;
        if (tap.Address is null)
            yield return Doubt.TapWithoutAddress;
        using var certificate = site.CertificateFile is null ? null : Given(site);
        if (certificate is null)
            yield break;
        if (tap.Address is { } address && !certificate.MatchesHostname(address.IdnHost))
            yield return Doubt.TapOtherName;
        if (DateOnly.FromDateTime(certificate.NotAfter.ToUniversalTime()) < today)
            yield return Doubt.TapPastDay;
    }

    /// <summary>Null where it cannot be read, which the gateway says at its start.</summary>
    private static X509Certificate2? Given(SiteSettings site)
    {
        try
        {
            return SiteCertificate.Open(site);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
