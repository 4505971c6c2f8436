using Edge.Gateway.Time;
using Edge.Sparkplug;

namespace Edge.Gateway.Sparkplug;

/// <summary>By the clock that somebody vouches for by now; while nobody does, by the one the board has.</summary>
public sealed class NodeClock(IGatewayClock clock, TimeProvider time) : INodeClock
{
    public DateTimeOffset? Vouched => clock.Now().Wall?.ToDateTimeOffset();

    public DateTimeOffset At(ulong monotonic)
    {
        var now = clock.Now();
        return now.At(monotonic)?.ToDateTimeOffset() ?? time.GetUtcNow() - TimeSpan.FromMicroseconds((now.Monotonic - Math.Min(monotonic, now.Monotonic)) / 1000.0);
    }
}
