using Edge.Gateway.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Time.Rtc;

/// <summary>Reads the battery-backed clock again every ten minutes, and says when what is wrong with it changes.</summary>
public sealed class RtcService(RtcClock clock, TimeProvider time, ILogger<RtcService> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Period, time);
        string? said = null;
        do
        {
            if (clock.Problem is { } problem && problem != said)
                logger.RtcNotTrusted(problem);
            said = clock.Problem;
            await timer.WaitForNextTickAsync(stoppingToken);
            clock.Read();
        }
        while (!stoppingToken.IsCancellationRequested);
    }
}
