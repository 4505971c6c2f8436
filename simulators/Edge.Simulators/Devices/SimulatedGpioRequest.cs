using Edge.Sensors.Buses;

namespace Edge.Simulators.Devices;

/// <summary>A line as a driver in the same process requests it: edges from now on.</summary>
public sealed class SimulatedGpioRequest : IGpioLine
{
    private readonly SimulatedGpioLine _line;
    private long _position;

    /// <param name="line">The line.</param>
    public SimulatedGpioRequest(SimulatedGpioLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _line = line;
        line.CatchUp?.Invoke();
        _position = line.Written;
    }

    /// <inheritdoc/>
    public string Name => _line.Name;

    /// <inheritdoc/>
    public GpioLineState State
    {
        get
        {
            _line.CatchUp?.Invoke();
            return _line.State;
        }
    }

    /// <inheritdoc/>
    public string? Trouble => State == GpioLineState.Present ? null : $"{Name} was removed.";

    /// <inheritdoc/>
    public bool TryReadLevel(out bool high)
    {
        var isPresent = State == GpioLineState.Present;
        high = isPresent && _line.Level;
        return isPresent;
    }

    /// <inheritdoc/>
    public int Read(Span<GpioEdge> edges)
    {
        _line.CatchUp?.Invoke();
        return _line.ReadFrom(ref _position, edges);
    }

    /// <summary>Called at edges that happen by themselves.</summary>
    public Action? Woken
    {
        get;
        set
        {
            _line.Emitted -= field;
            field = value;
            _line.Emitted += field;
        }
    }

    /// <summary>Edges happen when they are looked at: never waits.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => Woken = null;
}
