using Edge.Gateway.Time;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>Looks through a part of the log each minute, on the writer's thread between its ticks: cards rot where nobody reads. What it finds, the writer tells and signs.</summary>
public sealed class StorePatrol(MerkleLog log, IGatewayClock clock)
{
    private const ulong Every = 60UL * 1_000_000_000;
    private ulong? _lookedAt;

    public void Tick()
    {
        var now = clock.Monotonic();
        _lookedAt ??= now;
        if (now - _lookedAt < Every)
            return;
        _lookedAt = now;
        try
        {
            log.Patrol();
        }
        catch (StoreException)
        {
            // What keeps the store from being read is told by those who must read it.
        }
    }
}
