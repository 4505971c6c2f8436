using Edge.Store;
using Edge.Store.Tree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Hosting;

/// <summary>
/// Opens the log before anything is measured. While its file system does not let it be used (full, read-only, a failing device), that is said once, to systemd as
/// well, and it is tried again: whoever mends it need not start the gateway.
/// </summary>
public sealed class StoreOpening(IServiceProvider services, SystemdNotifier systemd, TimeProvider time, ILogger<StoreOpening> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <exception cref="StoreException">The store cannot be used whatever becomes of its file system.</exception>
    public async Task<MerkleLog> WaitAsync(CancellationToken cancellationToken)
    {
        string? said = null;
        while (true)
        {
            try
            {
                var log = services.GetRequiredService<MerkleLog>();
                if (said is not null)
                    logger.StoreOpened();
                return log;
            }
            catch (StoreUnavailableException e)
            {
                if (said != e.Message)
                    Say(e.Message);
                said = e.Message;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private void Say(string why)
    {
        logger.StoreNotOpened(why);
        systemd.Status($"waits for its store: {why}");
    }
}
