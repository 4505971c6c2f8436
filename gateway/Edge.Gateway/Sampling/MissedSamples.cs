namespace Edge.Gateway.Sampling;

/// <summary>
/// Samples that nobody took or that did not fit, on their way to the one writer: each hole behind the sample that ended it. When more holes wait than have room,
/// the later ones of a channel are told as one. Belongs to whoever holds the queue's lock.
/// </summary>
/// <param name="channels">Number of channels.</param>
internal sealed class MissedSamples(int channels, int capacity = MissedSamples.DefaultCapacity)
{
    public const int DefaultCapacity = 1024;

    private readonly record struct Placed(Overrun Hole, long Position);

    private static readonly string[] Kinds = [Overrun.Missed, Overrun.NotInTime, Overrun.DidNotFit];

    private readonly Overrun?[,] _open = new Overrun?[channels, Kinds.Length];
    private readonly bool[] _isOpen = new bool[channels];
    private readonly Queue<Placed> _ended = new();
    private int _waiting;

    /// <summary>Whether any hole waits; may be asked without the lock.</summary>
    public bool IsAny => Volatile.Read(ref _waiting) > 0;

    /// <summary>Adds one that no sample has ended yet.</summary>
    public void Add(in Overrun hole)
    {
        ref var open = ref _open[hole.Channel, Array.IndexOf(Kinds, hole.Why)];
        if (open is null)
            _waiting++;
        open = open?.With(hole) ?? hole;
        _isOpen[hole.Channel] = true;
    }

    /// <summary>A sample of the channel came.</summary>
    /// <param name="position">Samples up to it, all channels together.</param>
    public void End(int channel, long position)
    {
        if (!_isOpen[channel] || _ended.Count > capacity - Kinds.Length)
            return;
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            if (Close(channel, kind) is not { } hole)
                continue;
            _ended.Enqueue(new Placed(hole, position));
            _waiting++;
        }

        _isOpen[channel] = false;
    }

    /// <summary>The next that was ended by one of the first samples, so many.</summary>
    public bool TryTake(long position, out Overrun hole)
    {
        hole = default;
        if (!_ended.TryPeek(out var next) || next.Position > position)
            return false;
        hole = _ended.Dequeue().Hole;
        _waiting--;
        return true;
    }

    /// <summary>One that no sample has ended and that lasts since a time.</summary>
    /// <param name="since">Monotonic ns.</param>
    public bool TryTakeOpen(ulong since, out Overrun hole)
    {
        for (var channel = 0; channel < _isOpen.Length; channel++)
        {
            for (var kind = 0; _isOpen[channel] && kind < Kinds.Length; kind++)
            {
                if (_open[channel, kind] is not { } open || open.To > since)
                    continue;
                hole = Close(channel, kind)!.Value;
                return true;
            }
        }

        hole = default;
        return false;
    }

    private Overrun? Close(int channel, int kind)
    {
        var open = _open[channel, kind];
        _open[channel, kind] = null;
        _waiting -= open is null ? 0 : 1;
        return open;
    }
}
