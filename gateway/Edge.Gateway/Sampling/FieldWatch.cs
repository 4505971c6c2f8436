using Edge.Gateway.Configuration;
using Edge.Sensors.Buses.Sharing;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Sampling;

/// <summary>The devices of a gateway and the I2C buses they share, as they are watched while it samples.</summary>
public sealed class FieldWatch(GatewayConfiguration configuration)
{
    private const int FewestRounds = 100;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SharedI2cBus> _buses = [];

    /// <summary>In the order of the configuration's sensors.</summary>
    public IReadOnlyList<DeviceWatch> Devices { get; } = [.. configuration.Sensors.Select(s => new DeviceWatch(DeviceWatch.NameOf(s), s.Bus, Math.Max(FewestRounds, (int)Math.Min(int.MaxValue, Lately / s.Period))) { Driver = s.Driver })];

    /// <summary>Those that are open.</summary>
    public IReadOnlyList<SharedI2cBus> Buses
    {
        get
        {
            lock (_gate)
                return [.. _buses.Values];
        }
    }

    /// <summary>The buses are open: from now on they are watched, and each device has its slot.</summary>
    public void Open(BusDirectory buses)
    {
        foreach (var (plan, watch) in configuration.Sensors.Zip(Devices).Where(d => d.First.Wiring == Wiring.I2c))
        {
            var bus = buses.Shared(plan.Bus);
            watch.Slot = bus.Slot(plan.Place, plan.Slot);
            lock (_gate)
                _buses[plan.Bus] = bus;
        }
    }
}
