using Microsoft.Extensions.Hosting;

namespace Edge.Gateway.Hosting;

/// <summary>Prints the status line once a second to standard output.</summary>
public sealed class StatusService(StatusLine status, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
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
