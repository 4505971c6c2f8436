using Edge.Gateway.Pipeline;
using Edge.Ledger.Mqtt.Anchoring;
using Microsoft.Extensions.Hosting;

namespace Edge.Gateway.Anchoring;

/// <summary>Runs the anchoring client beside the pipeline: whatever happens here, sampling and sealing go on.</summary>
public sealed class AnchoringService(AnchoringClient client, GatewayAnchorLog log, LogWriter writer) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        writer.Sealed += Announce;
        try
        {
            Announce();
            await client.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping.
        }
        finally
        {
            writer.Sealed -= Announce;
        }
    }

    private void Announce()
    {
        log.Refresh();
        client.Sealed();
    }
}
