using Edge.Gateway.Configuration;

namespace Edge.Gateway.Consequences;

/// <summary>Devices of the configuration's buses that do not exist on this machine.</summary>
internal static class MissingDevices
{
    public static IEnumerable<string> Of(GatewayConfiguration configuration) => configuration.Buses.Select(b => b.Device).OfType<string>().Where(d => !Path.Exists(d)).Distinct();
}
