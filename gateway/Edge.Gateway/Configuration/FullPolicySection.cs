using Edge.Sensors.Catalog;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>store.when_full:</c>, for example <c>[stop: [tap.orp], thin: { keep: 10 }, evict]</c>.</summary>
/// <param name="channels">Names of all channels; empty while they are not sure.</param>
internal sealed class FullPolicySection(YamlFile yaml, IReadOnlyCollection<string> channels)
{
    public const string Name = "when_full";

    private const string Path = $"store.{Name}";
    private const string Known = "write stop: [CHANNEL], thin: { keep: 10 }, evict or block";
    private const int MostThinned = 100_000;

    public IReadOnlyList<FullPolicy> Read(YamlMappingNode? store)
    {
        if (store?.Children.FirstOrDefault(c => c.Key.ToString() == Name).Value is not { } node)
            return StoreSettings.DefaultWhenFull;
        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            yaml.Complain(Path, $"must be a list of at least one policy, tried in this order: {Known}");
            return StoreSettings.DefaultWhenFull;
        }

        var policies = list.Children.Select((item, i) => Policy(item, $"{Path}[{i}]")).ToList();
        RefuseContradictions(policies);
        return [.. policies.OfType<FullPolicy>()];
    }

    private FullPolicy? Policy(YamlNode item, string path)
    {
        switch (item)
        {
            case YamlScalarNode { Value: "evict" }:
                return new EvictPolicy();
            case YamlScalarNode { Value: "block" }:
                return new BlockPolicy();
            case YamlMappingNode { Children.Count: 1 } mapping when mapping.Children.Single() is var (name, value):
                return name.ToString() switch
                {
                    "stop" => Stop(value, YamlFile.Join(path, "stop")),
                    "thin" => Thin(mapping, path),
                    var other => Unknown(path, other),
                };
            default:
                return Unknown(path, item.ToString());
        }
    }

    private FullPolicy? Unknown(string path, string written)
    {
        yaml.Complain(path, $"\"{written}\" is not a policy; {Known}");
        return null;
    }

    private StopPolicy? Stop(YamlNode value, string path)
    {
        if (Names(value, path) is { Count: > 0 } names)
            return new StopPolicy(names);
        yaml.Complain(path, "names no channel; list those that may be done without, for example stop: [tap.orp]; to stop all of them write block");
        return null;
    }

    private ThinPolicy? Thin(YamlMappingNode item, string path)
    {
        if (yaml.Mapping(item, path, "thin") is not { } node)
            return null;
        path = YamlFile.Join(path, "thin");
        var bag = yaml.Bag(node, path, "channels");
        var keep = bag.Integer("keep", 0, Allowed.From(2, MostThinned) with { IsNeeded = true });
        if (keep is < 2 or > MostThinned)
            bag.Complain("keep", $"one of how many readings is kept? Write 2 to {MostThinned}, for example thin: {{ keep: 10 }}");
        bag.RefuseUnknown();
        var named = node.Children.FirstOrDefault(c => c.Key.ToString() == "channels").Value;
        if (named is YamlSequenceNode { Children.Count: 0 })
            yaml.Complain(YamlFile.Join(path, "channels"), "names no channel; leave it out to thin all of them");
        return new ThinPolicy(keep, named is null ? [] : Names(named, YamlFile.Join(path, "channels")));
    }

    private List<string> Names(YamlNode value, string path)
    {
        if (value is not YamlSequenceNode list || !list.Children.All(c => c is YamlScalarNode))
        {
            yaml.Complain(path, "must be a list of channel names, for example [tap.orp, tap.temperature]");
            return [];
        }

        var names = list.Children.Select(c => ((YamlScalarNode)c).Value ?? "").ToList();
        foreach (var name in names.Where(n => channels.Count > 0 && !channels.Contains(n)))
            yaml.Complain(path, $"no sensor has a channel \"{name}\"; known are {string.Join(", ", channels)}");
        return names;
    }

    private void RefuseContradictions(List<FullPolicy?> policies)
    {
        var stopped = new HashSet<string>();
        for (var i = 0; i < policies.Count; i++)
        {
            var path = $"{Path}[{i}]";
            if (i > 0 && policies[..i].Any(p => p is BlockPolicy))
                yaml.Complain(path, "never comes into force: block stands before it and takes nothing more; put block last");
            else if (policies[i] is EvictPolicy && policies[..i].Any(p => p is EvictPolicy))
                yaml.Complain(path, "evict stands there twice; write it once");
            else if (policies[i] is ThinPolicy thin && policies[..i].Any(p => p is ThinPolicy before && before.Keep >= thin.Keep && Overlap(before, thin)))
                yaml.Complain(path, "keeps no less than the policy before it; write a larger number for keep, or leave it out");
            foreach (var name in NamesOf(policies[i]).Where(stopped.Contains))
                yaml.Complain(path, $"{name} is stopped by a policy before it; name it once");
            if (policies[i] is StopPolicy stop)
                stopped.UnionWith(stop.Channels);
        }
    }

    private static bool Overlap(ThinPolicy a, ThinPolicy b) => a.Channels.Count == 0 || b.Channels.Count == 0 || a.Channels.Intersect(b.Channels).Any();

    private static IReadOnlyList<string> NamesOf(FullPolicy? policy) => policy switch
    {
        StopPolicy stop => stop.Channels,
        ThinPolicy thin => thin.Channels,
        _ => [],
    };
}
