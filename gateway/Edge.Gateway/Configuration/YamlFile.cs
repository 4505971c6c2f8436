using Edge.Ledger.Text;
using Edge.Sensors.Catalog;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>A YAML file as nested mappings that know their lines. Problems gather here under their path and get file and line when they are listed.</summary>
internal sealed class YamlFile
{
    private const int MostSaid = 300;

    private readonly string _name;
    private readonly Dictionary<string, int> _lines = [];
    private readonly Dictionary<YamlMappingNode, Dictionary<string, YamlNode>> _named = new(ReferenceEqualityComparer.Instance);
    private readonly List<ConfigurationProblem> _early = [];

    public YamlFile(string name, string text)
    {
        _name = name;
        Root = Load(text);
        Index(Root, "");
    }

    public YamlMappingNode Root { get; }

    /// <summary>Problems under their path; see <see cref="Problems"/>.</summary>
    public List<SettingProblem> Found { get; } = [];

    /// <summary>Where it is noted what is asked of the mapping at a path; null: nowhere.</summary>
    public Func<string, AskedSettings>? Asked { get; init; }

    /// <summary>What was found, in the order of the file; if it is not YAML at all, only that.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems =>
        [.. Bounded(_early.Count > 0 ? _early : [.. Found.Distinct().Select(p => At(p)).OrderBy(p => p.Line)]).Select(p => p with { Path = ShownText.Clean(p.Path), Message = ShownText.Clean(p.Message) })];

    /// <summary>Nobody reads on beyond <see cref="MostSaid"/>.</summary>
    private IEnumerable<ConfigurationProblem> Bounded(List<ConfigurationProblem> all) =>
        all.Count <= MostSaid ? all : all.Take(MostSaid).Append(new ConfigurationProblem(_name, 0, "file", $"and {all.Count - MostSaid} more; correct these first"));

    /// <summary>The scalars of the mapping at a path; nested mappings and sequences that are expected there are named in <paramref name="nested"/>.</summary>
    public SettingBag Bag(YamlMappingNode? mapping, string path, params ReadOnlySpan<string> nested)
    {
        var values = new Dictionary<string, string>();
        foreach (var (key, value) in mapping?.Children.AsEnumerable() ?? [])
        {
            var name = ((YamlScalarNode)key).Value ?? "";
            if (nested.Contains(name))
                continue;
            if (value is YamlScalarNode scalar)
                values[name] = IsNull(scalar) ? "" : scalar.Value!;
            else
                Complain(Join(path, name), value is YamlMappingNode ? "is a mapping; a single value is needed here" : "is a list; a single value is needed here");
        }

        return new SettingBag(path, values, Found, nested.ToArray()) { Asked = Asked?.Invoke(path) };
    }

    /// <summary>The single values of a mapping, without a complaint about the others.</summary>
    public static Dictionary<string, string> Scalars(YamlMappingNode? mapping) => (mapping?.Children.AsEnumerable() ?? [])
        .Where(c => c.Value is YamlScalarNode).DistinctBy(c => c.Key.ToString()).ToDictionary(c => c.Key.ToString(), c => (YamlScalarNode)c.Value is var scalar && IsNull(scalar) ? "" : scalar.Value!);

    /// <summary>The mapping under a name; null when it is missing or something else (then a problem is noted).</summary>
    public YamlMappingNode? Mapping(YamlMappingNode? parent, string path, string name)
    {
        var node = Child(parent, name);
        if (node is null or YamlMappingNode)
            return node as YamlMappingNode;
        if (node is not YamlScalarNode scalar || !IsNull(scalar))
            Complain(Join(path, name), "must be a mapping of names to values");
        return null;
    }

    /// <summary>The mappings listed under a name, each with its path.</summary>
    public IEnumerable<(YamlMappingNode Node, string Path)> Items(YamlMappingNode? parent, string path, string name)
    {
        var node = Child(parent, name);
        if (node is null)
            yield break;
        var place = Join(path, name);
        if (node is not YamlSequenceNode list)
        {
            Complain(place, "must be a list: each item starts with \"- \"");
            yield break;
        }

        for (var i = 0; i < list.Children.Count; i++)
        {
            if (list.Children[i] is YamlMappingNode item)
                yield return (item, $"{place}[{i}]");
            else
                Complain($"{place}[{i}]", "must be a mapping of names to values");
        }
    }

    public void Complain(string path, string message) => Found.Add(new SettingProblem(path, message));

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>What a mapping has under a name; null when nothing.</summary>
    public YamlNode? Child(YamlMappingNode? parent, string name) =>
        parent is not null && _named.TryGetValue(parent, out var children) ? children.GetValueOrDefault(name) : null;

    /// <summary>The single value that a mapping has under a name; null when none.</summary>
    public string? Text(YamlMappingNode parent, string name) => (Child(parent, name) as YamlScalarNode)?.Value;

    /// <summary>Nothing, or one of the words that YAML 1.2 has for it.</summary>
    private static bool IsNull(YamlScalarNode node) => node.Value is null || (node.Style == ScalarStyle.Plain && node.Value is "" or "~" or "null" or "Null" or "NULL");

    private YamlMappingNode Load(string text)
    {
        if (YamlShape.Refusal(text) is { } refused)
        {
            _early.Add(new ConfigurationProblem(_name, refused.Line, "file", refused.Message));
            return [];
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }] && root.AllNodes.OfType<YamlMappingNode>().All(m => m.Children.Keys.All(k => k is YamlScalarNode)))
                return root;
            else
                _early.Add(new ConfigurationProblem(_name, 1, "file", "must be a mapping of names to values, starting with \"version: 1\""));
        }
        catch (YamlException e)
        {
            var why = e.InnerException?.Message ?? e.Message;
            _early.Add(LineIndentedByTab(text) is { } line
                ? new ConfigurationProblem(_name, line, "file", "begins with a tab; indent with blanks")
                : new ConfigurationProblem(_name, (int)e.Start.Line, "file", $"not YAML at column {e.Start.Column}: {why}"));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16.3 ends so where a list or mapping in brackets is left open.
            var end = parser.Current?.End ?? Mark.Empty;
            _early.Add(new ConfigurationProblem(_name, (int)end.Line, "file", $"not YAML from column {end.Column} on: a bracket that was opened is not closed"));
        }

        return [];
    }

    /// <summary>The parser points at the mapping around the tab; people look for the tab.</summary>
    private static int? LineIndentedByTab(string text) =>
        Array.FindIndex(text.Split('\n'), l => l.TrimStart(' ').StartsWith('\t')) is >= 0 and var index ? index + 1 : null;

    private void Index(YamlNode node, string path)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                var named = _named[mapping] = [];
                foreach (var (key, value) in mapping.Children)
                {
                    var name = ((YamlScalarNode)key).Value ?? "";
                    named.TryAdd(name, value);
                    var place = Join(path, name);
                    _lines[place] = (int)key.Start.Line;
                    Index(value, place);
                }

                break;
            case YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count; i++)
                {
                    // A mapping of one pair without braces has no place of its own.
                    var item = list.Children[i] is YamlMappingNode { Children.Count: > 0 } pairs ? pairs.Children[0].Key : list.Children[i];
                    _lines[$"{path}[{i}]"] = (int)item.Start.Line;
                    Index(list.Children[i], $"{path}[{i}]");
                }

                break;
        }
    }

    private ConfigurationProblem At(SettingProblem problem)
    {
        var path = problem.Path.TrimStart('.');
        return new ConfigurationProblem(_name, LineOf(path), path, problem.Message);
    }

    /// <summary>The line of a path, or of the nearest thing around it that exists.</summary>
    private int LineOf(string path)
    {
        for (var place = path; place.Length > 0; place = place[..Math.Max(0, place.LastIndexOfAny(['.', '[']))])
        {
            if (_lines.TryGetValue(place, out var line))
                return line;
        }

        return 1;
    }
}
