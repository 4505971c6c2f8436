using Edge.Ledger.Mqtt.Links;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>Packets that were given to the link and are not settled: those that have a number wait for the broker's answer (MQTT 5 section 2.2.1).</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ushort, Outgoing> _numbered = [];
    private readonly HashSet<Outgoing> _all = new(ReferenceEqualityComparer.Instance);
    private MqttLinkException? _closed;
    private ushort _last;

    /// <summary>From now on it fails when the link ends.</summary>
    public void Watch(Outgoing outgoing)
    {
        lock (_gate)
        {
            if (_closed is not null)
                outgoing.Done.TrySetException(_closed);
            else if (!outgoing.Done.Task.IsCompleted)
                _all.Add(outgoing);
        }
    }

    /// <summary>A packet identifier that no other packet has now.</summary>
    /// <exception cref="InvalidOperationException">There is none: all wait for their answers.</exception>
    public ushort Number(Outgoing outgoing)
    {
        lock (_gate)
        {
            if (_numbered.Count == ushort.MaxValue)
                throw new InvalidOperationException($"The broker has left {ushort.MaxValue} packets without an answer");
            do
                _last = _last == ushort.MaxValue ? (ushort)1 : (ushort)(_last + 1);
            while (!_numbered.TryAdd(_last, outgoing));
            return _last;
        }
    }

    /// <summary>The packet that an answer is for; null if none of its kind has that number.</summary>
    public Outgoing? Take(ushort number, MqttControlPacketType kind)
    {
        lock (_gate)
        {
            if (!_numbered.TryGetValue(number, out var outgoing) || outgoing.Answer != kind)
                return null;
            _numbered.Remove(number);
            _all.Remove(outgoing);
            return outgoing;
        }
    }

    /// <summary>Nobody waits for it.</summary>
    public void Forget(Outgoing outgoing)
    {
        lock (_gate)
            _all.Remove(outgoing);
    }

    /// <summary>No answer will come any more.</summary>
    public void Close(MqttLinkException why)
    {
        lock (_gate)
        {
            _closed = why;
            foreach (var outgoing in _all)
            {
                outgoing.Done.TrySetException(why);
                _ = outgoing.Done.Task.Exception;
            }

            _all.Clear();
            _numbered.Clear();
        }
    }
}
