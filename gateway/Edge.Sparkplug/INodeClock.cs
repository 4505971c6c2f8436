namespace Edge.Sparkplug;

/// <summary>
/// Tells when a reading was that has no wall time of its own, since nobody vouched for the clock: Sparkplug knows no metric without time. And what time it is.
/// </summary>
public interface INodeClock
{
    /// <summary>The best guess for a monotonic time (ns) of this boot.</summary>
    DateTimeOffset At(ulong monotonic);

    /// <summary>The time of day, while somebody vouches for it; else null.</summary>
    DateTimeOffset? Vouched { get; }
}
