using Edge.Sensors.Buses;

namespace Edge.Simulators.Devices;

/// <summary>A line with a bounded history of its edges, so that whoever reconnects can go on where it was.</summary>
/// <param name="name">For messages.</param>
/// <param name="history">Edges kept. The default is 65,536.</param>
public sealed class SimulatedGpioLine(string name, int history = 65_536)
{
    private readonly GpioEdge[] _ring = new GpioEdge[history];
    private readonly Lock _gate = new();
    private long _written;
    private uint _sequence;

    /// <summary>For messages.</summary>
    public string Name { get; } = name;

    /// <summary>Present or removed.</summary>
    public GpioLineState State { get; private set; } = GpioLineState.Present;

    /// <summary>Changes when the line comes back; its sequence then starts anew.</summary>
    public ushort Generation { get; private set; } = 1;

    /// <summary>Edges ever.</summary>
    public long Written
    {
        get
        {
            lock (_gate)
                return _written;
        }
    }

    /// <summary>Brings the line's source up to now; set by what drives it.</summary>
    public Action? CatchUp { get; set; }

    /// <summary>Called at each edge, by whoever drives the line; must not block.</summary>
    public event Action? Emitted;

    /// <summary>Whether it is high now.</summary>
    public bool Level { get; private set; }

    /// <summary>A pulse too short to be seen by its level: its rising edge.</summary>
    /// <param name="nanoseconds">CLOCK_MONOTONIC, ns.</param>
    public void Emit(long nanoseconds) => Emit(nanoseconds, rising: true);

    /// <summary>Puts the level, with its edge when that is another one.</summary>
    /// <param name="nanoseconds">CLOCK_MONOTONIC, ns.</param>
    /// <param name="high">The level from then on.</param>
    public void Turn(long nanoseconds, bool high)
    {
        if (Level == high)
            return;
        Level = high;
        Emit(nanoseconds, high);
    }

    private void Emit(long nanoseconds, bool rising)
    {
        lock (_gate)
        {
            _sequence++;
            _ring[_written++ % _ring.Length] = new GpioEdge(nanoseconds, _sequence, Generation, rising);
        }
        Emitted?.Invoke();
    }

    /// <summary>Loses edges as an overrun kernel buffer does: the sequence goes on.</summary>
    public void Lose(uint edges)
    {
        lock (_gate)
            _sequence += edges;
    }

    /// <summary>Takes the line off the board.</summary>
    public void Remove()
    {
        lock (_gate)
            State = GpioLineState.Removed;
    }

    /// <summary>Puts it back.</summary>
    public void Restore()
    {
        lock (_gate)
        {
            if (State == GpioLineState.Present)
                return;
            State = GpioLineState.Present;
            Generation++;
            _sequence = 0;
        }
    }

    /// <summary>Copies edges from a position on; a position that the history no longer holds moves to its oldest edge.</summary>
    /// <param name="position">Edges read before; moved on by what is read.</param>
    /// <param name="edges">Filled with edges of one generation.</param>
    public int ReadFrom(ref long position, Span<GpioEdge> edges)
    {
        lock (_gate)
        {
            position = Math.Max(position, _written - _ring.Length);
            var count = 0;
            while (count < edges.Length && position < _written)
            {
                var edge = _ring[position % _ring.Length];
                if (count > 0 && edge.Generation != edges[0].Generation)
                    break;
                edges[count++] = edge;
                position++;
            }
            return count;
        }
    }

    /// <summary>The position behind an edge, or behind the newest edge older than it that is still known.</summary>
    public long PositionAfter(ushort generation, uint sequence)
    {
        lock (_gate)
        {
            var oldest = Math.Max(0, _written - _ring.Length);
            for (var position = _written; position > oldest; position--)
            {
                var edge = _ring[(position - 1) % _ring.Length];
                if (edge.Generation < generation || edge.Generation == generation && unchecked((int)(edge.Sequence - sequence)) <= 0)
                    return position;
            }
            return oldest;
        }
    }
}
