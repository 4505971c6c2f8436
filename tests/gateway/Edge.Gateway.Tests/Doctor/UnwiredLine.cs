using Edge.Sensors.Buses;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>A line that nothing is wired to: no edge ever comes.</summary>
internal sealed class UnwiredLine(string name, GpioLineState state) : IGpioLine
{
    public string Name => name;

    public GpioLineState State => state;

    public string? Trouble => state == GpioLineState.Present ? null : $"{name} does not exist or cannot detect edges: check the line's number.";

    public Action? Woken { get; set; }

    public bool TryReadLevel(out bool high)
    {
        high = true;
        return state == GpioLineState.Present;
    }

    public int Read(Span<GpioEdge> edges) => 0;

    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);

    public void Dispose()
    {
    }
}
