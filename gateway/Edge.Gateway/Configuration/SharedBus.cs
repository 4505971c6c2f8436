using System.Globalization;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>What sensors that share a bus must not do: answer at one place, or take more time than there is.</summary>
internal static class SharedBus
{
    /// <summary>Two at one place: the later one is refused, with the wiring that would part them.</summary>
    /// <param name="others">Sensors that have other faults, which are told beside this one.</param>
    public static void RefuseCollisions(YamlFile yaml, IReadOnlyList<(SensorPlan Plan, string Path)> sensors, IReadOnlyList<WrittenPlace> others)
    {
        var places = new Dictionary<(string Bus, Wiring Wiring, string Place), (SensorPlan Plan, string Path)>();
        foreach (var (plan, path) in sensors)
        {
            if (places.TryGetValue((plan.Bus, plan.Wiring, plan.PlaceText), out var other))
                yaml.Complain($"{path}.{SensorSection.PlaceOf(plan.Wiring)}", $"is also used by {other.Path}; {Parting(plan, other, [.. sensors.Where(s => s.Plan.Bus == plan.Bus).Select(s => s.Plan.Place)])}");
            else
                places.Add((plan.Bus, plan.Wiring, plan.PlaceText), (plan, path));
        }

        var taken = sensors.Select(s => WrittenPlace.Of(s.Plan, s.Path)).ToList();
        foreach (var other in others)
        {
            if (Before(other) is { } first)
                yaml.Complain($"{other.Path}.{other.Setting}", $"is also used by {first.Path}; {Parting(other.Setting)}");
            taken.Add(other);
        }

        foreach (var ready in sensors.SelectMany(s => WrittenPlace.Second(s.Plan, s.Path)))
        {
            if (Before(ready) is { } first)
                yaml.Complain($"{ready.Path}.options.ready_line", $"is also used by {first.Path}; {Parting(ready.Setting)}");
            taken.Add(ready);
        }

        WrittenPlace? Before(WrittenPlace place) => taken.Find(t => (t.Bus, t.Setting, t.Place) == (place.Bus, place.Setting, place.Place));
    }

    /// <summary>More than all of a bus's time: refused at the sensor that takes most of it, with everybody's share.</summary>
    public static void RefuseOverload(YamlFile yaml, IReadOnlyList<(SensorPlan Plan, string Path)> sensors)
    {
        foreach (var bus in sensors.DistinctBy(s => (s.Plan.Bus, s.Plan.Wiring, s.Plan.PlaceText)).Where(s => s.Plan.Wiring != Wiring.Line && s.Plan.Period > TimeSpan.Zero).GroupBy(s => (s.Plan.Bus, s.Plan.Wiring)))
        {
            var share = bus.Sum(s => Share(s.Plan));
            if (share <= 1 || bus.Count() == 1)
                continue;
            var most = bus.MaxBy(s => Share(s.Plan));
            var taken = $"{bus.Key.Bus} would be taken {(share * 100).ToString("0", CultureInfo.InvariantCulture)} % of the time{(bus.Key.Wiring == Wiring.I2c ? " at 100 kbit/s" : "")}";
            var parts = string.Join(", ", bus.Select(s => $"{s.Path} {Milliseconds(s.Plan.BusTime)}/{Milliseconds(s.Plan.Period)}"));
            var running = bus.Where(s => s.Plan.RateWithin(1) is not null).Sum(s => Share(s.Plan));
            if (share - running < 1 && most.Plan.RateWithin(Share(most.Plan) * (1 - share + running) / running) is { } rate)
                yaml.Complain($"{most.Path}.options.data_rate", string.Create(CultureInfo.InvariantCulture, $"{taken} ({parts}); write a data_rate of at most {rate} in those that are continuous, or use another bus"));
            else
                yaml.Complain($"{most.Path}.period", string.Create(CultureInfo.InvariantCulture, $"{taken} ({parts}); make these periods {Math.Ceiling(share * 10) / 10:0.0} times as long, or use another bus"));
        }
    }

    /// <param name="taken">Addresses on that bus.</param>
    private static string Parting(SensorPlan plan, (SensorPlan Plan, string Path) other, HashSet<int> taken)
    {
        if (plan.Wiring == Wiring.I2c && Free(plan, taken) is { } here)
            return string.Create(CultureInfo.InvariantCulture, $"strap this {plan.Driver} to 0x{here.Address:X2} ({here.Pins}), which is free");
        if (plan.Wiring == Wiring.I2c && Free(other.Plan, taken) is { } there)
            return string.Create(CultureInfo.InvariantCulture, $"strap that {other.Plan.Driver} to 0x{there.Address:X2} ({there.Pins}), which is free");
        return Parting(SensorSection.PlaceOf(plan.Wiring));
    }

    private static string Parting(string setting) => setting switch
    {
        "device" => "list each device once",
        "line" => "wire one of them to another line",
        _ => "set another address in one of the devices",
    };

    private static AddressStrap? Free(SensorPlan plan, HashSet<int> taken) => plan.Straps.Where(s => !taken.Contains(s.Address)).Select(s => (AddressStrap?)s).FirstOrDefault();

    private static double Share(SensorPlan plan) => plan.BusTime / plan.Period;

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.##}ms");
}
