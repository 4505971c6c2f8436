using Edge.Gateway.Hosting;
using Edge.Ledger.Mqtt.Draining;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Draining;

/// <summary>Runs the drain beside the pipeline, on a connection of its own: whatever happens here, sampling, sealing and anchoring go on.</summary>
public sealed class DrainService(DrainClient client, TimeProvider time, ILogger<DrainService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await client.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The service is stopping.
            }
            catch (Exception e)
            {
                logger.DrainTrouble($"sending entries to the historian failed and begins anew in {Pause.TotalSeconds:0} s: {e.Message}");
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
