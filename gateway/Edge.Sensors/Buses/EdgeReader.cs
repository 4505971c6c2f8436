using Edge.Sensors.Sampling;

namespace Edge.Sensors.Buses;

/// <summary>Takes a line's edges in batches, each with the time at which it was there already: no edge of it can be later.</summary>
/// <param name="line">The line; stays the caller's.</param>
/// <param name="time">The clock of the edges.</param>
internal sealed class EdgeReader(IGpioLine line, TimeProvider time)
{
    private readonly GpioEdge[] _batch = new GpioEdge[256];

    /// <summary>The oldest edges that wait. False when none do.</summary>
    /// <param name="edges">Valid until the next call.</param>
    /// <param name="now">ns, behind all of them.</param>
    public bool TryTake(out ReadOnlySpan<GpioEdge> edges, out long now)
    {
        edges = _batch.AsSpan(0, line.Read(_batch));
        now = time.Nanoseconds();
        return edges.Length > 0;
    }
}
