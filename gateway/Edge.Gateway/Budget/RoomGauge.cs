using Edge.Store.Log;

namespace Edge.Gateway.Budget;

/// <summary>
/// Measures how much a log may still grow: up to its budget, and not into what must stay free for others. While others hold less free than that, it may
/// have what it had when this was noticed, no more and no less: what it lets go it may write again, and nobody can make it give up more by filling the disk.
/// </summary>
/// <param name="budget">Bytes that all files in its folder may take, the reserve among them.</param>
/// <param name="floor">Bytes that must stay free on its file system.</param>
public sealed class RoomGauge(long budget, long floor)
{
    private long? _had;

    /// <param name="usage">Without what is held in reserve, and without what the reserve still lacks.</param>
    /// <param name="reserve">Bytes that the reserve has when it is whole.</param>
    public Room Measure(in StoreUsage usage, long reserve)
    {
        var spare = usage.Free - floor;
        if (spare > 0)
            _had = null;
        else
            _had ??= usage.Total;
        var capacity = Math.Min(budget - reserve, _had ?? usage.Total + spare);
        return new Room(capacity - usage.Total, capacity);
    }
}
