using System.Threading.Channels;
using MQTTnet.Packets;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// What the link has to send, in its order. It holds no more than its callers wait for: what they withdraw is gone at once, and of acknowledgements
/// there are no more than the broker may have outstanding.
/// </summary>
/// <param name="room">How many publications may wait for their PUBACK at once: the broker says it (MQTT 5 section 3.3.4, Receive Maximum). At least 1.</param>
internal sealed class Outbox(int room)
{
    private readonly Lock _gate = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly LinkedList<Outgoing> _ready = [];
    private readonly LinkedList<Outgoing> _withoutRoom = [];
    private readonly Queue<ushort> _acknowledgements = [];
    private int _room = room;
    private bool _ping;
    private bool _completed;
    private bool _acknowledgedLast;

    /// <summary>It is sent when its turn has come and there is room for it.</summary>
    public void Add(Outgoing outgoing)
    {
        lock (_gate)
        {
            if (outgoing.TakesRoom && _room == 0)
            {
                _withoutRoom.AddLast(outgoing.Place);
                return;
            }

            if (outgoing.TakesRoom)
                _room--;
            _ready.AddLast(outgoing.Place);
        }

        Signal();
    }

    /// <summary>Nobody waits for it any more; of one whose turn has come already nothing is left here.</summary>
    public void Withdraw(Outgoing outgoing)
    {
        lock (_gate)
        {
            if (outgoing.Place.List is not { } list)
                return;
            list.Remove(outgoing.Place);
            if (list == _withoutRoom || !outgoing.TakesRoom)
                return;
        }

        Land();
    }

    /// <summary>A publication was answered: the next one has its room.</summary>
    public void Land()
    {
        lock (_gate)
        {
            if (_withoutRoom.First is not { } next)
            {
                _room++;
                return;
            }

            _withoutRoom.RemoveFirst();
            _ready.AddLast(next);
        }

        Signal();
    }

    /// <summary>A publication of the broker was taken; false when it has sent more than it may without waiting for this.</summary>
    public bool Acknowledge(ushort number)
    {
        lock (_gate)
        {
            if (_acknowledgements.Count == ushort.MaxValue)
                return false;
            _acknowledgements.Enqueue(number);
        }

        Signal();
        return true;
    }

    public void Ping()
    {
        lock (_gate)
            _ping = true;
        Signal();
    }

    /// <summary>Nothing more is added; what is there is still sent.</summary>
    public void Complete()
    {
        lock (_gate)
            _completed = true;
        Signal();
    }

    /// <summary>What is sent next; null when that was all.</summary>
    public async Task<Outgoing?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (_gate)
            {
                if (Take() is { } next)
                    return next;
                if (_completed)
                    return null;
            }

            await _signal.Reader.ReadAsync(cancellationToken);
        }
    }

    // Acknowledgements and what is ready take turns: neither keeps the other waiting.
    private Outgoing? Take()
    {
        if (_ping)
        {
            _ping = false;
            return new Outgoing(MqttPingReqPacket.Instance);
        }

        _acknowledgedLast = _acknowledgements.Count > 0 && (!_acknowledgedLast || _ready.Count == 0);
        if (_acknowledgedLast)
            return new Outgoing(new MqttPubAckPacket { PacketIdentifier = _acknowledgements.Dequeue() });
        if (_ready.First is not { } first)
            return null;
        _ready.RemoveFirst();
        return first.Value;
    }

    private void Signal() => _signal.Writer.TryWrite(true);
}
