using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Hosting;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// Lets entries go that are older than <see cref="StoreSettings.KeepAnchored"/>, by the wall time in their seals, and only below the newest
/// verified receipt. Their hashes stay, and copies of those entries that later readings still need (<see cref="KeptEntries"/>). Looks once an hour; does nothing while nobody vouches for wall time.
/// </summary>
public sealed class Retention(GatewayConfiguration configuration, MerkleLog log, IGatewayClock clock, GatewayStatus status, ILogger<Retention> logger)
{
    private const ulong Every = 3600UL * 1_000_000_000;
    private ulong? _lookedAt;

    public void Tick()
    {
        var now = clock.Monotonic();
        if (configuration.Store.KeepAnchored is not { } age || (_lookedAt is { } at && now - at < Every))
            return;
        _lookedAt = now;
        try
        {
            if (clock.Wall() is { } wall)
                Evict(wall.Seconds - age.TotalSeconds, age);
        }
        catch (StoreException e)
        {
            logger.NotEvicted(e.Message);
        }
    }

    private void Evict(double sealedBefore, TimeSpan age)
    {
        var store = log.View.Store;
        var oldest = store.Extent.Oldest;
        // Entries that are not under a full tile yet cannot go: without their bytes the tree could not be built again.
        var tiled = log.Size - (log.Size % TileBatch.Width);
        if (store.NewestReceipt() is not { } anchored || FirstSealedAfter(sealedBefore, Math.Min(anchored.Size, tiled)) is var end && end <= oldest)
            return;
        // The last seal stays: the readings after it refer to it.
        var below = end - 1;
        KeptEntries.Keep(log, below);
        log.Evict(below);
        if (store.Extent.Oldest is var kept && kept <= oldest)
            return;
        status.Evicted.Add(EvictionReason.Retention, (long)(kept - oldest));
        logger.Evicted(kept, age);
    }

    /// <summary>The end of the last batch, at most at <paramref name="limit"/>, that was sealed at or before a time: everything below is at least that old.</summary>
    private ulong FirstSealedAfter(double seconds, ulong limit)
    {
        ulong low = log.View.Store.Extent.Oldest, high = limit;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (log.View.Store.FindCheckpoint(middle + 1) is not { } batch || batch.Size > limit || SealedAt(batch.Size) is not { } sealedAt || sealedAt > seconds)
                high = middle;
            else
                low = batch.Size;
        }

        return low;
    }

    private double? SealedAt(ulong size)
    {
        try
        {
            return (Entry.Decode(log.View.ReadEntry(size - 1)) as SealEntry)?.Wall?.Seconds;
        }
        catch (StoreException)
        {
            return null;
        }
    }
}
