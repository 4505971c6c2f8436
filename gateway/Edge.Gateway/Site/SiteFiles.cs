using Edge.Gateway.Configuration;
using Edge.Site;

namespace Edge.Gateway.Site;

/// <summary>Files of the site page that lie beside the gateway's key.</summary>
internal static class SiteFiles
{
    /// <summary>Who may log in.</summary>
    public static string Accounts(GatewayConfiguration configuration) => configuration.KeyFile + ".accounts";

    /// <summary>The settings, with the place of the certificate that the gateway signs for itself: <c>KEY.tls.pem</c>.</summary>
    public static SiteSettings WithOwnCertificate(GatewayConfiguration configuration, SiteSettings settings) => settings with { OwnCertificateFile = configuration.KeyFile + ".tls.pem" };
}
