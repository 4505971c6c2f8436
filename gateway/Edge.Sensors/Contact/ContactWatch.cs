using Edge.Sensors.Buses;

namespace Edge.Sensors.Contact;

/// <summary>Turns stamped edges and the level into a debounced state. Pure arithmetic, no clock.</summary>
/// <param name="activeHigh">Whether high is active.</param>
/// <param name="debounce">ns a level must last to count.</param>
internal sealed class ContactWatch(bool activeHigh, long debounce)
{
    private bool _high, _known, _seenEdge, _wasSettled, _hasEdges, _hasLasted, _levelSeen;
    private long _levelSince, _newest = long.MinValue;
    private uint _sequence;
    private ushort _generation;

    /// <summary>Whether it is active now; false while not known.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whether a level has lasted since the line was last seen anew.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Since when it is active or not, ns.</summary>
    public long Since { get; private set; }

    /// <summary>Whether <see cref="Since"/> is when it changed; else it is when that was found, at the start or on a line that was away.</summary>
    public bool IsSinceKnown { get; private set; }

    /// <summary>Whether its state was found since <see cref="Open"/>, for the first time.</summary>
    public bool IsFound { get; private set; }

    /// <summary>How often it became active.</summary>
    public long Count { get; private set; }

    /// <summary>How often it became active since <see cref="Open"/>.</summary>
    public int Activations { get; private set; }

    /// <summary>How often it became inactive since <see cref="Open"/>.</summary>
    public int Releases { get; private set; }

    /// <summary>When it last became active, ns.</summary>
    public long ActiveSince { get; private set; }

    /// <summary>Whether edges were lost since <see cref="Open"/>: it may have been active unseen.</summary>
    public bool Lost { get; private set; }

    /// <summary>Whether edges came since <see cref="Open"/> and no level lasted: it changes faster than the debounce.</summary>
    public bool Chatters => _hasEdges && !_hasLasted;

    /// <summary>Starts the next round.</summary>
    public void Open() => (Activations, Releases, Lost, IsFound, _hasEdges, _hasLasted) = (0, 0, false, false, false, false);

    /// <summary>The line is away: its level is not known, its state stays what it was, unsettled, until a level has lasted again.</summary>
    public void Interrupt() => (_known, IsSettled) = (false, false);

    /// <summary>Takes the next edge; one of the future, or before what is known to be later, is not believed.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="now">ns, same clock as the edges.</param>
    public void Add(in GpioEdge edge, long now)
    {
        var isBelieved = edge.Nanoseconds <= now && edge.Nanoseconds >= _newest && !(_wasSettled && edge.Nanoseconds < Since && edge.Rising != _high);
        Lost |= _seenEdge && (edge.Generation != _generation || unchecked(edge.Sequence - _sequence) != 1) || !isBelieved;
        (_seenEdge, _generation, _sequence) = (true, edge.Generation, edge.Sequence);
        if (!isBelieved)
            return;
        (_hasEdges, _newest) = (true, edge.Nanoseconds);
        if (_known)
            Settle(edge.Nanoseconds);
        Level(edge.Rising, edge.Nanoseconds, isEdge: true);
    }

    /// <summary>Takes the level as it is now, behind all edges that have come.</summary>
    /// <param name="high">The level.</param>
    /// <param name="now">ns, same clock as the edges.</param>
    public void Look(bool high, long now)
    {
        Level(high, now, isEdge: false);
        Settle(now);
    }

    private void Level(bool high, long at, bool isEdge)
    {
        if (_known && high == _high)
            return;
        (_levelSeen, _known, _high, _levelSince) = (isEdge || _known, true, high, at);
    }

    private void Settle(long now)
    {
        if (now - _levelSince < debounce)
            return;
        _hasLasted = true;
        var active = _high == activeHigh;
        IsSettled = true;
        if (_wasSettled && active == IsActive)
            return;
        if (active)
            (Count, Activations, ActiveSince) = (Count + 1, Activations + 1, _levelSince);
        else if (_wasSettled)
            Releases++;
        (IsFound, IsActive, _wasSettled, Since, IsSinceKnown) = (!_wasSettled, active, true, _levelSince, _levelSeen);
    }
}
