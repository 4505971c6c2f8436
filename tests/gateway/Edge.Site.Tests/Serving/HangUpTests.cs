using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Edge.Site.Access;
using Edge.Site.Tls;
using Edge.Testing;

namespace Edge.Site.Tests.Serving;

/// <summary>Clients that hang up in the middle of what they say: the network's weather, and no mistake of the page, which the log would call it.</summary>
public sealed class HangUpTests
{
    private const int Mistake = 302;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_resets_in_the_middle_of_a_body_is_no_line_of_the_log(bool tls)
    {
        using var folder = new TemporaryDirectory();
        Ear heard;
        await using (var site = await RunningSite.StartAsync(settings: tls ? WithTls(folder.File("gateway.key.tls.pem")) : null))
        {
            heard = site.Heard;
            await site.People.AddAsync("Li Wei", Role.Technician);
            for (var i = 0; i < 5; i++)
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(site.Address);
                await using var stream = tls ? await SecuredAsync(socket) : socket.GetStream();
                await stream.WriteAsync("POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 400\r\nExpect: 100-continue\r\n\r\n"u8.ToArray());
                // It asks for the body.
                Assert.NotEqual(0, await stream.ReadAsync(new byte[64]));
                await stream.WriteAsync("{"u8.ToArray());
                socket.Client.Close(0);
            }
        }

        Assert.Empty(heard.Of(Mistake));
    }

    private static async Task<Stream> SecuredAsync(TcpClient socket)
    {
        var stream = new SslStream(socket.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null });
        return stream;
    }

    private static SiteSettings WithTls(string file)
    {
        using var made = SiteCertificate.Open(new SiteSettings { Listen = new IPEndPoint(IPAddress.Loopback, 0), OwnCertificateFile = file });
        return new SiteSettings { Listen = new IPEndPoint(IPAddress.Loopback, 0), CertificateFile = file, KeyFile = file };
    }
}
