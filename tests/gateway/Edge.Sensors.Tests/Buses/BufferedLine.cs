using Edge.Sensors.Buses;

namespace Edge.Sensors.Tests.Buses;

/// <summary>A line of which only the buffer counts: present and low, its edges are those that a test puts there before anybody reads.</summary>
internal sealed class BufferedLine(int capacity) : IGpioLine
{
    private readonly EdgeBuffer _edges = new(capacity);
    private uint _sequence;

    public string Name => "gpio line 17";

    public GpioLineState State => GpioLineState.Present;

    public string? Trouble => null;

    /// <summary>The next edge.</summary>
    public void Emit(long nanoseconds, bool rising) => _edges.Add(new GpioEdge(nanoseconds, ++_sequence, 1, rising));

    /// <summary>Null: the line is away.</summary>
    public bool? Level { get; set; } = false;

    public bool TryReadLevel(out bool high)
    {
        high = Level ?? false;
        return Level.HasValue;
    }

    public int Read(Span<GpioEdge> edges) => _edges.Read(edges);

    public Action? Woken { get; set; }

    public ValueTask WaitAsync(CancellationToken cancellationToken) => _edges.WaitAsync(cancellationToken);

    public void Dispose() => _edges.Dispose();
}
