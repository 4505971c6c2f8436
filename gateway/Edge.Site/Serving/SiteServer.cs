using System.Net;
using System.Net.Sockets;
using Edge.Site.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Serving;

/// <summary>Serves the site page and its API beside the gateway. It never ends the gateway: when its address cannot be had it says so, and tries again.</summary>
public sealed class SiteServer(SiteSettings settings, SiteParts parts, TimeProvider time, ILogger<SiteServer> logger) : BackgroundService
{
    /// <summary>How soon an address is tried again, and it is noticed that the page may go to others, or may not any more.</summary>
    public static readonly TimeSpan TryEvery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource<IPEndPoint> _bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Doorkeeper _doors = new(settings, parts.Access);
    private string? _complaint;

    /// <summary>Where it listens first, once it does.</summary>
    public Task<IPEndPoint> Bound => _bound.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var visitors = new Visitors(parts.Access, time);
        await using var desk = new LogDesk(time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(visitors, desk, stoppingToken);
            }
#pragma warning disable CA1031 // Whatever goes wrong here, measuring goes on.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Complain(e);
                await Task.Delay(TryEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Until it has to end, or the door is another.</summary>
    private async Task ServeAsync(Visitors visitors, LogDesk desk, CancellationToken stoppingToken)
    {
        using var door = _doors.Look();
        var entrance = new Entrance(visitors, time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.Configure<SocketTransportOptions>(SiteLimits.Set);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            SiteLimits.Set(options);
            options.Listen(door.Listen, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => connection => entrance.EnterAsync(connection, next));
                if (door.Certificate is { } certificate)
                    listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate, HandshakeTimeout = Handshake });
            });
        });
        await using var site = builder.Build();
        var gate = new AccessGate(parts.Access, visitors.Sessions, settings.TokenFile is { } file ? new ProgramToken(file, logger) : null);
        site.Use(new RequestGuard(door, visitors, logger).GuardAsync);
        site.UseRouting();
        site.Use(gate.CheckAsync);
        Routes.Map(site, parts, settings.Tap, new LoginEndpoints(parts.Access, visitors, gate, parts.Actions, time, logger), desk, time);
        await site.StartAsync(stoppingToken);
        Say(door, new Uri(site.Urls.First()).Port);
        await ChangedAsync(door, stoppingToken);
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero, time);
        await site.StopAsync(atOnce.Token);
    }

    /// <summary>Once for each reason, however often it is tried.</summary>
    private void Complain(Exception error)
    {
        if (_complaint != error.Message)
            logger.NotServed(settings.Listen, error.Message);
        _complaint = error.Message;
    }

    private void Say(Door door, int port)
    {
        _complaint = null;
        var address = new IPEndPoint(door.Listen.Address, port);
        logger.Served(door.Scheme, address);
        if (door.Certificate is { } certificate)
            logger.Shows(Tls.SiteCertificate.Fingerprint(certificate));
        if (door.Missing.Count > 0)
            logger.HeldBack(address, settings.Listen, string.Join("; ", door.Missing));
        _bound.TrySetResult(address);
    }

    private async Task ChangedAsync(Door door, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(settings is { IsLoopback: true, CertificateFile: null } ? Timeout.InfiniteTimeSpan : TryEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            using var now = _doors.Look();
            if (!door.IsSameAs(now))
                return;
        }
    }
}
