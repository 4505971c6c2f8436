using System.Globalization;
using Edge.Sensors.Catalog;
using Edge.Simulators.Recordings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Edge.Simulators.Sites;

/// <summary>
/// Reads a site or mapping file: the gateway's own <c>sensors:</c> with, per sensor, a <c>domain</c> and, per channel, a
/// <c>column</c> of the recording or a <c>signal</c>; above it, how the recording is written. See Recordings/README.md.
/// </summary>
public sealed class SiteFile
{
    private readonly string _file;
    private readonly List<SettingProblem> _problems = [];
    private readonly Dictionary<string, Mark> _places = [];

    private SiteFile(string file) => _file = file;

    /// <summary>Reads a site.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="SiteFileException">With all problems.</exception>
    public static SiteDescription Read(string text, string file) => new SiteFile(file).Read(text);

    private SiteDescription Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new SiteFileException($"{_file}:{e.Start.Line}:{e.Start.Column}: not YAML: {e.Message}");
        }
        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
            throw new SiteFileException($"{_file}:1:1: is not a mapping file; start from what edge-sim map writes.");
        var top = Bag(root, "", "recording", "sensors");
        var site = new SiteDescription(
            top.RequiredText("name", "my-site"), top.Text("attribution") ?? "", Recording(root), [.. Sensors(root).OfType<SiteSensor>()]);
        top.RefuseUnknown();
        if (_problems.Count > 0)
            throw new SiteFileException([.. _problems.Select(p => $"{Place(p.Path)}: {p}")]);
        return site;
    }

    private RecordingFormat? Recording(YamlMappingNode root)
    {
        if (Child(root, "recording") is not YamlMappingNode node)
            return null;
        var bag = Bag(node, "recording", "header", "missing", "time");
        var delimiter = bag.RequiredText("delimiter", "\",\"");
        if (delimiter.Length != 1)
            bag.Complain("delimiter", "must be one character, for example \",\" or \";\" or \"\\t\"");
        bag.RefuseUnknown();
        var time = Child(node, "time") as YamlMappingNode ?? [];
        var timeBag = Bag(time, "recording.time", "columns");
        var format = new RecordingFormat(
            Texts(node, "recording", "header"), delimiter.Length > 0 ? delimiter[0] : ',', Texts(node, "recording", "missing"),
            Texts(time, "recording.time", "columns"), timeBag.RequiredText("format", "yyyy-MM-dd HH:mm:ss"));
        timeBag.RefuseUnknown();
        foreach (var column in format.TimeColumns.Where(c => !format.Header.Contains(c)))
            timeBag.Complain("columns", $"\"{column}\" is not in recording.header");
        return format;
    }

    private IEnumerable<SiteSensor?> Sensors(YamlMappingNode root)
    {
        if (Child(root, "sensors") is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            _problems.Add(new SettingProblem("sensors", "is missing or empty; list at least one sensor"));
            return [];
        }
        return [.. list.Select((node, i) => Sensor(node as YamlMappingNode ?? [], $"sensors[{i}]"))];
    }

    private SiteSensor? Sensor(YamlMappingNode node, string path)
    {
        var before = _problems.Count;
        var bag = Bag(node, path, "options", "channels");
        var domain = bag.Choice("domain", [.. SiteDescription.Domains.Select(d => (d, d))]);
        var settings = Scalars(node, "domain");
        var optionsNode = Child(node, "options") as YamlMappingNode ?? [];
        var channelNodes = Child(node, "channels") is YamlSequenceNode list ? list.OfType<YamlMappingNode>().ToList() : [];
        var channels = channelNodes.Select((c, i) => (Node: c, Path: $"{path}.channels[{i}]")).ToList();
        var request = new SensorRequest(
            new SettingBag(path, settings, _problems), Bag(optionsNode, $"{path}.options"),
            [.. channels.Select(c => Bag(c.Node, c.Path, "column", "signal"))], _problems);
        var plan = SensorCatalog.Read(request);
        var sources = channels.Select(c => Source(c.Node, c.Path)).ToList();
        return plan is null || _problems.Count > before ? null
            : new SiteSensor(domain, plan, sources, settings, Scalars(optionsNode), [.. channelNodes.Select(c => Scalars(c, "column"))]);
    }

    private ChannelSource? Source(YamlMappingNode node, string path)
    {
        if (Child(node, "column") is YamlScalarNode { Value: { } column } scalar)
            return new ColumnSource(column, $"{_file}:{scalar.Start.Line}:{scalar.Start.Column}");
        if (Child(node, "signal") is not YamlMappingNode signal)
            return null;
        var bag = Bag(signal, $"{path}.signal");
        var wave = new WaveSource(
            bag.RequiredNumber("mean", 1), bag.Number("swing", 0), bag.Duration("period", TimeSpan.FromMinutes(10)), bag.Number("noise", 0));
        bag.RefuseUnknown();
        return wave;
    }

    private SettingBag Bag(YamlMappingNode node, string path, params string[] nested)
    {
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            _places[path.Length == 0 ? name : $"{path}.{name}"] = key.Start;
            if (value is not YamlScalarNode && !nested.Contains(name))
                _problems.Add(new SettingProblem($"{path}.{name}", "must be a single value here"));
        }
        _places.TryAdd(path, node.Start);
        return new SettingBag(path, Scalars(node, nested), _problems);
    }

    private List<string> Texts(YamlMappingNode node, string path, string name)
    {
        if (Child(node, name) is YamlSequenceNode list && list.All(n => n is YamlScalarNode))
            return [.. list.Cast<YamlScalarNode>().Select(n => n.Value ?? "")];
        _problems.Add(new SettingProblem($"{path}.{name}", $"is missing; write a list, for example {name}: [a, b]"));
        return [];
    }

    private static Dictionary<string, string> Scalars(YamlMappingNode node, params string[] without) => node.Children
        .Where(c => c.Key is YamlScalarNode { Value: { } name } && !without.Contains(name) && c.Value is YamlScalarNode)
        .ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => ((YamlScalarNode)c.Value).Value ?? "");

    private static YamlNode? Child(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    private string Place(string path)
    {
        for (var at = path; ; at = at[..at.LastIndexOf('.')])
        {
            if (_places.TryGetValue(at, out var mark))
                return string.Create(CultureInfo.InvariantCulture, $"{_file}:{mark.Line}:{mark.Column}");
            if (!at.Contains('.', StringComparison.Ordinal))
                return $"{_file}:1:1";
        }
    }
}
