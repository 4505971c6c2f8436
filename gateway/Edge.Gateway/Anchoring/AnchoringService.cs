using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Notes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Anchoring;

/// <summary>Runs the anchoring client beside the pipeline: whatever happens here, sampling and sealing go on.</summary>
public sealed class AnchoringService(AnchoringClient client, GatewayAnchorLog log, LogWriter writer, HaltNote halt, TimeProvider time, ILogger<AnchoringService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        writer.Sealed += Announce;
        var noted = NoteHaltAsync(stoppingToken);
        await writer.Started.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await AnchorAsync(stoppingToken);
            await noted;
        }
        finally
        {
            writer.Sealed -= Announce;
        }
    }

    private async Task AnchorAsync(CancellationToken stoppingToken)
    {
        try
        {
            client.Sealed();
            await client.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping.
        }
        catch (Exception e)
        {
            logger.AnchorTrouble($"anchoring failed and begins anew in {Pause.TotalSeconds:0} s: {e.Message}");
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Remembers that anchoring has stopped, as soon as the log's folder can be written.</summary>
    private async Task NoteHaltAsync(CancellationToken stoppingToken)
    {
        try
        {
            await client.HaltedAsync(stoppingToken);
            while (client.Status.Halted is { } why && !halt.TryWrite(why))
                await Task.Delay(Pause, time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping.
        }
    }

    private void Announce(SignedNote checkpoint)
    {
        log.Newest = checkpoint;
        client.Sealed();
    }
}
