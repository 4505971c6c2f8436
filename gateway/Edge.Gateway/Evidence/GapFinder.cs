using Edge.Gateway.Budget;
using Edge.Gateway.Past;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>
/// Finds gap entries that speak of the time of a range and stand outside it: a gateway that was off says so at its next start, and what made room when it had to.
/// What was missed or lost while much waited in the queue stands, in logs written by older versions, before its readings or far behind them.
/// </summary>
internal sealed class GapFinder(LogView log, BootTimes times)
{
    /// <summary>Entries behind a range among which a queue that was full has been emptied, whatever the seals say.</summary>
    private const ulong Backlog = 2 * SampleQueue.DefaultCapacity;

    /// <summary>Indices below <paramref name="first"/>, ascending, of sealed gap entries about these seconds, from batches that were not closed before them.</summary>
    /// <param name="since">POSIX seconds.</param>
    /// <param name="until">POSIX seconds.</param>
    public IEnumerable<ulong> Before(ulong first, double since, double until)
    {
        var found = new SortedSet<ulong>();
        foreach (var batch in new BatchFinder(log, times).Between(since, until, log.Store.FindCheckpoint(first + 1)?.Size ?? 0).Where(b => b.First < first))
            found.UnionWith(Among(batch.First, Math.Min(batch.Count, first - batch.First), since, until));
        return found;
    }

    /// <summary>Indices above <paramref name="last"/>, ascending, of sealed gap entries about these seconds.</summary>
    /// <inheritdoc cref="Before"/>
    public IEnumerable<ulong> After(ulong last, double since, double until)
    {
        var found = new SortedSet<ulong>();
        foreach (var (first, count) in BatchesAfter(last))
            found.UnionWith(Among(first, count, since, until));
        foreach (var run in Landmarks.Before(log.Store, ulong.MaxValue).TakeWhile(r => r.First > last))
            found.UnionWith(Among(run.First, Math.Min(run.Count, Sealed - Math.Min(run.First, Sealed)), since, until));
        foreach (var run in Evictions.Where(r => r.First > last))
            found.UnionWith(Among(run.First, run.Count, since, until));
        return found;
    }

    /// <summary>What is left of the batch, and those behind it up to the first whose readings were taken after the one before it was closed: then nothing waited any more.</summary>
    private IEnumerable<(ulong First, ulong Count)> BatchesAfter(ulong last)
    {
        if (log.Store.FindCheckpoint(last + 1)?.Size is not { } end)
            yield break;
        yield return (last + 1, end - last - 1);
        var (before, _) = HeldEntries.Batch(log, end);
        for (var isLive = false; !isLive && end - last < Backlog && log.Store.FindCheckpoint(end + 1)?.Size is { } next;)
        {
            var (seal, _) = HeldEntries.Batch(log, next);
            if (seal is null || !BatchFinder.IsOfReadings(seal))
                yield return (end, next - end);
            isLive = seal?.From >= before?.To;
            (end, before) = (next, seal);
        }
    }

    /// <summary>Indices, ascending, of sealed gap entries that tell of a channel's readings and gaps that were removed to make room.</summary>
    /// <inheritdoc cref="After"/>
    public IEnumerable<ulong> OfRemoved(string? channel, double since, double until) =>
        Evictions.SelectMany(run => Among(run.First, run.Count, since, until, channel)).Order();

    /// <summary>Gaps of evictions that are held and sealed.</summary>
    private IEnumerable<(ulong First, ulong Count)> Evictions =>
        from run in EvictionRecord.Read(log.Store).Runs
        where run.First >= log.Store.Extent.Oldest && run.First < Sealed
        select (run.First, Math.Min(run.Count, Sealed - run.First));

    private ulong Sealed => log.Store.NewestCheckpoint()?.Size ?? 0;

    private List<ulong> Among(ulong first, ulong count, double since, double until, string? channel = null)
    {
        var found = new List<ulong>();
        HeldEntries.Read(log, first, count, (index, bytes) =>
        {
            if (Entry.Decode(bytes) is GapEntry gap && Speaks(gap, channel, since, until))
                found.Add(index);
        });
        return found;
    }

    /// <summary>Whether a gap is about a channel, null being any, at some time between two. Of a gap whose begin or end is not known nothing is ruled out on that side.</summary>
    public static bool Speaks(GapEntry gap, string? channel, double since, double until) =>
        (channel is null || gap.Channels.Count == 0 || gap.Channels.Contains(channel)) && !(gap.From?.Seconds > until) && !(gap.To?.Seconds < since);
}
