using Edge.Sensors.Buses;

namespace Edge.Sensors.PulseFlow;

/// <summary>Turns stamped edges into a count and a frequency: debounced, gaps in the sequence noticed. Pure arithmetic, no clock.</summary>
public sealed class PulseCounter
{
    private readonly long _debounce;
    private readonly long _zeroAfter;
    private long _first, _last, _beforeWindow;
    private uint _sequence;
    private ushort _generation;
    private bool _seenEdge, _seenPulse, _pulseBefore, _wasAway;
    private double? _hertz;

    /// <param name="debounce">ns; edges closer to the last counted one are dropped.</param>
    /// <param name="zeroAfter">ns without a pulse that mean zero.</param>
    public PulseCounter(long debounce, long zeroAfter)
    {
        _debounce = debounce;
        _zeroAfter = zeroAfter;
    }

    /// <summary>Pulses since the start, those included whose edges were lost but numbered.</summary>
    public long Total { get; private set; }

    /// <summary>Pulses seen since <see cref="Open"/>.</summary>
    public int Seen { get; private set; }

    /// <summary>Whether numbered edges were lost since <see cref="Open"/>: a frequency across them is doubtful.</summary>
    public bool Lost { get; private set; }

    /// <summary>
    /// Whether the line was requested anew since <see cref="Open"/>, or its edges cannot be those that follow (a number that does not
    /// go on, a stamp of the future): pulses between are in no count. Not after an absence that <see cref="Interrupt"/> told of.
    /// </summary>
    public bool Renewed { get; private set; }

    /// <summary>Starts the next window.</summary>
    public void Open()
    {
        _pulseBefore = _seenPulse;
        _beforeWindow = _last;
        Seen = 0;
        Lost = false;
        Renewed = false;
    }

    /// <summary>Forgets the last pulse, not the total: the line was away and time between pulses means nothing across it.</summary>
    public void Interrupt()
    {
        _wasAway = true;
        Forget();
    }

    /// <summary>Takes the next rising edge; one of the future is no pulse.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="now">ns, same clock as the edges.</param>
    public void Add(in GpioEdge edge, long now)
    {
        if (!edge.Rising)
            return;
        if (_seenEdge && (edge.Generation != _generation || unchecked((int)(edge.Sequence - _sequence)) <= 0) || edge.Nanoseconds > now)
        {
            Renewed |= !_wasAway || edge.Generation == _generation || edge.Nanoseconds > now;
            Forget();
            Seen = 0;
        }
        else if (_seenEdge && unchecked(edge.Sequence - _sequence - 1) is > 0 and var missed)
        {
            Lost = true;
            Total += missed;
            Forget();
            Seen = 0;
        }
        _wasAway = false;
        _seenEdge = true;
        _generation = edge.Generation;
        _sequence = edge.Sequence;
        if (edge.Nanoseconds > now)
            return;
        if (_seenPulse && edge.Nanoseconds - _last < _debounce)
            return;
        if (Seen == 0)
            _first = edge.Nanoseconds;
        _last = edge.Nanoseconds;
        _seenPulse = true;
        Seen++;
        Total++;
    }

    private void Forget()
    {
        _seenPulse = false;
        _pulseBefore = false;
        _hertz = null;
    }

    /// <summary>Pulses per second over the window that ends now. False until two pulses, or the time that means zero, have passed.</summary>
    /// <param name="now">ns, same clock as the edges.</param>
    /// <param name="watchedSince">ns: since when the line was watched without interruption.</param>
    /// <param name="hertz">The frequency.</param>
    public bool TryReadFrequency(long now, long watchedSince, out double hertz)
    {
        if (Seen >= 2 && _last > _first)
            _hertz = (Seen - 1) * 1e9 / (_last - _first);
        else if (Seen == 1 && _pulseBefore && _last > _beforeWindow)
            _hertz = 1e9 / (_last - _beforeWindow);
        else if (Seen == 0 && now - (_seenPulse ? _last : watchedSince) >= _zeroAfter)
            _hertz = 0;
        else if (Seen == 0 && _seenPulse && _hertz is { } before && now > _last)
            _hertz = Math.Min(before, 1e9 / (now - _last));
        hertz = _hertz ?? 0;
        return _hertz is not null;
    }
}
