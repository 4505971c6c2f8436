using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>A certificate authority that writes PEM files into a folder.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly string _folder;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TestAuthority(string folder, string name)
    {
        _folder = folder;
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        _certificate = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
        AuthorityFile = Write($"{name}.pem", _certificate.ExportCertificatePem());
    }

    private TestAuthority(string folder, ECDsa key, X509Certificate2 certificate, string name)
    {
        _folder = folder;
        _key = key;
        _certificate = certificate;
        AuthorityFile = Write($"{name}.pem", certificate.ExportCertificatePem());
    }

    public string AuthorityFile { get; }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>An authority that this one vouches for.</summary>
    public TestAuthority Below(string name, byte serial)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        using var certificate = request.Create(_certificate, Now.AddHours(-1), Now.AddDays(20), [serial]);
        return new TestAuthority(_folder, key, certificate.CopyWithPrivateKey(key), name);
    }

    /// <summary>Issues a certificate; returns the files of certificate and key.</summary>
    /// <param name="validIn">When it becomes valid; an hour ago by default.</param>
    /// <param name="validFor">How long it is from then on; 20 days by default.</param>
    /// <param name="authorityAt">Where it says that its authority's certificate is to be had.</param>
    public (string Certificate, string Key) Issue(string name, byte serial, TimeSpan? validIn = null, TimeSpan? validFor = null, Uri? authorityAt = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        if (authorityAt is not null) request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [authorityAt.AbsoluteUri]));
        var from = Now + (validIn ?? TimeSpan.FromHours(-1));
        using var certificate = request.Create(_certificate, from, from + (validFor ?? TimeSpan.FromDays(20)), [serial]);
        return (Write($"{name}.pem", certificate.ExportCertificatePem()), Write($"{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
