using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>buses:</c> and <c>sensors:</c>; each driver reads its own settings.</summary>
internal sealed class SensorSection(YamlFile yaml)
{
    public (IReadOnlyList<BusPlan> Buses, IReadOnlyList<SensorPlan> Sensors) Read()
    {
        var buses = Buses().ToList();
        var sensors = Sensors(buses).ToList();
        if (!yaml.Items(yaml.Root, "", "sensors").Any() && !yaml.Found.Any(p => p.Path == "sensors"))
            yaml.Complain("sensors", "is empty; list at least one sensor");
        return (buses, sensors);
    }

    private IEnumerable<BusPlan> Buses()
    {
        var node = yaml.Mapping(yaml.Root, "", "buses");
        foreach (var name in node?.Children.Keys.Select(k => k.ToString()) ?? [])
        {
            var path = YamlFile.Join("buses", name);
            if (yaml.Mapping(node, "buses", name) is not { } bus)
                continue;
            var recovery = yaml.Mapping(bus, path, "recovery");
            if (BusPlan.Read(name, yaml.Bag(bus, path, "recovery"), recovery is null ? null : yaml.Bag(recovery, YamlFile.Join(path, "recovery"))) is { } plan)
                yield return plan;
        }
    }

    private IEnumerable<SensorPlan> Sensors(List<BusPlan> buses)
    {
        var places = new Dictionary<(string Bus, Wiring Wiring, string Place), string>();
        foreach (var (node, path) in yaml.Items(yaml.Root, "", "sensors"))
        {
            var request = new SensorRequest(
                yaml.Bag(node, path, "options", "channels"),
                yaml.Bag(yaml.Mapping(node, path, "options"), YamlFile.Join(path, "options")),
                [.. yaml.Items(node, path, "channels").Select(c => yaml.Bag(c.Node, c.Path))],
                yaml.Found);
            if (SensorCatalog.Read(request) is not { } plan)
            {
                if (request.Sensor.Text("bus") is { Length: > 0 } named && !IsRefused(named, buses) && buses.All(b => b.Name != named))
                    NoBus(path, named, WiringOf(request.Sensor), buses);
                continue;
            }

            if (!IsRefused(plan.Bus, buses) && !buses.Any(b => b.Name == plan.Bus && b.Carries(plan.Wiring)))
                NoBus(path, plan.Bus, plan.Wiring, buses);
            else if (!places.TryAdd((plan.Bus, plan.Wiring, plan.PlaceText), path))
                yaml.Complain($"{path}.{PlaceOf(plan.Wiring)}", $"is also used by {places[(plan.Bus, plan.Wiring, plan.PlaceText)]}; {(plan.Wiring == Wiring.OneWire ? "list each device once" : "set another address strap, or another line")}");
            yield return plan;
        }
    }

    /// <summary>The name of the setting that says where on its bus a sensor is.</summary>
    internal static string PlaceOf(Wiring wiring) => wiring switch
    {
        Wiring.I2c or Wiring.Serial => "address",
        Wiring.Line => "line",
        _ => "device",
    };

    private static string BusOf(Wiring wiring) => wiring switch
    {
        Wiring.I2c => "I2C bus",
        Wiring.Line => "GPIO chip",
        Wiring.Serial => "serial line",
        _ => "1-wire bus",
    };

    private void NoBus(string sensor, string name, Wiring wiring, List<BusPlan> buses) =>
        yaml.Complain($"{sensor}.bus", $"there is no {BusOf(wiring)} \"{name}\" under buses; add it, or write one of: {string.Join(", ", buses.Select(b => b.Name))}");

    /// <summary>How a sensor that is refused is wired, by how it says where it is.</summary>
    private static Wiring WiringOf(SettingBag sensor) => sensor.Has("line") ? Wiring.Line : sensor.Has("device") ? Wiring.OneWire : Wiring.I2c;

    /// <summary>Whether the bus is written but cannot be: that is said already.</summary>
    private bool IsRefused(string bus, List<BusPlan> buses) =>
        buses.All(b => b.Name != bus) && yaml.Mapping(yaml.Mapping(yaml.Root, "", "buses"), "buses", bus) is not null;
}
