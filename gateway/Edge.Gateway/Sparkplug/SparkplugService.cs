using Edge.Gateway.Hosting;
using Edge.Sparkplug;
using Edge.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Sparkplug;

/// <summary>
/// Runs the edge node beside the pipeline, on a connection and a reader of its own: whatever happens here, sampling, sealing and anchoring go on. It goes on when
/// anchoring halts: what operators see is what is measured.
/// </summary>
public sealed class SparkplugService(SparkplugClient node, TimeProvider time, ILogger<SparkplugService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await node.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The service is stopping.
            }
            catch (Exception e)
            {
                var isExpected = e is StoreException;
                logger.SparkplugTrouble(isExpected ? e.Message : $"{e.GetType().Name}, which is a mistake in the program: {e.Message}", isExpected ? null : e);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
