namespace Edge.Sparkplug.Devices;

/// <summary>A device of the node: its channels, and whether hosts hold it to be alive.</summary>
internal sealed class NodeDevice
{
    /// <summary>So many rounds in a row without an answer, and the device counts as lost: one alone may be a disturbance.</summary>
    public const int LostAfter = 3;

    private readonly bool _canBeLost;
    private int _unanswered;

    public NodeDevice(SparkplugDevice device, ulong firstAlias)
    {
        Name = device.Name;
        _canBeLost = device.CanBeLost;
        Channels = [.. device.Channels.Select((c, i) => new NodeChannel(c, firstAlias + (ulong)i, this))];
    }

    public string Name { get; }

    public IReadOnlyList<NodeChannel> Channels { get; }

    /// <summary>Its birth went out, and no death after it.</summary>
    public bool IsBorn { get; set; }

    /// <summary>It has not answered for a while.</summary>
    public bool IsLost => _canBeLost && _unanswered >= LostAfter * Channels.Count;

    /// <summary>One of its channels was read.</summary>
    public void Note(in NodeReading reading) => _unanswered = reading.IsUnanswered ? _unanswered + 1 : 0;

    /// <summary>Nothing is known of how it answers.</summary>
    public void Forget() => _unanswered = 0;
}
