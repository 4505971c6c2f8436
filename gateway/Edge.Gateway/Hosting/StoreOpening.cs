using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Store;
using Edge.Store.Tree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Hosting;

/// <summary>
/// Opens the log before anything is measured. While its file system does not let it be used (full, read-only, a failing device), that is said once, to systemd as
/// well, <c>edge status</c> shows it, and it is tried again: whoever mends it need not start the gateway.
/// </summary>
public sealed class StoreOpening(
    IServiceProvider services, GatewayConfiguration configuration, SystemdNotifier systemd, TimeProvider time, ILogger<StoreOpening> logger, ILogger<StatusServer> served)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly long _began = time.GetTimestamp();
    private volatile string? _said;

    /// <exception cref="StoreException">The store cannot be used whatever becomes of its file system.</exception>
    public async Task<MerkleLog> WaitAsync(CancellationToken cancellationToken)
    {
        if (TryOpen() is { } log)
            return log;
        using var server = new StatusServer(configuration, Waiting, time, served);
        var serves = !await server.IsServedAsync(cancellationToken);
        if (serves)
            await server.StartAsync(cancellationToken);
        try
        {
            while (true)
            {
                await Task.Delay(Pause, time, cancellationToken);
                if (TryOpen() is not { } opened)
                    continue;
                logger.StoreOpened();
                return opened;
            }
        }
        finally
        {
            if (serves)
                await server.StopAsync(CancellationToken.None);
        }
    }

    private MerkleLog? TryOpen()
    {
        try
        {
            return services.GetRequiredService<MerkleLog>();
        }
        catch (StoreUnavailableException e)
        {
            Say(e.Message);
            return null;
        }
    }

    private GatewayHealth Waiting() => new()
    {
        Opened = false,
        Gateway = configuration.Origin.ToString(),
        Configuration = configuration.File,
        ConfigurationHash = configuration.FileSha256,
        Addresses = ConfigurationInForce.Addresses(configuration),
        Time = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        UptimeSeconds = Math.Round(time.GetElapsedTime(_began).TotalSeconds, 1),
        Store = _said,
    };

    private void Say(string why)
    {
        if (_said == why)
            return;
        _said = why;
        logger.StoreNotOpened(why);
        systemd.Status($"waits for its store: {why}");
    }
}
