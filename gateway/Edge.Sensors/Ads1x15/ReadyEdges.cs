using Edge.Sensors.Buses;

namespace Edge.Sensors.Ads1x15;

/// <summary>Turns the numbered edges of ALERT/RDY into samples that are there, were missed, or never were. Pure arithmetic, no clock.</summary>
/// <param name="shortest">ns: no two conversions end closer together.</param>
internal sealed class ReadyEdges(long shortest)
{
    private bool _goesOn, _isFirst = true;
    private long _since = long.MinValue;
    private uint _sequence;
    private ushort _generation;

    /// <summary>Whether the newest sample was not taken yet.</summary>
    public bool IsThere { get; private set; }

    /// <summary>ns of the newest edge that ended a conversion.</summary>
    public long Newest { get; private set; }

    /// <summary>Conversions that ended and were not taken, since <see cref="TakeMissed"/>.</summary>
    public long Missed { get; private set; }

    /// <summary>The chip was set up: edges before that are of nothing, and the first after it may end a conversion of what it was before.</summary>
    /// <param name="now">ns, same clock as the edges.</param>
    public void Restart(long now) => (_since, _isFirst, _goesOn, IsThere) = (now, true, false, false);

    /// <summary>Takes the next edge; one of the future is not believed.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="now">ns, same clock as the edges.</param>
    public void Add(in GpioEdge edge, long now)
    {
        if (edge.Nanoseconds <= _since || edge.Nanoseconds > now)
            return;
        // How many were lost where the line was requested anew, nobody knows; never more than there was time for.
        if (_goesOn && edge.Generation == _generation)
            Missed += Math.Min(unchecked(edge.Sequence - _sequence) - 1L, Math.Max(0, edge.Nanoseconds - Newest) / shortest);
        var isNoise = _goesOn && edge.Nanoseconds - Newest < shortest;
        (_goesOn, _generation, _sequence) = (true, edge.Generation, edge.Sequence);
        if (isNoise)
            return;
        if (IsThere)
            Missed++;
        (IsThere, _isFirst, Newest) = (!_isFirst, false, edge.Nanoseconds);
    }

    /// <summary>The newest sample is read.</summary>
    public void Take() => IsThere = false;

    /// <summary>The sample that was taken last was read too late to tell it from the next.</summary>
    public void Miss() => Missed++;

    /// <summary>Takes the count of those missed.</summary>
    public long TakeMissed()
    {
        var missed = Missed;
        Missed = 0;
        return missed;
    }
}
