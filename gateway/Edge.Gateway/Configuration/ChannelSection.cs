using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>channels:</c>, what is set per channel beside its sensor or its formula, and gives every channel its definition.</summary>
internal sealed partial class ChannelSection(YamlFile yaml)
{
    /// <summary>Letters that may differ from the name that is meant.</summary>
    private const int MostSlips = 2;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="buses">Where the sensors are.</param>
    /// <param name="presumed">Sensors that are refused, as far as they are known.</param>
    public IReadOnlyList<ChannelSettings> Read(IReadOnlyList<SensorPlan> sensors, IReadOnlyList<BusPlan> buses, IReadOnlyList<SensorPlan> presumed)
    {
        var node = yaml.Mapping(yaml.Root, "", "channels");
        var written = new WrittenSensors(yaml);
        var names = CheckNames();
        var areUnsure = NamesAreUnsure;
        var known = names.Where(SensorRequest.IsChannelName).ToList();
        foreach (var name in Unknown(node, names).Where(n => !areUnsure && !names.Any(w => IsMeant(w, n))))
            yaml.Complain($"channels.{name}", $"no sensor has this channel; {(NearName.Of(name, known, MostSlips) is { } near ? $"is {near} meant? " : "")}known are {string.Join(", ", known)}");

        var alone = sensors.SelectMany(s => s.Channels.Select(output => (Sensor: s,
            Channel: Channel(node, output, s.Period, Definition(s, buses.FirstOrDefault(b => b.Name == s.Bus), output, written.Find(output.Name))) with { KeepsCalibration = s.KeepsCalibration }))).ToList();
        var named = alone.ToLookup(m => m.Channel.Name);
        var measured = alone.Select(m => Loggable(
            m.Channel, m.Sensor.TemperatureFrom is { } from ? [.. named[from].Where(o => o.Sensor != m.Sensor).Select(o => o.Channel)] : [], written.Find(m.Channel.Name)?.Path ?? "sensors")).ToList();
        var derived = new DerivedSection(yaml, KnownNames(), [.. presumed.SelectMany(p => p.Channels)]).Read(measured)
            .Select(d => Loggable(Channel(node, d.Output, d.Period, d.Definition) with { Derived = d.Settings }, [.. d.Settings.Inputs.Select(i => measured[i])], d.Place));
        List<ChannelSettings> channels = [.. measured, .. derived];
        foreach (var name in names.Union(Unknown(node, names)).Except(channels.Select(c => c.Name)))
            Written(node, name, TimeSpan.Zero);
        return channels;
    }

    private static IEnumerable<string> Unknown(YamlMappingNode? node, HashSet<string> names) => node?.Children.Keys.Select(k => k.ToString()).Where(n => !names.Contains(n)) ?? [];

    /// <summary>Whether a channel's name that is refused as it is written may become this one.</summary>
    private static bool IsMeant(string refused, string name) => !SensorRequest.IsChannelName(refused)
        && string.Equals(Letters(refused), Letters(name), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>Names of all channels, as they are written; none while they are not sure.</summary>
    public IReadOnlyCollection<string> KnownNames() => NamesAreUnsure ? [] : WrittenNames().Select(n => n.Name).ToHashSet();

    /// <summary>Whether a fault in <c>sensors:</c> or <c>derived:</c> may be why a channel's name is not known: a sensor, its list of channels, one of them or its name is not readable.</summary>
    private bool NamesAreUnsure => AreNamesUnsure(yaml);

    /// <inheritdoc cref="NamesAreUnsure"/>
    public static bool AreNamesUnsure(YamlFile yaml) => yaml.Found.ToList().Exists(p => UnreadNames().IsMatch(p.Path) && !p.Message.StartsWith('"') && !p.Message.StartsWith("two channels", StringComparison.Ordinal) && !IsOfMany(yaml, p));

    /// <summary>A sensor has more channels than its device, or two of one place: all names stand there.</summary>
    private static bool IsOfMany(YamlFile yaml, SettingProblem problem) => problem.Message.Contains("list one ", StringComparison.Ordinal) && problem.Message.Contains(" different ", StringComparison.Ordinal)
        && yaml.Items(yaml.Root, "", "sensors").Any(s => problem.Path == $"{s.Path}.channels" && WrittenSensors.Names(yaml, s.Node).Any());

    /// <summary>The channels' names as they are written, also those of sensors that were refused for other reasons.</summary>
    private HashSet<string> CheckNames()
    {
        var names = new HashSet<string>();
        foreach (var (name, path) in WrittenNames())
        {
            if (!names.Add(name))
                yaml.Complain($"{path}.name", $"two channels are named \"{name}\"; give each its own name");
        }

        return names;
    }

    private IEnumerable<(string Name, string Path)> WrittenNames() => MeasuredNames().Concat(
        from channel in yaml.Items(yaml.Root, "", "derived")
        let name = yaml.Text(channel.Node, "name") ?? ""
        where name.Length > 0
        select (name, channel.Path));

    private IEnumerable<(string Name, string Path)> MeasuredNames() =>
        from sensor in yaml.Items(yaml.Root, "", "sensors")
        from channel in yaml.Items(sensor.Node, sensor.Path, "channels")
        let name = yaml.Text(channel.Node, "name") ?? ""
        where name.Length > 0
        select (name, channel.Path);

    private ChannelSettings Channel(YamlMappingNode? all, SensorOutput output, TimeSpan period, SortedDictionary<string, JsonNode?> definition)
    {
        var written = Written(all, output.Name, period);
        if (written.Domain.Length > 0)
            definition["domain"] = written.Domain;
        if (written.Purpose is not Purpose.None)
            definition["purpose"] = JsonNamingPolicy.KebabCaseLower.ConvertName(written.Purpose.ToString());
        if ((written.AlarmLow ?? written.AlarmHigh) is not null && definition.TryGetValue("driver", out var driver) && driver?.ToString() == "contact")
            yaml.Complain(YamlFile.Join("channels", output.Name), "has a limit, but a contact tells by itself when it opens and closes; take alarm_low and alarm_high away");
        if (written.AlarmLow is { } low)
            definition["alarm_low"] = low;
        if (written.AlarmHigh is { } high)
            definition["alarm_high"] = high;
        if (written.AlarmDeadband > 0)
            definition["alarm_deadband"] = written.AlarmDeadband;
        if (RuleSection.Definition(written.Rules) is { } doubts)
            definition["rules"] = doubts;
        return written with { Unit = output.Unit, Resolution = output.Resolution, Definition = new JsonObject(definition).ToJsonString(Json) };
    }

    /// <summary>With its inputs in its definition, after a complaint if that is too long. Of one input that is too long alone that is said already.</summary>
    private ChannelSettings Loggable(ChannelSettings channel, IReadOnlyCollection<ChannelSettings> inputs, string place)
    {
        var whole = InputDefinitions.With(channel, inputs);
        if (inputs.All(i => EntryLimits.TooLong(i.Definition, inputs: 0) is null) && EntryLimits.TooLong(whole.Definition, inputs.Count) is { } tooLong)
            yaml.Complain(place, $"{channel.Name}: {tooLong}");
        return whole;
    }

    /// <summary>What stands in the file beside the sensor: read too where the sensor cannot be, so that all of its faults are named at once.</summary>
    private ChannelSettings Written(YamlMappingNode? all, string name, TimeSpan period)
    {
        var path = YamlFile.Join("channels", name);
        var node = yaml.Mapping(all, "channels", name);
        var bag = yaml.Bag(node, path, "calibration", RuleSection.Range);
        var domain = bag.Text("domain", Allowed.OneOf("pipeline", "energy", "water")) ?? "";
        if (bag.Has("domain") && domain is not ("pipeline" or "energy" or "water"))
            bag.Complain("domain", $"\"{domain}\" is not known; write pipeline, energy or water");
        var purpose = bag.Has("purpose")
            ? bag.Choice("purpose", ("billing", Purpose.Billing), ("transients", Purpose.Transients), ("leak-location", Purpose.LeakLocation))
            : Purpose.None;
        double? low = bag.Has("alarm_low") ? bag.Number("alarm_low", 0) : null;
        double? high = bag.Has("alarm_high") ? bag.Number("alarm_high", 0) : null;
        if (low >= high)
            bag.Complain("alarm_low", string.Create(CultureInfo.InvariantCulture, $"{low} is not below alarm_high, {high}"));
        var deadband = Deadband(bag, low, high);
        var rules = RuleSection.Read(bag, node, period);
        bag.RefuseUnknown();
        return new ChannelSettings
        {
            Name = name,
            Unit = "",
            Resolution = 0,
            Period = period,
            Domain = domain,
            Purpose = purpose,
            AlarmLow = low,
            AlarmHigh = high,
            AlarmDeadband = deadband,
            Rules = rules,
            Calibration = Calibration(node, path),
            Definition = "",
        };
    }

    private static double Deadband(SettingBag bag, double? low, double? high)
    {
        var deadband = bag.Number("alarm_deadband", 0, Allowed.AtLeast(0));
        if (deadband < 0)
            bag.Complain("alarm_deadband", string.Create(CultureInfo.InvariantCulture, $"{deadband} is not a deadband; write how far a value must come back within the limit before the alarm ends, 0 or more"));
        else if (deadband > 0 && low is null && high is null)
            bag.Complain("alarm_deadband", "says nothing alone; write also the limit that it belongs to, for example alarm_high: 8");
        else if (deadband > 0 && deadband >= high - low)
            bag.Complain("alarm_deadband", string.Create(CultureInfo.InvariantCulture, $"{deadband} is as wide as what lies between the limits, {high - low:G6}; no value would end an alarm, write a narrower one"));
        return deadband;
    }

    private CalibrationSettings? Calibration(YamlMappingNode? channel, string path)
    {
        if (yaml.Mapping(channel, path, "calibration") is not { } node)
            return null;
        var bag = yaml.Bag(node, $"{path}.calibration");
        var calibration = new CalibrationSettings
        {
            Date = bag.RequiredText("date", "2026-11-01", Allowed.Like("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
            Certificate = EntryLimits.Within(bag, "certificate", bag.Text("certificate") ?? ""),
            Who = EntryLimits.Name(bag, "who", bag.RequiredText("who", "name of the technician or laboratory")),
            Result = EntryLimits.Within(bag, "result", bag.Text("result") ?? ""),
        };
        if (calibration.Date.Length > 0 && !DateOnly.TryParseExact(calibration.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            bag.Complain("date", $"\"{calibration.Date}\" is not a date; write year-month-day, for example 2026-11-01");
        bag.RefuseUnknown();
        return calibration;
    }

    /// <summary>The sensor's settings as they stand in the file, with the one channel this is about.</summary>
    private SortedDictionary<string, JsonNode?> Definition(SensorPlan sensor, BusPlan? bus, SensorOutput output, WrittenChannel? written)
    {
        var definition = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["driver"] = sensor.Driver,
            ["bus"] = sensor.Bus,
            [SensorSection.PlaceOf(sensor.Wiring)] = sensor.Wiring == Wiring.Line ? sensor.Place : sensor.PlaceText,
            ["period_ms"] = sensor.Period.TotalMilliseconds,
            ["unit"] = output.Unit,
            ["resolution"] = output.Resolution,
        };
        if (bus is not null)
            definition["bus_at"] = bus.Device ?? bus.Chip ?? bus.Folder ?? bus.Serial ?? bus.Socket;
        if (yaml.Child(written?.Sensor, "options") is YamlMappingNode options)
            definition["options"] = Scalars(options);
        if (written is not null)
            definition["channel"] = Scalars(written.Channel);
        return definition;
    }

    private static JsonObject Scalars(YamlMappingNode node) => new(
        node.Children.Where(c => c.Value is YamlScalarNode).OrderBy(c => c.Key.ToString(), StringComparer.Ordinal)
            .Select(c => KeyValuePair.Create(c.Key.ToString(), (JsonNode?)((YamlScalarNode)c.Value).Value)));

    [GeneratedRegex(@"^(sensors(\[\d+\])?(\.channels(\[\d+\](\.name)?)?)?|derived(\[\d+\](\.name)?)?)$")]
    private static partial Regex UnreadNames();
}
