using System.Net;
using Edge.Site.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Serving;

/// <summary>Serves the site page and its API beside the gateway. It never ends the gateway: when its address cannot be had it says so, and tries again.</summary>
public sealed class SiteServer(SiteSettings settings, SiteParts parts, TimeProvider time, ILogger<SiteServer> logger) : BackgroundService
{
    private static readonly TimeSpan TryEvery = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<IPEndPoint> _bound = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it listens, once it does.</summary>
    public Task<IPEndPoint> Bound => _bound.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var complained = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(stoppingToken);
            }
            catch (IOException e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!complained)
                    logger.NotServed(settings.Listen, e.Message);
                complained = true;
                await Task.Delay(TryEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ServeAsync(CancellationToken stoppingToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            SiteLimits.Set(options);
            options.Listen(settings.Listen, listen => listen.Protocols = HttpProtocols.Http1);
        });
        using var desk = new LogDesk(time);
        await using var site = builder.Build();
        site.Use(Guard);
        site.UseRouting();
        Routes.Map(site, parts, desk, time);
        await site.StartAsync(stoppingToken);
        var port = new Uri(site.Urls.First()).Port;
        logger.Served(new IPEndPoint(settings.Listen.Address, port));
        _bound.TrySetResult(new IPEndPoint(settings.Listen.Address, port));
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero, time);
        await site.StopAsync(atOnce.Token);
    }

    private async Task Guard(HttpContext context, RequestDelegate next)
    {
        SecurityHeaders.Set(context.Response.Headers);
        if (!HostNames.IsOurs(context.Request.Host))
        {
            await Problem.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "not-this-host", "call this gateway by its address or its own name");
            return;
        }

        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, HasStarted: false, ContentType: null })
                await Problem.WriteAsync(context, context.Response.StatusCode, "not-here", "there is nothing under this path for this method; /api/v1/openapi.json lists what there is");
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await Problem.WriteAsync(context, e.StatusCode, "bad-request", e.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // It has gone.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.RequestFailed(context.Request.Method, e.Message, e);
            await Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, "failed", "the gateway made a mistake here; its log says which. Measuring is not affected");
        }
    }
}
