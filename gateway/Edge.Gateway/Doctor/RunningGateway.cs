using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Identity;

namespace Edge.Gateway.Doctor;

/// <summary>Whether a gateway has the devices of this configuration.</summary>
/// <param name="IsThere">It runs: its devices are its own.</param>
/// <param name="Health">What it says; null when it does not say.</param>
public sealed record RunningGateway(bool IsThere, GatewayHealth? Health)
{
    public static RunningGateway None { get; } = new(false, null);

    public static async Task<RunningGateway> FindAsync(GatewayConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await StatusClient.AskAsync(StatusAddress.PathOf(configuration.Store.Folder), time, cancellationToken);
            return answer is not null ? new(true, HealthJson.Read(answer)) : new(KeyHold.IsHeld(configuration.KeyFile), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(true, null);
        }
    }
}
