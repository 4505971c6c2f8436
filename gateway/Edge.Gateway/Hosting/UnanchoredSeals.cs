namespace Edge.Gateway.Hosting;

/// <summary>
/// When the seals were made that the city does not hold yet, for the lag. Never forgets the oldest or the newest; of more than <see cref="Most"/> between them it
/// remembers every second, fourth and so on: after a month offline the lag is right to the half hour, and the memory is 64 kB.
/// </summary>
internal sealed class UnanchoredSeals
{
    private const int Most = 4096;

    private Queue<(ulong Size, ulong At)> _kept = new();
    private (ulong Size, ulong At) _newest;
    private long _stride = 1, _count;

    /// <param name="at">Monotonic ns.</param>
    public void Add(ulong size, ulong at)
    {
        _newest = (size, at);
        if (_count++ % _stride != 0)
            return;
        _kept.Enqueue(_newest);
        if (_kept.Count <= Most)
            return;
        _kept = new(_kept.Where((_, i) => i % 2 == 0));
        _stride *= 2;
    }

    /// <summary>Age of the oldest seal beyond what the city holds, seconds; 0 when there is none.</summary>
    /// <param name="now">Monotonic ns.</param>
    /// <param name="anchored">The size the city holds.</param>
    public double Lag(ulong now, ulong anchored)
    {
        while (_kept.TryPeek(out var held) && held.Size <= anchored)
            _kept.Dequeue();
        if (_newest.Size <= anchored)
        {
            (_stride, _count) = (1, 0);
            return 0;
        }

        var oldest = _kept.TryPeek(out var waiting) ? waiting : _newest;
        return (now - Math.Min(oldest.At, now)) / 1e9;
    }
}
