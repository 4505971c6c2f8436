using Edge.Gateway.Budget;
using Edge.Gateway.Past;
using Edge.Ledger.Entries;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>
/// Finds gap entries that speak of a time and stand after its last entry: a gateway that was off says so at its next start, a queue that overran at
/// the next seal, and what made room when it had to.
/// </summary>
internal sealed class GapFinder(LogView log)
{
    /// <summary>Indices above <paramref name="last"/>, ascending, of sealed gap entries about these seconds.</summary>
    /// <param name="since">POSIX seconds.</param>
    /// <param name="until">POSIX seconds.</param>
    public IEnumerable<ulong> After(ulong last, double since, double until)
    {
        var batch = log.Store.FindCheckpoint(last + 1)?.Size ?? last + 1;
        var next = log.Store.FindCheckpoint(batch + 1)?.Size ?? batch;
        var found = new SortedSet<ulong>(Among(last + 1, next - last - 1, since, until));
        foreach (var run in Landmarks.Before(log.Store, ulong.MaxValue).TakeWhile(r => r.First > last))
            found.UnionWith(Among(run.First, Math.Min(run.Count, Sealed - Math.Min(run.First, Sealed)), since, until));
        foreach (var run in Evictions.Where(r => r.First > last))
            found.UnionWith(Among(run.First, run.Count, since, until));
        return found;
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
