using System.Globalization;
using System.Text.Json.Nodes;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>derived:</c>, the channels that are computed from those of sensors.</summary>
/// <param name="yaml">The file.</param>
/// <param name="written">Names of all channels as they are written; none while they are not sure.</param>
/// <param name="presumed">Channels of sensors that are refused, as far as they are known.</param>
internal sealed class DerivedSection(YamlFile yaml, IReadOnlyCollection<string> written, IReadOnlyCollection<SensorOutput> presumed)
{
    /// <summary>One of them, before what <c>channels:</c> says of it.</summary>
    /// <param name="Place">Where it is written.</param>
    /// <param name="Definition">Its formula and inputs, as the log's configuration entry carries them.</param>
    public sealed record Plan(string Place, SensorOutput Output, TimeSpan Period, DerivedSettings Settings, SortedDictionary<string, JsonNode?> Definition);

    /// <summary>The one setting that can be a list.</summary>
    public const string Inputs = "of";

    private const double StandardGravity = 9.80665;
    private const double PartsPerPeriod = 1000;
    private const double LargestFactor = 1e12;

    private static readonly Allowed Factors = Allowed.From(-LargestFactor, LargestFactor);

    /// <summary>Units of a flow end with one of these.</summary>
    private static readonly (string Suffix, double Seconds)[] Times = [("/s", 1), ("/min", 60), ("/h", 3600)];

    private static readonly (string Unit, double Pascals)[] Pressures = [("Pa", 1), ("hPa", 100), ("kPa", 1000), ("mbar", 100), ("bar", 100_000)];

    /// <param name="channels">Those of the sensors, in their order.</param>
    public IReadOnlyList<Plan> Read(IReadOnlyList<ChannelSettings> channels) => [.. yaml.Items(yaml.Root, "", "derived").Select(i => Read(i.Node, i.Path, channels)).OfType<Plan>()];

    private Plan? Read(YamlMappingNode node, string path, IReadOnlyList<ChannelSettings> channels)
    {
        var bag = yaml.Bag(node, path, Inputs);
        var name = SensorRequest.ChannelName(bag);
        var before = bag.Complaints;
        var formula = bag.Choice("formula", ("total", "total"), ("product", "product"), ("linear", "linear"), ("level", "level"));
        if (bag.Complaints > before)
            return null;
        var (inputs, input) = Find(bag, node, channels, formula == "product" ? 2 : 1);
        var found = formula switch
        {
            "total" => Total(bag, input[0]),
            "product" => Product(bag, input[0], input[1]),
            "linear" => Linear(bag, input[0]),
            _ => Level(bag, input[0]),
        };
        bag.RefuseUnknown();
        if (found is not { } terms || inputs is null || bag.Complaints > 0)
            return null;
        var period = channels[inputs[0]].Period;
        var settings = new DerivedSettings { Formula = terms.Formula, Inputs = inputs, Factor = terms.Factor, Offset = terms.Offset };
        var output = new SensorOutput(name, terms.Unit, terms.Resolution);
        return new Plan(path, output, period, settings, Definition(formula, output, period, settings, [.. inputs.Select(i => channels[i].Name)]));
    }

    private readonly record struct Terms(Formula Formula, string Unit, double Factor, double Offset, double Resolution);

    /// <param name="flow">Null while nothing is known of it, here and below: then only what stands in the formula itself is looked at.</param>
    private static Terms? Total(SettingBag bag, ChannelSettings? flow)
    {
        if (flow is null)
            return null;
        var (suffix, seconds) = Times.FirstOrDefault(t => flow.Unit.EndsWith(t.Suffix, StringComparison.Ordinal) && flow.Unit.Length > t.Suffix.Length);
        if (suffix is not null)
            return new Terms(Formula.Total, flow.Unit[..^suffix.Length], 1 / seconds, 0, flow.Resolution * flow.Period.TotalSeconds / seconds / PartsPerPeriod);
        bag.Complain("of", $"{flow.Name} is in {flow.Unit}; a total is taken of what is per time, in a unit that ends with {string.Join(" or ", Times.Select(t => t.Suffix))}");
        return null;
    }

    private static Terms? Product(SettingBag bag, ChannelSettings? first, ChannelSettings? second)
    {
        if (first is { Period.Ticks: > 0 } && second is { Period.Ticks: > 0 } && first.Period != second.Period)
            bag.Complain("of", $"{first.Name} is sampled every {DurationText.Format(first.Period)} and {second.Name} every {DurationText.Format(second.Period)}; give both sensors the same period");
        var factor = Factor(bag, bag.Number("factor", 1, Factors));
        var unit = SensorRequest.Unit(bag);
        return first is null || second is null ? null : new Terms(Formula.Product, unit, factor, 0, Math.Abs(factor) * Math.Max(first.Resolution, second.Resolution));
    }

    private static Terms? Linear(SettingBag bag, ChannelSettings? input)
    {
        var factor = Factor(bag, bag.RequiredNumber("factor", 1, Factors));
        var (unit, offset) = (SensorRequest.Unit(bag), bag.Number("offset", 0));
        return input is null ? null : new Terms(Formula.Linear, unit, factor, offset, Math.Abs(factor) * input.Resolution);
    }

    /// <summary>p = density * gravity * level.</summary>
    private static Terms? Level(SettingBag bag, ChannelSettings? pressure)
    {
        var (density, gravity, offset) = (bag.RequiredNumber("density", 998.2, Allowed.From(1, 30_000)), bag.Number("gravity", StandardGravity, Allowed.From(9.7, 9.9)), bag.Number("offset", 0));
        if (density is < 1 or > 30_000)
            bag.Complain("density", string.Create(CultureInfo.InvariantCulture, $"{density} is not a density; write kg/m3, 998.2 for water of 20 degrees Celsius"));
        if (gravity is < 9.7 or > 9.9)
            bag.Complain("gravity", string.Create(CultureInfo.InvariantCulture, $"{gravity} is not the gravity of a place on earth; write m/s2, {StandardGravity} where it is not known better"));
        if (pressure is null)
            return null;
        var (unit, pascals) = Pressures.FirstOrDefault(p => p.Unit == pressure.Unit);
        if (unit is null)
        {
            bag.Complain("of", $"{pressure.Name} is in {pressure.Unit}; a level is taken of a pressure in {string.Join(" or ", Pressures.Select(p => p.Unit))}");
            return null;
        }

        var factor = pascals / (density * gravity);
        return new Terms(Formula.Linear, "m", factor, offset, factor * pressure.Resolution);
    }

    private static double Factor(SettingBag bag, double factor)
    {
        if (factor == 0)
            bag.Complain("factor", "0 turns every value into the same; write what the input is multiplied by");
        return factor;
    }

    /// <summary>The inputs' places, null unless all are there; and what is known of each, also of one whose sensor is refused: then its period is zero.</summary>
    private (List<int>? Places, ChannelSettings?[] Known) Find(SettingBag bag, YamlMappingNode node, IReadOnlyList<ChannelSettings> channels, int count)
    {
        var named = node.Children.FirstOrDefault(c => c.Key.ToString() == "of").Value switch
        {
            YamlScalarNode { Value: { Length: > 0 } one } => [one],
            YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode) => list.Children.Select(c => ((YamlScalarNode)c).Value ?? "").ToList(),
            _ => [],
        };
        if (named.Count != count)
        {
            bag.Complain("of", count == 1 ? "must be the name of one channel of a sensor, for example of: main.flow" : "must be the names of two channels of sensors, for example of: [pump.voltage, pump.current]");
            return (null, new ChannelSettings?[count]);
        }

        var places = named.Select(n => channels.ToList().FindIndex(c => c.Name == n)).ToList();
        foreach (var (name, place) in named.Zip(places))
        {
            // One that is written and yet not here was refused where it stands.
            if (place < 0 && IsDerived(name))
                bag.Complain("of", $"\"{name}\" is computed itself; {bag.Text("formula")} takes channels of sensors: name the channel that it is computed from, or one of {Measured(channels)}");
            else if (place < 0 && written.Count > 0 && !written.Contains(name))
                bag.Complain("of", $"no sensor has a channel \"{name}\"; known are {Measured(channels)}");
        }

        return (places.Contains(-1) ? null : places, [.. named.Zip(places, (name, place) => place >= 0 ? channels[place] : Presumed(name))]);
    }

    private ChannelSettings? Presumed(string name) => presumed.FirstOrDefault(p => p.Name == name) is { } output
        ? new ChannelSettings { Name = name, Unit = output.Unit, Resolution = output.Resolution, Period = TimeSpan.Zero, Definition = "" }
        : null;

    /// <summary>Also those of sensors that are refused.</summary>
    private string Measured(IReadOnlyList<ChannelSettings> channels) =>
        string.Join(", ", channels.Select(c => c.Name).Concat(written.Where(w => SensorRequest.IsChannelName(w) && !IsDerived(w))).Distinct());

    private bool IsDerived(string name) =>
        yaml.Items(yaml.Root, "", "derived").Any(d => d.Node.Children.Any(c => c.Key.ToString() == "name" && (c.Value as YamlScalarNode)?.Value == name));

    private static SortedDictionary<string, JsonNode?> Definition(string formula, SensorOutput output, TimeSpan period, DerivedSettings settings, string[] inputs) => new(StringComparer.Ordinal)
    {
        ["formula"] = formula,
        ["of"] = new JsonArray([.. inputs.Select(i => (JsonNode)i)]),
        ["factor"] = settings.Factor,
        ["offset"] = settings.Offset,
        ["period_ms"] = period.TotalMilliseconds,
        ["unit"] = output.Unit,
        ["resolution"] = output.Resolution,
    };
}
