using System.CommandLine;
using System.Security.Cryptography;
using Edge.Gateway.Outputs;
using Edge.Gateway.Site;
using Edge.Site.Tls;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway site certificate</c>: the fingerprint to compare before one trusts the page; the gateway's own certificate is made if there is none.</summary>
internal static class SiteCertificateCommand
{
    public static Command Create(HelpWords help) => SiteCommand.Of("certificate", help.SiteCertificate, help, async (_, configuration, words, _) =>
    {
        if (configuration.Site is not { } site)
            throw new InputException(words.NoSite(configuration.File));
        if (site.CertificateFile is null && FileOwner.IsMine(configuration.KeyFile) == false)
            throw new InputException(words.AnothersKey(configuration.KeyFile));
        var settings = SiteFiles.WithOwnCertificate(configuration, site);
        try
        {
            using var certificate = SiteCertificate.Open(settings);
            await Console.Out.WriteLineAsync(words.Certificate(SiteCertificate.Fingerprint(certificate), settings.CertificateFile ?? settings.OwnCertificateFile!, site is { IsLoopback: true, CertificateFile: null }));
            return 0;
        }
        catch (CryptographicException e)
        {
            throw new InputException(words.NoCertificate(settings.CertificateFile ?? settings.OwnCertificateFile!, e.Message));
        }
    });
}
