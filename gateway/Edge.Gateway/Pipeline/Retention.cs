using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Hosting;
using Edge.Gateway.Past;
using Edge.Gateway.Time;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Pipeline;

/// <summary>
/// Lets entries go that the city accepted longer than <see cref="StoreSettings.KeepAnchored"/> ago, by the city's time and not by the board's clock, which
/// anyone may set. Their hashes stay, and copies of those entries that later readings still need (<see cref="KeptEntries"/>). Looks once an hour.
/// </summary>
public sealed class Retention(GatewayConfiguration configuration, MerkleLog log, CityTime city, BeaconBox beacons, IGatewayClock clock, GatewayStatus status, ILogger<Retention> logger)
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
            city.Hear(log.View.Store.NewestReceipt()?.Bytes, beacons.Newest);
            if (city.Now is { } time)
                Evict(time - age.TotalSeconds, age);
        }
        catch (StoreException e)
        {
            logger.NotEvicted(e.Message);
        }
    }

    private void Evict(double acceptedBy, TimeSpan age)
    {
        var oldest = log.View.Store.Extent.Oldest;
        // Entries that are not under a full tile yet cannot go: without their bytes the tree could not be built again.
        var tiled = log.Size - (log.Size % TileBatch.Width);
        if (log.View.Store.NewestReceipt() is not { } anchored || EndOf(acceptedBy, Math.Min(anchored.Size, tiled)) is var end && end <= oldest)
            return;
        // The last seal stays: the readings after it refer to it.
        var below = end - 1;
        KeptEntries.Keep(log, below);
        log.Evict(below);
        if (log.View.Store.Extent.Oldest is var kept && kept <= oldest)
            return;
        status.Evicted.Add(EvictionReason.Retention, (long)(kept - oldest));
        logger.Evicted(kept, age);
    }

    /// <summary>The end of the last batch, at most at <paramref name="limit"/>, that the city had accepted by a time: everything below is at least that old.</summary>
    private ulong EndOf(double acceptedBy, ulong limit)
    {
        ulong low = log.View.Store.Extent.Oldest, high = limit;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (log.View.Store.FindCheckpoint(middle + 1) is not { } batch || batch.Size > limit || AcceptedBy(batch.Size) is not { } accepted || accepted > acceptedBy)
                high = middle;
            else
                low = batch.Size;
        }

        return low;
    }

    private double? AcceptedBy(ulong size) => log.View.Store.FindReceipt(size) is { } receipt ? city.AcceptedBy(receipt.Bytes) : null;
}
