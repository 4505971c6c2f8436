using Edge.Gateway.Configuration;
using Edge.Gateway.Opening;
using Edge.Ledger.Text;
using Edge.Sparkplug;

namespace Edge.Gateway.Sparkplug;

/// <summary>The gateway as an edge node: each sensor is a device, named by its bus and place, and what is computed from them another.</summary>
public static class NodePlan
{
    private const string Derived = "derived";

    public static SparkplugOptions Of(GatewayConfiguration configuration, SparkplugSettings settings)
    {
        var units = configuration.Channels.ToDictionary(c => c.Name, c => ShownUnit.Of(c.Unit));
        var derived = configuration.Channels.Where(c => c.Derived is not null).Select(c => Channel(c.Name)).ToList();
        var sensors = configuration.Sensors.Select(s => new SparkplugDevice(Topic($"{s.Bus}.{s.PlaceText}"), [.. s.Channels.Select(c => Channel(c.Name))]));
        return new SparkplugOptions
        {
            Group = settings.Group,
            Node = settings.Node,
            PrimaryHost = settings.PrimaryHost,
            Rate = settings.Rate,
            Burst = settings.Burst,
            About = [("Node Info/Log", configuration.Origin.ToString()), ("Node Info/Software", OpeningEntries.Software)],
            Devices = derived.Count == 0 ? [.. sensors] : [.. sensors, new SparkplugDevice(Derived, derived, CanBeLost: false)],
        };

        SparkplugChannel Channel(string name) => new(name, units[name]);
    }

    /// <summary>Buses may be called by names that a level of a topic cannot have.</summary>
    private static string Topic(string name) => name.Replace('/', '-').Replace('+', '-').Replace('#', '-');
}
