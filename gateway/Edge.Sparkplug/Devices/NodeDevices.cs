using System.Text;
using Edge.Ledger;
using Edge.Ledger.Entries;

namespace Edge.Sparkplug.Devices;

/// <summary>All devices of the node: which channel a log entry is of, and what was last read of each.</summary>
internal sealed class NodeDevices
{
    private readonly INodeClock _clock;
    private readonly Dictionary<string, NodeChannel>.AlternateLookup<ReadOnlySpan<char>> _channels;

    /// <param name="startedAt">Entries from this index on are of this run: their monotonic times are of this boot.</param>
    public NodeDevices(SparkplugOptions options, INodeClock clock, ulong startedAt)
    {
        _clock = clock;
        StartedAt = startedAt;
        // Aliases go on from those of the node's own metrics.
        var alias = (ulong)options.About.Count;
        foreach (var device in options.Devices)
        {
            All.Add(new NodeDevice(device, alias + 1));
            alias += (ulong)device.Channels.Count;
        }

        _channels = All.SelectMany(d => d.Channels).ToDictionary(c => c.Name).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public List<NodeDevice> All { get; } = [];

    public ulong StartedAt { get; }

    /// <summary>Whether an entry is a reading of one of them that can be told: it has a time.</summary>
    public bool TryRead(ulong index, ReadOnlySpan<byte> entry, out NodeChannel channel, out NodeReading reading)
    {
        (channel, reading) = (null!, default);
        try
        {
            return ReadingView.TryRead(entry, out var view) && TryFind(view.Channel, out channel) && TryTime(index, view, out reading);
        }
        catch (MalformedException)
        {
            // Its bytes are those of the log: what a later version writes there is not for this one.
            return false;
        }
    }

    private bool TryFind(ReadOnlySpan<byte> name, out NodeChannel channel)
    {
        Span<char> text = stackalloc char[ReadingEncoder.MaxName];
        return _channels.TryGetValue(text[..Encoding.UTF8.GetChars(name, text)], out channel!);
    }

    private bool TryTime(ulong index, in ReadingView view, out NodeReading reading)
    {
        ulong? at = view.Wall is { } wall ? (ulong)(wall.Seconds * 1000)
            : index >= StartedAt ? (ulong)Math.Max(0, _clock.At(view.Monotonic).ToUnixTimeMilliseconds())
            : null;
        reading = new NodeReading(index, view.Value, view.Quality, view.Reason, at ?? 0, view.Wall.HasValue);
        return at.HasValue;
    }
}
