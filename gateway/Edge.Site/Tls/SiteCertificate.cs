using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Edge.Site.Tls;

/// <summary>
/// The certificate of the site page: the one that the settings name, else one that the gateway signs for itself (ECDSA P-256), in one PEM file with its key,
/// readable by its owner only. Whoever comes the first time compares its <see cref="Fingerprint"/>.
/// </summary>
public static class SiteCertificate
{
    private const int MostBytes = 256 * 1024;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A board may not know the time when it makes it, and nobody comes to renew it: as IEEE 802.1AR has it of a device's own.
    private static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>With its private key; one of the gateway's own is made if there is none yet.</summary>
    /// <exception cref="CryptographicException">The files hold no certificate with its key.</exception>
    /// <exception cref="IOException">They cannot be read or made.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static X509Certificate2 Open(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.CertificateFile is { } given)
            return Load(given, settings.KeyFile);
        var own = settings.OwnCertificateFile ?? throw new FileNotFoundException("no certificate is set");
        if (!File.Exists(own))
            Make(own, settings.Listen.Address);
        if ((File.GetUnixFileMode(own) & ~OwnerOnly) != 0)
            throw new CryptographicException($"{own}: others than its owner may use it; run chmod 600 on it");
        return Load(own, null);
    }

    /// <summary>SHA-256 of the certificate, upper-case hexadecimal with colons, as browsers show it.</summary>
    public static string Fingerprint(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return string.Join(':', SHA256.HashData(certificate.RawData).Select(b => b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static X509Certificate2 Load(string file, string? key)
    {
        foreach (var path in new[] { file, key ?? file })
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
                throw new CryptographicException($"{path} is no certificate or key: it has more than {MostBytes} bytes");
        }

        return X509Certificate2.CreateFromPemFile(file, key);
    }

    private static void Make(string path, IPAddress address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Dns.GetHostName()}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(Names(address));
        using var certificate = request.CreateSelfSigned(From, Until);
        var part = path + ".part";
        File.Delete(part);
        using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }

    private static X509Extension Names(IPAddress address)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in new[] { Dns.GetHostName(), $"{Dns.GetHostName()}.local", "localhost" }.Distinct())
            names.AddDnsName(name);
        foreach (var ip in new[] { address, IPAddress.Loopback, IPAddress.IPv6Loopback }.Distinct().Where(a => !a.Equals(IPAddress.Any) && !a.Equals(IPAddress.IPv6Any)))
            names.AddIpAddress(ip);
        return names.Build();
    }
}
