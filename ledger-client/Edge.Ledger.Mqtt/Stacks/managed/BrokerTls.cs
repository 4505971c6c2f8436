using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Edge.Ledger.Mqtt.Links;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// TLS with a broker, of which its own certificate and the authorities' file are all that is asked: no revocation list and no certificate is fetched from an address that the
/// broker names, which a gateway on a city's network may not reach and nobody has vouched for yet. So does the other stack.
/// </summary>
internal sealed class BrokerTls
{
    private readonly MqttEndpoint _endpoint;
    private readonly string _authorities;
    private readonly TimeProvider _clock;
    private readonly SslClientAuthenticationOptions _options;
    private string? _objection;

    /// <exception cref="MqttLinkException">A file cannot be used.</exception>
    public BrokerTls(MqttEndpoint endpoint, MqttTls files, TimeProvider clock)
    {
        _endpoint = endpoint;
        _authorities = files.AuthorityFile is { } file ? $"none of {file}" : "none of this system";
        _clock = clock;
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (files.AuthorityFile is { } authorities)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(TlsFiles.Authorities(endpoint, authorities));
        }

        _options = new SslClientAuthenticationOptions
        {
            TargetHost = endpoint.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = policy,
            ClientCertificateContext = TlsFiles.Client(endpoint, files),
            RemoteCertificateValidationCallback = IsTheBroker,
            AllowTlsResume = false,
        };
    }

    /// <exception cref="MqttLinkException">The broker's certificate is not what it should be; says why.</exception>
    public async Task<Stream> WrapAsync(Stream plain, CancellationToken cancellationToken)
    {
        var secure = new SslStream(plain);
        try
        {
            await secure.AuthenticateAsClientAsync(_options, cancellationToken);
            return secure;
        }
        catch (Exception failure)
        {
            await secure.DisposeAsync();
            if (_objection is { } objection)
                throw new MqttLinkException($"Cannot connect to the broker {_endpoint}: its certificate {objection}.", transient: true, failure);
            throw;
        }
    }

    private bool IsTheBroker(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _objection = errors == SslPolicyErrors.None ? null : Objection(certificate as X509Certificate2, chain, errors);
        return errors == SslPolicyErrors.None;
    }

    private string Objection(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return "is missing";
        var objections = (chain?.ChainStatus ?? []).Select(status => status.Status switch
        {
            X509ChainStatusFlags.NotTimeValid => OutOfTime(certificate, chain!),
            X509ChainStatusFlags.PartialChain or X509ChainStatusFlags.UntrustedRoot => $"is of an authority that is {_authorities}: {chain!.ChainElements[^1].Certificate.Issuer}",
            _ => $"is not valid ({status.StatusInformation.TrimEnd('.')})",
        }).ToHashSet();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            objections.Add($"is not for the name {_endpoint.Host}");
        return string.Join(", and ", objections);
    }

    private string OutOfTime(X509Certificate2 certificate, X509Chain chain)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var elements = chain.ChainElements.Select(element => element.Certificate).Prepend(certificate);
        var wrong = elements.FirstOrDefault(c => now < c.NotBefore.ToUniversalTime() || now > c.NotAfter.ToUniversalTime(), certificate);
        var whose = wrong.Equals(certificate) ? "" : $"is below {wrong.Subject}, which ";
        return now < wrong.NotBefore.ToUniversalTime()
            ? $"{whose}is not valid before {wrong.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC"
            : $"{whose}expired on {wrong.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC";
    }
}
