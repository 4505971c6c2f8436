namespace Edge.Sparkplug;

/// <summary>Tells when a reading was that has no wall time of its own, since nobody vouched for the clock: Sparkplug knows no metric without time.</summary>
public interface INodeClock
{
    /// <summary>The best guess for a monotonic time (ns) of this boot.</summary>
    DateTimeOffset At(ulong monotonic);
}
