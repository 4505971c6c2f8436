using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>Certificates and keys in their files.</summary>
internal static class TlsFiles
{
    private const string EllipticCurve = "1.2.840.10045.2.1", Rsa = "1.2.840.113549.1.1.1";

    /// <exception cref="MqttLinkException">It cannot be read.</exception>
    public static X509Certificate2Collection Authorities(MqttEndpoint endpoint, string file) => Read(endpoint, file, () => Certificates(file));

    /// <summary>This client's certificate with those between it and its authority, which stand below it in its file; null where it has none.</summary>
    /// <exception cref="MqttLinkException">A file cannot be read, or the key is of a kind that .NET does not know.</exception>
    public static SslStreamCertificateContext? Client(MqttEndpoint endpoint, MqttTls tls) => tls.CertificateFile is not { } file
        ? null
        : Read(endpoint, file, () =>
        {
            var chain = Certificates(file);
            if (chain.Count == 0)
                throw new CryptographicException("it holds no certificate in PEM (BEGIN CERTIFICATE)");
            if (chain[0].PublicKey.Oid is { Value: not (EllipticCurve or Rsa) } other)
                throw new CryptographicException($"its key is {Name(other)}, with which .NET cannot speak TLS; use P-256 or RSA, or the stack \"system\"");
            var own = WithKey(file, tls.KeyFile!);
            chain.RemoveAt(0);
            return SslStreamCertificateContext.Create(own, chain, offline: true);
        });

    private static string Name(Oid key) => key.Value is "1.3.101.112" or "1.3.101.113" ? "Ed25519 or Ed448" : $"of the kind {key.FriendlyName ?? key.Value}";

    private static X509Certificate2 WithKey(string certificate, string key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw new CryptographicException($"its private key, in PEM and not encrypted, is not in the file {key}", failure);
        }
    }

    private static X509Certificate2Collection Certificates(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }

    private static T Read<T>(MqttEndpoint endpoint, string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new MqttLinkException($"TLS at the broker {endpoint}, certificate {file}: {failure.Message.TrimEnd('.')}.", transient: false, failure);
        }
    }
}
