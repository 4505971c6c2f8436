namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// How many publications may wait for their PUBACK at once: the broker says it (MQTT 5 section 3.3.4, Receive Maximum). Those beyond it wait here, in their order.
/// </summary>
/// <param name="room">At least 1.</param>
internal sealed class FlightWindow(int room)
{
    private readonly Lock _gate = new();
    private readonly Queue<Outgoing> _waiting = [];
    private int _free = room;

    /// <summary>False while there is no room; then it is handed out by <see cref="Land"/>.</summary>
    public bool TryEnter(Outgoing publication)
    {
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return true;
            }

            _waiting.Enqueue(publication);
            return false;
        }
    }

    /// <summary>A publication was answered: the next one may go.</summary>
    public Outgoing? Land()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var next))
                return next;
            _free++;
            return null;
        }
    }
}
