using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Edge.Site.Access;
using Edge.Site.Tests.Access;
using Edge.Site.Tests.Serving;
using Edge.Site.Tls;
using Edge.Testing;

namespace Edge.Site.Tests.Tls;

public sealed class TlsTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_shows_the_certificate_whose_fingerprint_was_told_and_says_to_come_with_TLS_only()
    {
        var own = Own();
        await using var site = await RunningSite.StartAsync(settings: With(own));
        await site.People.AddAsync("Li Wei", Role.Technician);
        X509Certificate2? shown = null;
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => (shown = new X509Certificate2(certificate!)) is not null;
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"https://{site.Address}/") };

        using var page = await client.GetAsync("/");
        using var login = await client.PostAsync("/api/v1/login", new StringContent($$"""{"name":"Li Wei","password":"{{People.Password}}"}""", Encoding.UTF8, "application/json"));

        Assert.Equal(own.Fingerprint, SiteCertificate.Fingerprint(shown!));
        Assert.Equal("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
        Assert.Matches("^__Host-edge-session=[0-9a-f]{64}; max-age=43200; path=/; secure; samesite=strict; httponly$", Assert.Single(login.Headers.GetValues("Set-Cookie")));
        shown!.Dispose();
    }

    [Fact]
    public async Task Whoever_speaks_without_TLS_or_an_old_one_is_not_answered()
    {
        await using var site = await RunningSite.StartAsync(settings: With(Own()));
        using var plain = new HttpClient(new HttpClientHandler { UseProxy = false }) { BaseAddress = new Uri($"http://{site.Address}/") };
        await Assert.ThrowsAsync<HttpRequestException>(() => plain.GetAsync("/"));

        using var socket = new TcpClient();
        await socket.ConnectAsync(site.Address);
        await using var old = new SslStream(socket.GetStream());
#pragma warning disable CA5359, CA5397, CA5398, SYSLIB0039 // What is refused is named here.
        var options = new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = SslProtocols.Tls11, RemoteCertificateValidationCallback = (_, _, _, _) => true };
#pragma warning restore CA5359, CA5397, CA5398, SYSLIB0039
        await Assert.ThrowsAnyAsync<Exception>(() => old.AuthenticateAsClientAsync(options));
    }

    [Fact]
    public void The_gateways_own_certificate_is_made_once_and_is_its_owners_alone()
    {
        var own = Own();

        Assert.Equal(own.Fingerprint, Own().Fingerprint);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(own.File));
        using var certificate = X509Certificate2.CreateFromPemFile(own.File);
        Assert.True(certificate.MatchesHostname("localhost"));
        Assert.True(certificate.MatchesHostname("127.0.0.1"));
        Assert.Equal(256, certificate.GetECDsaPublicKey()!.KeySize);
    }

    [Fact]
    public async Task A_name_of_the_certificate_is_the_gateways_own()
    {
        await using var site = await RunningSite.StartAsync(settings: With(Own()));
        using var handler = new HttpClientHandler { UseProxy = false, ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"https://{site.Address}/") };
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var own = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = $"{Dns.GetHostName()}.local" } };

        using var refused = await client.SendAsync(foreign);
        using var taken = await client.SendAsync(own);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    private (string File, string Fingerprint) Own()
    {
        var file = _folder.File("gateway.key.tls.pem");
        using var certificate = SiteCertificate.Open(new SiteSettings { Listen = new IPEndPoint(IPAddress.Loopback, 0), OwnCertificateFile = file });
        return (file, SiteCertificate.Fingerprint(certificate));
    }

    private static SiteSettings With((string File, string Fingerprint) own) => new() { Listen = new IPEndPoint(IPAddress.Loopback, 0), CertificateFile = own.File, KeyFile = own.File };
}
