using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Tests.Links;
using Edge.Testing;

namespace Edge.Ledger.Mqtt.Tests.Stacks;

/// <summary>What the link says of a certificate that it cannot use. libmosquitto knows but the words of OpenSSL.</summary>
public sealed class TlsMessageTests : IDisposable
{
    // Of nobody: its key was thrown away.
    private const string Ed25519 =
        """
        -----BEGIN CERTIFICATE-----
        MIIBNDCB56ADAgECAhRK9iZ2Pbb3/in8BCvcFY00xN5BjzAFBgMrZXAwDzENMAsG
        A1UEAwwEZ3ctMTAgFw0yNjExMjkxMzA5MjhaGA8yMTI2MTEwNTEzMDkyOFowDzEN
        MAsGA1UEAwwEZ3ctMTAqMAUGAytlcAMhAG1H9mISHVWKTFgB3E5m6l+ni8sVPHG5
        agJ+3SDjEs6bo1MwUTAdBgNVHQ4EFgQUDVUoEYibw7YscUTOi9lEZxeO3SswHwYD
        VR0jBBgwFoAUDVUoEYibw7YscUTOi9lEZxeO3SswDwYDVR0TAQH/BAUwAwEB/zAF
        BgMrZXADQQAWXRY2jusY0MmStf8vvKbRRllo22/HtKl2vJXtvAcCcCJmm+qW6B9l
        UF1G7fMOIKIEtMuXtNnU7uW6UWps/6EP
        -----END CERTIFICATE-----
        """;

    private readonly TemporaryDirectory _folder = new();
    private readonly TestAuthority _authority;
    private readonly TestAuthority _other;

    public TlsMessageTests()
    {
        _authority = new TestAuthority(_folder.Path, "authority");
        _other = new TestAuthority(_folder.Path, "other-authority");
    }

    public void Dispose()
    {
        _authority.Dispose();
        _other.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Says_that_the_brokers_certificate_expired() =>
        Assert.Matches(@"its certificate expired on \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$", await RefusalAsync(_authority.Issue("broker", 1, validFor: TimeSpan.FromMinutes(30)), "127.0.0.1"));

    [Fact]
    public async Task Says_that_the_brokers_certificate_is_not_yet_valid() =>
        Assert.Matches(@"its certificate is not valid before \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$", await RefusalAsync(_authority.Issue("broker", 1, validIn: TimeSpan.FromHours(1)), "127.0.0.1"));

    [Fact]
    public async Task Says_that_the_broker_has_another_name() =>
        Assert.EndsWith("its certificate is not for the name localhost.", await RefusalAsync(_authority.Issue("broker", 1), "localhost"), StringComparison.Ordinal);

    [Fact]
    public async Task Says_that_the_broker_is_a_stranger() =>
        Assert.EndsWith($"its certificate is of an authority that is none of {_authority.AuthorityFile}: CN=other-authority.", await RefusalAsync(_other.Issue("broker", 1), "127.0.0.1"), StringComparison.Ordinal);

    [Fact]
    public async Task Says_that_it_knows_no_Ed25519()
    {
        var certificate = _folder.File("ed25519.pem");
        await File.WriteAllTextAsync(certificate, Ed25519);
        var tls = new MqttTls { CertificateFile = certificate, KeyFile = certificate };
        var e = await Assert.ThrowsAsync<MqttLinkException>(() => MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(new MqttEndpoint { Host = "127.0.0.1", Tls = tls }, default));
        Assert.Contains($"certificate {certificate}: its key is Ed25519 or Ed448, with which .NET cannot speak TLS; use P-256 or RSA, or the stack \"system\".", e.Message, StringComparison.Ordinal);
        Assert.False(e.IsTransient);
    }

    private async Task<string> RefusalAsync((string Certificate, string Key) own, string name)
    {
        await using var broker = await MosquittoBroker.StartAsync($"certfile {own.Certificate}", $"keyfile {own.Key}");
        var endpoint = new MqttEndpoint { Host = name, Port = broker.Port, Tls = new MqttTls { AuthorityFile = _authority.AuthorityFile } };
        return (await Assert.ThrowsAsync<MqttLinkException>(() => MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(endpoint, default))).Message;
    }
}
