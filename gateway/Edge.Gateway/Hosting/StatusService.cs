using Edge.Gateway.Health;
using Microsoft.Extensions.Hosting;

namespace Edge.Gateway.Hosting;

/// <summary>Prints the gateway's health to standard output as one JSON line, again and again; a line that nobody takes is left out.</summary>
public sealed class StatusService(HealthSource health, TimeSpan period, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        using var outlet = new LineOutlet(Console.Out);
        while (outlet.IsOpen && await timer.WaitForNextTickAsync(stoppingToken))
            outlet.Offer(HealthJson.Write(health.Now()));
    }
}
