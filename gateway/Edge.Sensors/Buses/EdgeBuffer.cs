namespace Edge.Sensors.Buses;

/// <summary>
/// The bounded queue between whoever sees edges and whoever counts them. Full: the oldest edge but one goes. The oldest stays, so that
/// the numbers that are missed show behind it, also to a reader that has read none before.
/// </summary>
public sealed class EdgeBuffer : IDisposable
{
    private readonly GpioEdge[] _ring;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private Action? _woken;
    private int _head;
    private int _count;

    /// <param name="capacity">Edges held, at least 2. 65,536 is a minute at 1 kHz.</param>
    public EdgeBuffer(int capacity = 65_536)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _ring = new GpioEdge[capacity];
    }

    /// <summary>Appends an edge without waking the reader; call <see cref="Signal"/> after a batch.</summary>
    public void Add(in GpioEdge edge)
    {
        lock (_gate)
        {
            if (_count == _ring.Length)
            {
                var oldest = _ring[_head];
                _head = (_head + 1) % _ring.Length;
                _ring[_head] = oldest;
                _count--;
            }
            _ring[(_head + _count) % _ring.Length] = edge;
            _count++;
        }
    }

    /// <summary>Called by <see cref="Signal"/>.</summary>
    public Action? Woken
    {
        get => Volatile.Read(ref _woken);
        set => Volatile.Write(ref _woken, value);
    }

    /// <summary>Wakes the reader.</summary>
    public void Signal()
    {
        Woken?.Invoke();
        lock (_gate)
        {
            if (_signal.CurrentCount == 0)
                _signal.Release();
        }
    }

    /// <summary>Takes the oldest edges, at most as many as fit.</summary>
    public int Read(Span<GpioEdge> edges)
    {
        lock (_gate)
        {
            var taken = Math.Min(edges.Length, _count);
            var first = Math.Min(taken, _ring.Length - _head);
            _ring.AsSpan(_head, first).CopyTo(edges);
            _ring.AsSpan(0, taken - first).CopyTo(edges[first..]);
            _head = (_head + taken) % _ring.Length;
            _count -= taken;
            return taken;
        }
    }

    /// <summary>Completes at once while edges wait, otherwise at the next <see cref="Signal"/>.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_count > 0)
                return ValueTask.CompletedTask;
        }
        return new ValueTask(_signal.WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();
}
