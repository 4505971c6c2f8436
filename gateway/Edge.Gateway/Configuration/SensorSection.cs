using Edge.Sensors.Catalog;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>buses:</c> and <c>sensors:</c>; each driver reads its own settings.</summary>
internal sealed class SensorSection(YamlFile yaml)
{
    private const string Celsius = "Cel";
    private readonly List<SensorPlan> _presumed = [];

    /// <summary>Sensors that are refused, as far as they are known; their place or period may not be what it will be.</summary>
    public IReadOnlyList<SensorPlan> Presumed => _presumed;

    public (IReadOnlyList<BusPlan> Buses, IReadOnlyList<SensorPlan> Sensors) Read()
    {
        var buses = Buses().ToList();
        var sensors = Sensors(buses).ToList();
        CheckCompensation(sensors);
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
        var placed = new List<(SensorPlan Plan, string Path)>();
        var refused = new List<WrittenPlace>();
        foreach (var (node, path) in yaml.Items(yaml.Root, "", "sensors"))
        {
            var request = new SensorRequest(
                yaml.Bag(node, path, "options", "channels"),
                yaml.Bag(yaml.Mapping(node, path, "options"), YamlFile.Join(path, "options")),
                [.. yaml.Items(node, path, "channels").Select(c => yaml.Bag(c.Node, c.Path))],
                yaml.Found);
            if (SensorCatalog.Read(request) is not { } plan)
            {
                refused.AddRange(WrittenPlace.Of(request.Sensor, path));
                CheckBus(request.Sensor, path, buses);
                if (PresumedSensor.Read(yaml, node, path) is { } presumed)
                    _presumed.Add(presumed);
                continue;
            }

            if (!IsRefused(plan.Bus, buses) && !buses.Any(b => b.Name == plan.Bus && b.Carries(plan.Wiring)))
            {
                NoBus($"{path}.bus", plan.Bus, plan.Wiring, buses);
                refused.Add(WrittenPlace.Of(plan, path));
            }
            else
            {
                placed.Add((plan, path));
            }

            if (plan.SecondPlace is { } second && !IsRefused(second.Bus, buses) && !buses.Any(b => b.Name == second.Bus && b.Carries(Wiring.Line)))
                NoBus($"{path}.options.ready_bus", second.Bus, Wiring.Line, buses);
            yield return plan;
        }

        foreach (var (plan, path) in placed.Where(p => buses.Any(b => b.Name == p.Plan.SecondPlace?.Bus && b.Carries(Wiring.Line))))
            CheckReady(plan, path, placed);
        SharedBus.RefuseCollisions(yaml, placed, refused);
        SharedBus.RefuseOverload(yaml, placed);
    }

    /// <summary>The bus of a sensor that is refused for something else: whether it is there, and of the kind that its driver is wired to.</summary>
    private void CheckBus(SettingBag sensor, string path, List<BusPlan> buses)
    {
        if (sensor.Text("bus") is not { } named || IsRefused(named, buses))
            return;
        var driver = SensorCatalog.Find(sensor.Text("driver"));
        var wiring = driver?.Wiring ?? WiringOf(sensor);
        if (driver is null ? buses.All(b => b.Name != named) : !buses.Any(b => b.Name == named && b.Carries(wiring)))
            NoBus($"{path}.bus", named, wiring, buses);
    }

    /// <summary>Also of sensors that are refused for something else. Of a channel that is written and whose unit is not known nothing is said, nor where one may be written that cannot be read.</summary>
    private void CheckCompensation(List<SensorPlan> sensors)
    {
        var units = sensors.Concat(_presumed).SelectMany(s => s.Channels).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Unit);
        var items = yaml.Items(yaml.Root, "", "sensors").ToList();
        var names = items.ToDictionary(i => i.Path, i => WrittenSensors.Names(yaml, i.Node).ToHashSet());
        var areSure = !ChannelSection.AreNamesUnsure(yaml);
        foreach (var (node, path) in items.Where(i => SensorCatalog.Find(yaml.Text(i.Node, "driver"))?.TakesTemperature == true))
        {
            if (yaml.Child(node, "options") is not YamlMappingNode options || yaml.Text(options, "temperature_from") is not { Length: > 0 } from)
                continue;
            var isWritten = names.Any(n => n.Key != path && n.Value.Contains(from));
            if (isWritten && units.TryGetValue(from, out var unit) && unit != Celsius)
                yaml.Complain($"{path}.options.temperature_from", $"{from} is in {unit}; write a channel in {Celsius}, of an ezo-rtd or a ds18b20 in the same water");
            else if (!isWritten && areSure)
                yaml.Complain($"{path}.options.temperature_from", $"no other sensor has the channel \"{from}\"; write one in {Celsius}, of an ezo-rtd or a ds18b20 in the same water");
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

    /// <summary>What another process serves can be either kind of bus: one that devices are on is not the GPIO chip that is meant.</summary>
    private void CheckReady(SensorPlan plan, string path, List<(SensorPlan Plan, string Path)> placed)
    {
        if (plan.SecondPlace is { } second && placed.Find(p => p.Plan.Wiring == Wiring.I2c && p.Plan.Bus == second.Bus) is { Plan: not null } on)
            yaml.Complain($"{path}.options.ready_bus", $"{second.Bus} is the I2C bus of {on.Path}; write the GPIO chip that ALERT/RDY is wired to, for example gpio");
    }

    private void NoBus(string path, string name, Wiring wiring, List<BusPlan> buses)
    {
        var fit = buses.Where(b => b.Carries(wiring)).Select(b => b.Name).ToList();
        var remedy = fit.Count > 0 ? $"write one of: {string.Join(", ", fit)}" : $"write for example {Example(wiring)}";
        yaml.Complain(path, buses.Any(b => b.Name == name) ? $"\"{name}\" under buses is no {BusOf(wiring)}; {(fit.Count > 0 ? "" : "add one, ")}{remedy}"
            : $"there is no {BusOf(wiring)} \"{name}\" under buses; add it, {(fit.Count > 0 ? "or " : "")}{remedy}");
    }

    private static string Example(Wiring wiring) => wiring switch
    {
        Wiring.I2c => "i2c-1: { kind: linux, device: /dev/i2c-1 }",
        Wiring.Line => "gpio: { kind: linux, chip: pinctrl-bcm2711 }",
        Wiring.Serial => "rs485: { kind: linux, serial: /dev/ttyUSB0 }",
        _ => "w1: { kind: linux, folder: /sys/bus/w1/devices }",
    };

    /// <summary>How a sensor that is refused is wired, by how it says where it is.</summary>
    private static Wiring WiringOf(SettingBag sensor) => sensor.Has("line") ? Wiring.Line : sensor.Has("device") ? Wiring.OneWire : Wiring.I2c;

    /// <summary>Whether the bus is written but cannot be: that is said already.</summary>
    private bool IsRefused(string bus, List<BusPlan> buses) =>
        buses.All(b => b.Name != bus) && yaml.Mapping(yaml.Mapping(yaml.Root, "", "buses"), "buses", bus) is not null;
}
