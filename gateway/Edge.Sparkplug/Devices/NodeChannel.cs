namespace Edge.Sparkplug.Devices;

/// <summary>A channel as a metric of its device.</summary>
internal sealed class NodeChannel(SparkplugChannel channel, ulong alias, NodeDevice device)
{
    public string Name => channel.Name;

    /// <summary>Dots part folders in a channel's name, slashes in a metric's.</summary>
    public string MetricName { get; } = channel.Name.Replace('.', '/');

    public string Unit => channel.Unit;

    /// <summary>Stands for the name in all but births; of one node no two are the same.</summary>
    public ulong Alias => alias;

    public NodeDevice Device => device;

    /// <summary>What was last read of it; null before.</summary>
    public NodeReading? Newest { get; set; }
}
