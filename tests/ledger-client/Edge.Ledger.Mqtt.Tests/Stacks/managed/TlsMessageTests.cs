using System.Security.Cryptography;
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

    // Of nobody either.
    private const string RsaPss =
        """
        -----BEGIN CERTIFICATE-----
        MIICYjCCAZegAwIBAgIUcvxbAUK+tWpW6t5bTvdCiCE9Gz0wQQYJKoZIhvcNAQEK
        MDSgDzANBglghkgBZQMEAgEFAKEcMBoGCSqGSIb3DQEBCDANBglghkgBZQMEAgEF
        AKIDAgFeMA8xDTALBgNVBAMMBGd3LTEwIBcNMjYxMTI5MTUzMjMxWhgPMjEyNjEx
        MDUxNTMyMzFaMA8xDTALBgNVBAMMBGd3LTEwgZ0wCwYJKoZIhvcNAQEKA4GNADCB
        iQKBgQCxiLH2oUUT5b8J4agxhIaaKcdOda0v27qfoSeJG2Gj0AC1GlkG1YaNTtmP
        XZHYk6ZiLyaSH1aoDGSDRpyQOoG3NXffCzDiNK9aelJGCOdeAD4YO5NTZ1ukJKq2
        8BwzKWkXKQZaSy9OXmKjbn0U8GGs4eOMQ/y8eXjRA2Eun6K/5wIDAQABo1MwUTAd
        BgNVHQ4EFgQUVqy9voa720AGC0Us1eOXG+Yv0ygwHwYDVR0jBBgwFoAUVqy9voa7
        20AGC0Us1eOXG+Yv0ygwDwYDVR0TAQH/BAUwAwEB/zBBBgkqhkiG9w0BAQowNKAP
        MA0GCWCGSAFlAwQCAQUAoRwwGgYJKoZIhvcNAQEIMA0GCWCGSAFlAwQCAQUAogMC
        AV4DgYEAB2fbQljvKUG8U5KkER2Y1yVJ6+T74swr3gtlRDAbivPiVIXkSNZGmNjg
        tdengTT6domVru9pXyC/+PtmbCEkE3MzC70194vSMOKSi7GtTa7/Y8G+Li3P9x7t
        gufaAiigVlZuNuXDs8ES+ToqFfdaPzGi73mM5xt13eW5VZxGslM=
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
    public async Task Says_which_authority_is_missing_above_one_that_is_in_the_file()
    {
        using var between = _authority.Below("between", 4);
        var own = between.Issue("broker", 5);
        Assert.EndsWith(
            $"its certificate is of an authority that is none of {between.AuthorityFile}: CN=authority.",
            await RefusalAsync(own, "127.0.0.1", between.AuthorityFile),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Ed25519, "Ed25519 or Ed448")]
    [InlineData(RsaPss, "of the kind RSASSA-PSS")]
    public async Task Says_which_key_it_does_not_know(string certificate, string kind)
    {
        var file = _folder.Write("own.pem", certificate);
        Assert.EndsWith($"certificate {file}: its key is {kind}, with which .NET cannot speak TLS; use P-256 or RSA, or the stack \"system\".", await FaultAsync(file, file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of another")]
    [InlineData("encrypted")]
    [InlineData("empty")]
    public async Task Says_which_file_does_not_hold_the_key(string form)
    {
        var (certificate, key) = _authority.Issue("gw-1", 2);
        using var own = ECDsa.Create();
        own.ImportFromPem(await File.ReadAllTextAsync(key));
        var file = form switch
        {
            "of another" => _authority.Issue("gw-2", 3).Key,
            "encrypted" => _folder.Write("own.key", own.ExportEncryptedPkcs8PrivateKeyPem("word", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1))),
            _ => _folder.Write("own.key", ""),
        };
        Assert.EndsWith($"certificate {certificate}: its private key, in PEM and not encrypted, is not in the file {file}.", await FaultAsync(certificate, file), StringComparison.Ordinal);
    }

    private static async Task<string> FaultAsync(string certificate, string key)
    {
        var endpoint = new MqttEndpoint { Host = "127.0.0.1", Tls = new MqttTls { CertificateFile = certificate, KeyFile = key } };
        var fault = await Assert.ThrowsAsync<MqttLinkException>(() => MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(endpoint, default));
        Assert.False(fault.IsTransient);
        return fault.Message;
    }

    private async Task<string> RefusalAsync((string Certificate, string Key) own, string name, string? authorities = null)
    {
        await using var broker = await MosquittoBroker.StartAsync($"certfile {own.Certificate}", $"keyfile {own.Key}");
        var endpoint = new MqttEndpoint { Host = name, Port = broker.Port, Tls = new MqttTls { AuthorityFile = authorities ?? _authority.AuthorityFile } };
        return (await Assert.ThrowsAsync<MqttLinkException>(() => MqttStack.CreateConnector(TimeProvider.System).ConnectAsync(endpoint, default))).Message;
    }
}
