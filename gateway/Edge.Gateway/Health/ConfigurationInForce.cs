using Edge.Gateway.Configuration;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ds3231;

namespace Edge.Gateway.Health;

/// <summary>What a running gateway tells of the configuration that it was started with.</summary>
public static class ConfigurationInForce
{
    /// <summary>Addresses of its sensors and of its clock on I2C buses, by the bus's device or socket.</summary>
    public static Dictionary<string, IReadOnlyList<int>> Addresses(GatewayConfiguration configuration) => (
        from bus in configuration.Buses
        where (bus.Device ?? bus.Socket) is not null
        from address in configuration.Sensors.Where(s => s.Bus == bus.Name && s.Wiring == Wiring.I2c).Select(s => s.Place)
            .Concat(configuration.Clock.RtcBus == bus.Name ? [Ds3231Chip.Address] : [])
        group address by bus.Device ?? bus.Socket!).ToDictionary(at => at.Key, at => (IReadOnlyList<int>)[.. at.Distinct().Order()]);
}
