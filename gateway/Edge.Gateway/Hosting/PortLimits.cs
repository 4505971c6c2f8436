using Edge.Gateway.Configuration;
using Edge.Gateway.Consequences;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Hosting;

/// <summary>Says at the start which of this board's buses keep less than the promise of their port, because of the stack that this build stands on (README, "Two stacks").</summary>
/// <param name="configuration">Whose buses it is about.</param>
/// <param name="logger">Where it is said, once for each bus.</param>
public sealed class PortLimits(GatewayConfiguration configuration, ILogger<PortLimits> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var bus in LateEdges.On(configuration.Buses))
            logger.EdgesAsTheyCome(bus);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
