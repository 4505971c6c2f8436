using System.Net;
using System.Net.Sockets;
using Edge.Site.Access;
using Edge.Site.Serving;
using Edge.Testing;

namespace Edge.Site.Tests.Serving;

/// <summary>The address that the settings name cannot be had. The room is a guest of the gateway: it ends nothing, says so once, and tries again.</summary>
public sealed class NoAddressTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly Ear _ear = new();

    private IReadOnlyList<string> Complaints => _ear.Of(301);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_address_that_is_not_this_boards_is_tried_again_until_the_door_is_another()
    {
        // Nobody's (RFC 5737).
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Technician);
        site.People.IsCommissioned = true;
        using var server = await ServedAsync(site, new IPEndPoint(IPAddress.Parse("192.0.2.1"), FreePort()));
        await Eventually.True(() => Complaints.Count == 1);
        Assert.Contains("192.0.2.1", Complaints.Single(), StringComparison.Ordinal);

        await site.People.RemoveAsync("Li Wei");
        await Eventually.True(() => TriedAgain(server.Bound));

        Assert.True(IPAddress.IsLoopback((await server.Bound).Address));
        Assert.False(server.ExecuteTask!.IsCompleted);
        Assert.Single(Complaints);
        await server.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task An_address_that_another_program_has_is_taken_when_it_is_free()
    {
        await using var site = await RunningSite.StartAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var server = await ServedAsync(site, (IPEndPoint)other.LocalEndpoint);
        await Eventually.True(() => Complaints.Count == 1);

        other.Stop();
        await Eventually.True(() => TriedAgain(server.Bound));

        using var client = new HttpClient { BaseAddress = new Uri($"http://{await server.Bound}/") };
        using var page = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await server.StopAsync(CancellationToken.None);
    }

    private bool TriedAgain(Task bound)
    {
        _time.Advance(SiteServer.TryEvery);
        return bound.IsCompleted;
    }

    private async Task<SiteServer> ServedAsync(RunningSite site, IPEndPoint listen)
    {
        var server = new SiteServer(new SiteSettings { Listen = listen, OwnCertificateFile = _folder.File("gateway.key.tls.pem") }, site.Parts, _time, _ear);
        await server.StartAsync(CancellationToken.None);
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
