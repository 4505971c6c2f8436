using System.Security.Cryptography.X509Certificates;
using System.Text;
using Edge.Ledger.Mqtt.Links;
using Edge.Testing;

namespace Edge.Ledger.Mqtt.Tests.Links;

/// <summary>What every implementation of the MQTT port must do with certificates, against a real broker that asks for them.</summary>
public abstract class MqttTlsContract : IAsyncLifetime
{
    private readonly TemporaryDirectory _folder = new();
    private readonly TestAuthority _authority;
    private readonly TestAuthority _other;
    private readonly (string Certificate, string Key) _gateway;
    private MosquittoBroker? _broker;

    protected MqttTlsContract()
    {
        _authority = new TestAuthority(_folder.Path, "authority");
        _other = new TestAuthority(_folder.Path, "other-authority");
        _gateway = _authority.Issue("gw-1", 2);
    }

    protected abstract IMqttConnector Connector { get; }

    private MqttEndpoint Endpoint => new()
    {
        Host = _broker!.Host,
        Port = _broker.Port,
        Tls = new MqttTls { AuthorityFile = _authority.AuthorityFile, CertificateFile = _gateway.Certificate, KeyFile = _gateway.Key },
    };

    public async Task InitializeAsync() => _broker = await MosquittoBroker.StartAsync(folder =>
    {
        var (certificate, key) = _authority.Issue("broker", 1);
        File.WriteAllText(Path.Combine(folder, "rules"), "pattern readwrite edge/v1/%u/#\n");
        return [$"cafile {_authority.AuthorityFile}", $"certfile {certificate}", $"keyfile {key}", "require_certificate true", "use_identity_as_username true", $"acl_file {Path.Combine(folder, "rules")}"];
    });

    public async Task DisposeAsync()
    {
        await _broker!.DisposeAsync();
        _authority.Dispose();
        _other.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task May_speak_below_the_name_in_its_certificate_only()
    {
        await using var link = await Connector.ConnectAsync(Endpoint, default);
        Assert.True((await link.PublishAsync("edge/v1/gw-1/anchor", new byte[1], retain: false, default)).Accepted);
        Assert.False((await link.PublishAsync("edge/v1/gw-2/anchor", new byte[1], retain: false, default)).Accepted);
    }

    [Fact]
    public async Task Does_not_talk_to_a_broker_whose_authority_it_does_not_know()
    {
        var e = await Assert.ThrowsAsync<MqttLinkException>(() => Connector.ConnectAsync(Endpoint with { Tls = Endpoint.Tls! with { AuthorityFile = _other.AuthorityFile } }, default));
        Assert.Contains("certificate", e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Does_not_talk_to_a_broker_of_another_name()
    {
        var e = await Assert.ThrowsAsync<MqttLinkException>(() => Connector.ConnectAsync(Endpoint with { Host = "localhost" }, default));
        Assert.Contains("certificate", e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Is_not_admitted_without_a_certificate_or_with_a_strangers()
    {
        await Assert.ThrowsAsync<MqttLinkException>(() => Connector.ConnectAsync(Endpoint with { Tls = Endpoint.Tls! with { CertificateFile = null, KeyFile = null } }, default));
        var (certificate, key) = _other.Issue("gw-1-of-another", 3);
        await Assert.ThrowsAsync<MqttLinkException>(() => Connector.ConnectAsync(Endpoint with { Tls = Endpoint.Tls! with { CertificateFile = certificate, KeyFile = key } }, default));
    }

    [Fact]
    public async Task Says_which_file_is_missing()
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => Connector.ConnectAsync(Endpoint with { Tls = Endpoint.Tls! with { AuthorityFile = "nowhere.pem" } }, default));
        Assert.Contains("nowhere.pem", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_admitted_with_a_certificate_below_an_intermediate_that_stands_in_its_file()
    {
        using var between = _authority.Below("between", 4);
        var (certificate, key) = between.Issue("gw-1-below", 5);
        await File.AppendAllTextAsync(certificate, "\n" + await File.ReadAllTextAsync(between.AuthorityFile));
        await using var link = await Connector.ConnectAsync(Endpoint with { Tls = Endpoint.Tls! with { CertificateFile = certificate, KeyFile = key } }, default);
        Assert.True((await link.PublishAsync("edge/v1/gw-1-below/anchor", new byte[1], retain: false, default)).Accepted);
    }

    [Fact]
    public async Task Asks_nobody_whom_a_broker_names()
    {
        await using var named = new MuteServer();
        using var between = _authority.Below("between", 4);
        await using var broker = await MosquittoBroker.StartAsync(_ =>
        {
            var (certificate, key) = between.Issue("broker-below", 5, authorityAt: new Uri($"http://127.0.0.1:{named.Port}/between.crt"));
            return [$"certfile {certificate}", $"keyfile {key}"];
        });
        await Assert.ThrowsAsync<MqttLinkException>(() => Connector.ConnectAsync(Endpoint with { Port = broker.Port }, default));
        Assert.False(named.Accepted.IsCompleted);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("DER")]
    [InlineData("cut")]
    [InlineData("X509 CERTIFICATE")]
    [InlineData("TRUSTED CERTIFICATE")]
    public async Task Trusts_nobody_where_the_file_of_the_authority_holds_none(string form)
    {
        var pem = await File.ReadAllTextAsync(_authority.AuthorityFile);
        var file = Path.Combine(_folder.Path, "authority-otherwise.pem");
        await File.WriteAllBytesAsync(file, form switch
        {
            "empty" => [],
            "DER" => X509CertificateLoader.LoadCertificateFromFile(_authority.AuthorityFile).RawData,
            "cut" => Encoding.ASCII.GetBytes(pem[..(pem.Length / 2)]),
            _ => Encoding.ASCII.GetBytes(pem.Replace("CERTIFICATE", form, StringComparison.Ordinal)),
        });

        var e = await Assert.ThrowsAsync<ArgumentException>(() => Connector.ConnectAsync(Endpoint with { Tls = Endpoint.Tls! with { AuthorityFile = file } }, default));
        Assert.Contains("authority-otherwise.pem holds no certificate", e.Message, StringComparison.Ordinal);
    }
}
