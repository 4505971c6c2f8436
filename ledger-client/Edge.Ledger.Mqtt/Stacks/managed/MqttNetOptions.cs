using System.Net;
using System.Security.Cryptography.X509Certificates;
using Edge.Ledger.Mqtt.Links;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>An endpoint in MQTTnet's words.</summary>
internal static class MqttNetOptions
{
    /// <exception cref="MqttLinkException">A certificate's file cannot be read.</exception>
    public static MqttClientOptions Of(MqttEndpoint endpoint, MqttVersion version)
    {
        var options = new MqttClientOptions
        {
            ChannelOptions = new MqttClientTcpOptions { RemoteEndpoint = new DnsEndPoint(endpoint.Host, endpoint.Port), TlsOptions = Tls(endpoint) },
            ProtocolVersion = version == MqttVersion.V5 ? MqttProtocolVersion.V500 : MqttProtocolVersion.V311,
            ClientId = endpoint.ClientId ?? "",
            CleanSession = true,
            KeepAlivePeriod = endpoint.KeepAlive,
            MaximumPacketSize = version == MqttVersion.V5 ? (uint)endpoint.MaximumPacket : 0,
            Credentials = endpoint.UserName is { } user ? new MqttClientCredentials(user, endpoint.Password is { } password ? System.Text.Encoding.UTF8.GetBytes(password) : null) : null,
        };
        if (endpoint.Will is { } will)
        {
            options.WillTopic = will.Topic;
            options.WillPayload = will.Payload.ToArray();
            options.WillQualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce;
        }

        return options;
    }

    // Revocation lists lie at addresses that a gateway on a city's network may not reach: as with the other stack, they are not asked.
    private static MqttClientTlsOptions Tls(MqttEndpoint endpoint)
    {
        if (endpoint.Tls is not { } tls)
            return new MqttClientTlsOptions();
        try
        {
            return new MqttClientTlsOptions
            {
                UseTls = true,
                TargetHost = endpoint.Host,
                IgnoreCertificateRevocationErrors = true,
                TrustChain = tls.AuthorityFile is { } authority ? Authorities(authority) : null,
                ClientCertificatesProvider = tls.CertificateFile is { } certificate
                    ? new DefaultMqttCertificatesProvider(new X509Certificate2Collection(X509Certificate2.CreateFromPemFile(certificate, tls.KeyFile)))
                    : null,
            };
        }
        catch (Exception failure) when (failure is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new MqttLinkException($"TLS at the broker {endpoint}: {failure.Message.TrimEnd('.')}. Check the files of certificate and key.", transient: false, failure);
        }
    }

    private static X509Certificate2Collection Authorities(string file)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        return authorities;
    }
}
