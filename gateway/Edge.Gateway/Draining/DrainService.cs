using Edge.Gateway.Hosting;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Mqtt.Draining;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Draining;

/// <summary>
/// Runs the drain beside the pipeline, on a connection of its own: whatever happens here, sampling, sealing and anchoring go on. It ends when anchoring halts:
/// the city knows another history of this log, and a historian must not get two.
/// </summary>
public sealed class DrainService(DrainClient client, AnchoringClient anchoring, TimeProvider time, ILogger<DrainService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested && anchoring.Status.Halted is null)
        {
            try
            {
                await DrainAsync(stoppingToken);
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

    private async Task DrainAsync(CancellationToken stoppingToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var drain = client.RunAsync(end.Token);
        await Task.WhenAny(drain, anchoring.HaltedAsync(end.Token));
        await end.CancelAsync();
        try
        {
            await drain;
        }
        catch (OperationCanceledException) when (anchoring.Status.Halted is not null)
        {
            // Nothing more may go.
        }
    }
}
