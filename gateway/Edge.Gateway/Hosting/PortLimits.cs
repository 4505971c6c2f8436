using Edge.Gateway.Configuration;
using Edge.Sensors.Catalog;
using Edge.Sensors.Stacks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Hosting;

/// <summary>Says at the start which of this board's buses keep less than the promise of their port, because of the stack that this build stands on (README, "Two stacks").</summary>
/// <param name="configuration">Whose buses it is about; those of another process are as that one has them.</param>
/// <param name="logger">Where it is said, once for each bus.</param>
public sealed class PortLimits(GatewayConfiguration configuration, ILogger<PortLimits> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Say(configuration.Buses, logger, Copper.KeepsEdges);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What <see cref="StartAsync"/> says.</summary>
    public static void Say(IEnumerable<BusPlan> buses, ILogger logger, bool keepsEdges)
    {
        ArgumentNullException.ThrowIfNull(buses);
        if (keepsEdges)
            return;
        foreach (var bus in buses.Where(bus => bus.Chip is not null))
            logger.EdgesAsTheyCome(bus.Name);
    }
}
