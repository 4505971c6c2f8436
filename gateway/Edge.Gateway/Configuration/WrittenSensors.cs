using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>The items of <c>sensors:</c> as they stand in the file, found by the name of a channel; of two with one name, the first.</summary>
internal sealed class WrittenSensors
{
    private readonly Dictionary<string, WrittenChannel> _channels = [];

    public WrittenSensors(YamlFile yaml)
    {
        foreach (var (sensor, path) in yaml.Items(yaml.Root, "", "sensors"))
        {
            foreach (var channel in yaml.Child(sensor, "channels") is YamlSequenceNode list ? list.Children.OfType<YamlMappingNode>() : [])
            {
                if (yaml.Text(channel, "name") is { } name)
                    _channels.TryAdd(name, new WrittenChannel(sensor, path, channel));
            }
        }
    }

    /// <summary>The names of one sensor's channels, as far as they can be read.</summary>
    public static IEnumerable<string> Names(YamlFile yaml, YamlMappingNode sensor) =>
        (yaml.Child(sensor, "channels") as YamlSequenceNode)?.Children.OfType<YamlMappingNode>().Select(c => yaml.Text(c, "name")).OfType<string>().Where(n => n.Length > 0) ?? [];

    /// <summary>The channel of that name; null when none is written.</summary>
    public WrittenChannel? Find(string channel) => _channels.GetValueOrDefault(channel);
}

/// <summary>One channel of a sensor.</summary>
/// <param name="Sensor">Its sensor's mapping.</param>
/// <param name="Path">Where that stands.</param>
/// <param name="Channel">Its own mapping.</param>
internal sealed record WrittenChannel(YamlMappingNode Sensor, string Path, YamlMappingNode Channel);
