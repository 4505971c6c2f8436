using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Edge.Ledger.Mqtt.Links;

/// <summary>TLS 1.2 or later. The broker's certificate is always verified, its name against the endpoint's host.</summary>
public sealed record MqttTls
{
    /// <summary>PEM file of the authority the broker's certificate must come from. Default: the system's authorities.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>PEM file of this client's certificate, if the broker asks for one.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>PEM file of this client's private key, unencrypted. Needed with <see cref="CertificateFile"/>, and only with it.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Checks that the files belong together and exist, and that an authority is in its file: a file without one would have everybody's trusted.</summary>
    /// <exception cref="ArgumentException">Names the file or option to correct.</exception>
    public void Validate()
    {
        if ((CertificateFile is null) != (KeyFile is null))
            throw new ArgumentException("TLS: a client certificate and its private key are given together or not at all.");
        foreach (var file in new[] { AuthorityFile, CertificateFile, KeyFile })
        {
            if (file is not null && !File.Exists(file)) throw new ArgumentException($"TLS: there is no file {file}.");
        }

        if (AuthorityFile is { } authority && !HoldsCertificate(authority))
            throw new ArgumentException($"TLS: the file {authority} holds no certificate in PEM (BEGIN CERTIFICATE). To make one of another form: openssl x509 -in FILE -out FILE.pem");
    }

    private static bool HoldsCertificate(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"TLS: the file {file} cannot be read: {e.Message}", e);
        }
    }
}
