using Edge.Gateway.Health;
using Edge.Gateway.Hosting;
using Edge.Gateway.Past;
using Edge.Gateway.Pipeline;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Budget;

/// <summary>
/// Lets the oldest part of the log go. First copies what later readings need of it, then notes the eviction, then writes the gaps that tell of it, and when those
/// are durable removes it; a crash between any two leaves at most gaps of something that the next start lets go (<see cref="Finish"/>).
/// </summary>
internal sealed class Eviction(MerkleLog log, LogWriter writer, GatewayStatus status, ILogger logger)
{
    private EvictionRecord _last = EvictionRecord.Read(log.View.Store);

    /// <summary>What is not removed yet, and why it goes; null when nothing is, or an earlier run of the service began it.</summary>
    private (ulong First, GapReason Why)? _going;

    /// <summary>Below this everything is removed, as far as this run of the service knows.</summary>
    private ulong _removed;

    /// <summary>Ends an eviction whose gaps are durable.</summary>
    /// <returns>False while they are not.</returns>
    /// <exception cref="StoreException">The store does not let it go: what of it is still there goes at the next call.</exception>
    public bool Finish()
    {
        if (_last.Below <= _removed)
            return true;
        if (log.Size < _last.DurableAt)
            return false;
        log.Evict(_last.Below);
        _removed = _last.Below;
        if (_going is { } going)
        {
            status.Evicted.Add(going.Why == GapReason.Released ? EvictionReason.Released : EvictionReason.Unanchored, (long)(_removed - going.First));
            logger.MadeRoom(going.First, _removed - 1, going.Why == GapReason.Released ? "the city holds them" : "the city does not hold them");
        }

        _going = null;
        return true;
    }

    /// <summary>Forgets an eviction whose gaps a crash kept from being written. Called before the log grows again.</summary>
    public void Resume()
    {
        if (!IsTold() || !Finish())
            _last = _last with { Below = 0 };
    }

    /// <summary>Whether there is a part that may go, or is about to.</summary>
    /// <param name="unanchored">Whether it may be one the city doesn't hold.</param>
    public bool HasMore(bool unanchored) => Next() is { } below && (unanchored || below <= Anchored);

    /// <summary>Lets one part go.</summary>
    /// <param name="unanchored">Whether it may be one the city doesn't hold.</param>
    /// <returns>False when there is none that may.</returns>
    /// <exception cref="StoreException">The store does not take what must be written before.</exception>
    public bool TryOne(bool unanchored)
    {
        var oldest = log.View.Store.Extent.Oldest;
        if (Next() is not { } below)
            return false;
        if (below <= oldest)
            return Drop(below);
        if (below <= _last.Below)
            return false;
        var why = below <= Anchored ? GapReason.Released : GapReason.Evicted;
        if (why == GapReason.Evicted && !unanchored)
            return false;
        KeptEntries.Keep(log, below);
        var departure = Departure.Of(log.View, oldest, below, why);
        var (gaps, retold) = (departure.Gaps().ToList(), departure.Retold().ToList());
        _last = _last.Next(below, writer.Next, gaps.Count + retold.Count);
        _last.Write(log);
        _going = (oldest, why);
        writer.Record(gaps, retold);
        Finish();
        return true;
    }

    /// <summary>Whether the gaps that tell of it can be read: a power cut may have taken them although their numbers are given.</summary>
    private bool IsTold()
    {
        try
        {
            foreach (var run in _last.Runs.TakeLast(1).Where(_ => log.Size >= _last.DurableAt))
                log.View.ReadEntries(run.First, run.Count, (_, _) => { });
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private ulong Anchored => log.View.Store.NewestReceipt()?.Size ?? 0;

    /// <summary>Where the oldest part ends. The newest seal stays: the next one joins it.</summary>
    private ulong? Next() => log.FirstCut is { } below && below < log.View.Store.NewestCheckpoint()?.Size ? below : null;

    /// <summary>A part without entries, of receipts and states alone, goes without a word.</summary>
    private bool Drop(ulong below)
    {
        log.Evict(below);
        return true;
    }
}
