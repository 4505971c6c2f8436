using Edge.Sparkplug.Devices;
using Edge.Sparkplug.Payloads;
using Edge.Sparkplug.Progress;

namespace Edge.Sparkplug.Sessions;

/// <summary>Turns readings into the messages that tell of them: one with the data of each device, and before it a birth when the device was dead.</summary>
internal sealed class Outgoing(Topics topics, NodeDevices devices)
{
    private readonly List<(string Topic, Payload Payload)> _messages = [];
    private readonly Dictionary<NodeDevice, Payload> _data = [];

    /// <summary>In the order in which they go.</summary>
    public IReadOnlyList<(string Topic, Payload Payload)> Messages => _messages;

    public void Clear()
    {
        _messages.Clear();
        _data.Clear();
    }

    /// <summary>The next reading of a lane.</summary>
    public void Add(NodeChannel channel, in NodeReading reading, Lane lane, ulong now)
    {
        var device = channel.Device;
        if (lane == Lane.Live)
        {
            channel.Newest = reading;
            device.Note(reading);
        }

        if (!device.IsBorn)
        {
            if (reading.IsUnanswered)
                return;
            device.IsBorn = true;
            _messages.Add((topics.DeviceBirth(device.Name), Birth(device, now)));
        }

        if (!_data.TryGetValue(device, out var data))
            _messages.Add((topics.DeviceData(device.Name), _data[device] = data = new Payload()));
        data.Metrics.Add(Metrics.Data(channel, reading, isHistorical: lane == Lane.History));
    }

    /// <summary>All of a device, as it was last read.</summary>
    public Payload Birth(NodeDevice device, ulong now) =>
        new() { Metrics = { device.Channels.Select(c => Metrics.Birth(c, devices.StartedAt, now)) } };
}
