using Microsoft.Extensions.Hosting;

namespace Edge.Gateway.Hosting;

/// <summary>Prints the status line to standard output, again and again.</summary>
public sealed class StatusService(StatusLine status, TimeSpan period, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Console.Out.WriteLineAsync(status.Write().AsMemory(), stoppingToken);
            }
            catch (IOException)
            {
                // Whoever read the status has gone; the gateway goes on.
                return;
            }
        }
    }
}
