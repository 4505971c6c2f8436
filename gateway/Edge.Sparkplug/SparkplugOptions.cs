using Edge.Ledger.Mqtt.Sessions;

namespace Edge.Sparkplug;

/// <summary>What an edge node is called, what it tells of, and how fast.</summary>
public sealed record SparkplugOptions
{
    /// <summary>Its group; without / + #.</summary>
    public required string Group { get; init; }

    /// <summary>Its name within the group; without / + #.</summary>
    public required string Node { get; init; }

    /// <summary>The host without which it is silent, by its id; null: it speaks to whoever listens.</summary>
    public string? PrimaryHost { get; init; }

    /// <summary>What its birth says of itself: metrics' names and texts.</summary>
    public IReadOnlyList<(string Name, string Text)> About { get; init; } = [];

    /// <summary>Its devices; no two of one name, no channel twice.</summary>
    public required IReadOnlyList<SparkplugDevice> Devices { get; init; }

    /// <summary>Bytes of log entries per second that had to wait; new ones go at once. Default 50,000.</summary>
    public long Rate { get; init; } = 50_000;

    /// <summary>Bytes of them that may go at once after a rest. Default 100,000.</summary>
    public long Burst { get; init; } = 100_000;

    /// <summary>Waits between connections.</summary>
    public BackOff Reconnect { get; init; } = new();
}

/// <summary>A device of an edge node: a sensor, or what is computed from sensors.</summary>
/// <param name="Name">Its id; without / + #.</param>
/// <param name="Channels">What it measures.</param>
/// <param name="CanBeLost">Whether it dies for its hosts when it does not answer any more.</param>
public sealed record SparkplugDevice(string Name, IReadOnlyList<SparkplugChannel> Channels, bool CanBeLost = true);

/// <summary>A channel of the log.</summary>
/// <param name="Name">As readings carry it; its dots become the folders of its metric's name.</param>
/// <param name="Unit">As people write it; empty where a value has none.</param>
public sealed record SparkplugChannel(string Name, string Unit);
