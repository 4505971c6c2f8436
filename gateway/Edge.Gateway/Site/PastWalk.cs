using Edge.Gateway.Evidence;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>Goes through the stretches of the log that may hold something of a time, the newest first and each from its end, as long as its budget lasts.</summary>
internal sealed class PastWalk(SiteLog log, Sought sought, Period period, LookBudget budget)
{
    /// <summary>Entries read at a time.</summary>
    private const ulong Stride = 4096;

    /// <summary>Seconds by which readings of several sensors may stand in another order than they were taken in.</summary>
    private const double Disorder = 10;

    private readonly BootTimes _times = log.Times;
    private bool _hasAsked, _hasRead;

    /// <summary>Entries below it were not looked at; null when all were.</summary>
    public ulong? LeftAt { get; private set; }

    /// <summary>Entries below it were evicted, and may be of that time.</summary>
    public ulong? EvictedBelow { get; private set; }

    /// <summary>First index and number of entries of each.</summary>
    /// <param name="below">Only entries with a lower index.</param>
    public IEnumerable<(ulong First, ulong Count)> Strides(ulong below)
    {
        foreach (var (first, end) in Stretches(below))
        {
            for (var next = end; next > first;)
            {
                if (_hasRead && budget.IsSpent)
                {
                    LeftAt = next;
                    yield break;
                }

                var start = next - first > Stride ? next - Stride : first;
                _hasRead = true;
                yield return (start, next - start);
                next = start;
            }
        }
    }

    private IEnumerable<(ulong First, ulong End)> Stretches(ulong below)
    {
        var store = log.View.Store;
        var whole = store.NewestCheckpoint()?.Size ?? 0;
        below = Math.Min(below, store.Extent.Size);
        if (below > whole && !IsAfter(whole, store.Extent.Size))
            yield return (Math.Max(whole, store.Extent.Oldest), below);
        if (whole == 0)
            yield break;
        var finder = new BatchFinder(log.View, _times) { Sought = sought, GoOn = GoesOn };
        foreach (var (first, count, _) in finder.Between(period.Since, period.Until, store.FindCheckpoint(Math.Min(below, whole))?.Size ?? whole))
        {
            if (first < below)
                yield return (first, Math.Min(first + count, below));
        }

        if (finder.LeftAt is { } left)
            LeftAt = Math.Min(left, below);
        EvictedBelow = finder.Evicted?.Oldest;
    }

    /// <summary>At least once, and what is found then is read: whoever asks again gets on.</summary>
    private bool GoesOn()
    {
        var goesOn = !_hasAsked || !budget.IsSpent;
        _hasAsked = true;
        return goesOn;
    }

    /// <summary>Whether what is not sealed yet was surely taken after the time: its run's newest seal was made after it.</summary>
    private bool IsAfter(ulong whole, ulong size) =>
        whole > 0 && _times.RunOf(whole - 1) == _times.RunOf(size - 1) && HeldEntries.Batch(log.View, whole).Seal is { } seal
        && _times.Of(whole - 1, seal) is { Wall: var wall } && wall.Seconds - (wall.UncertaintyMilliseconds / 1000.0) - Disorder > period.Until;
}
