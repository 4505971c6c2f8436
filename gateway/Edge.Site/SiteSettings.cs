using System.Net;
using Edge.Site.Tap;

namespace Edge.Site;

/// <summary>Where the site page is served.</summary>
public sealed record SiteSettings
{
    /// <summary>Address and port; port 0 takes a free one.</summary>
    public required IPEndPoint Listen { get; init; }

    /// <summary>The certificate with its chain, PEM, and its private key; null: the gateway's own, <see cref="OwnCertificateFile"/>.</summary>
    public string? CertificateFile { get; init; }

    /// <inheritdoc cref="CertificateFile"/>
    public string? KeyFile { get; init; }

    /// <summary>Where the certificate lies, with its key, that the gateway signs for itself when it needs one and none is given; null: it makes none.</summary>
    public string? OwnCertificateFile { get; init; }

    /// <summary>The token with which programs look, 43 characters or more on one line; null: they cannot.</summary>
    public string? TokenFile { get; init; }

    /// <summary>What the tap's page shows; null: there is none.</summary>
    public TapSettings? Tap { get; init; }

    /// <summary>Nobody but this machine reaches it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Listen.Address);
}
