using Edge.Sensors.Catalog;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>
/// A sensor that is refused for its place or its period alone, as it would be without that fault: what is wrong with the rest of it, which units its channels have. Of one with other faults
/// that is not known.
/// </summary>
internal static class PresumedSensor
{
    private static readonly Dictionary<string, string?> Instead = new() { ["address"] = null, ["line"] = "0", ["device"] = "28-000000000000", ["slot"] = null, ["retries"] = null, ["period"] = "1h" };

    /// <param name="path">Of the sensor.</param>
    /// <returns>Null when more than its place or period is wrong. What is wrong with its period once its place is right is added to what was found.</returns>
    public static SensorPlan? Read(YamlFile yaml, YamlMappingNode node, string path)
    {
        var faults = yaml.Found.Where(p => p.Path.StartsWith($"{path}.", StringComparison.Ordinal)).Select(p => p.Path[(path.Length + 1)..]).ToHashSet();
        var known = faults.Where(f => !IsUnknown(yaml, path, f)).ToList();
        if (yaml.Asked is not null || !known.TrueForAll(Instead.ContainsKey))
            return null;
        var found = new List<SettingProblem>();
        var plan = Again(yaml, node, path, faults, found);
        if (plan is not null || faults.Contains("period"))
            return plan;
        foreach (var late in found.Where(p => p.Path == $"{path}.period"))
            yaml.Complain(late.Path, late.Message);
        return found.TrueForAll(p => p.Path == $"{path}.period") ? Again(yaml, node, path, [.. faults, "period"], []) : null;
    }

    private static SensorPlan? Again(YamlFile yaml, YamlMappingNode node, string path, HashSet<string> faults, List<SettingProblem> found)
    {
        var values = YamlFile.Scalars(node).Where(s => !faults.Contains(s.Key)).ToDictionary();
        foreach (var (name, by) in Instead.Where(i => i.Value is not null && faults.Contains(i.Key)))
            values[name] = by!;
        return SensorCatalog.Read(new SensorRequest(
            new SettingBag(path, values, found, "options", "channels"),
            new SettingBag($"{path}.options", YamlFile.Scalars(yaml.Child(node, "options") as YamlMappingNode), found),
            [.. (yaml.Child(node, "channels") as YamlSequenceNode)?.Children.OfType<YamlMappingNode>().Select((c, i) => new SettingBag($"{path}.channels[{i}]", YamlFile.Scalars(c), found)) ?? []],
            found));
    }

    /// <summary>A name of the sensor's own that is no setting: without it the sensor is what it is.</summary>
    private static bool IsUnknown(YamlFile yaml, string path, string fault) =>
        !fault.Contains('.', StringComparison.Ordinal) && yaml.Found.Any(p => p.Path == $"{path}.{fault}" && p.Message.StartsWith("is not a setting here", StringComparison.Ordinal));
}
