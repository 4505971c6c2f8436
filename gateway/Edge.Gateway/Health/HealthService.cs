using Edge.Gateway.Health.Words;
using Edge.Gateway.Hosting;
using Microsoft.Extensions.Hosting;

namespace Edge.Gateway.Health;

/// <summary>Looks at the gateway's health twice a minute, so that rates are known whenever someone asks; tells systemd in one line when it has changed.</summary>
public sealed class HealthService(HealthSource health, SystemdNotifier systemd, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Period, time);
        var said = "";
        do
        {
            var line = HealthWords.English.OneLine(health.Now());
            if (line != said)
                systemd.Status(line);
            said = line;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
