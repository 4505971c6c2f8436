using Edge.Gateway.Pipeline;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>
/// Finds the batches that may hold something of a time. Within a run of the service batches are in the order of time, whatever its clock said; between runs
/// that is not known, so each is looked at.
/// </summary>
internal sealed class BatchFinder(LogView log, BootTimes times)
{
    /// <summary>Seconds by which readings of several sensors may stand in another order than they were taken in; far more than is ever seen.</summary>
    private const double Disorder = 10;

    /// <summary>A clock that is being corrected gains or loses less than a thousandth.</summary>
    private const double Slew = 1.001;

    /// <summary>First index and number of entries of each, the newest first.</summary>
    /// <param name="since">POSIX seconds.</param>
    /// <param name="until">POSIX seconds.</param>
    /// <param name="size">Entries below it are looked at: the end of a batch.</param>
    /// <param name="removedIsTold">What of that time was removed, gaps tell of: then what is held is enough.</param>
    /// <exception cref="EvidenceException">Some that may belong to it were evicted, and nothing tells of them.</exception>
    public IEnumerable<(ulong First, ulong Count)> Between(double since, double until, ulong size, bool removedIsTold)
    {
        var oldest = log.Store.Extent.Oldest;
        SealEntry? seal = null;
        var cameBefore = false;
        for (var end = size; end > 0;)
        {
            if (end <= oldest)
            {
                if (cameBefore || removedIsTold)
                    yield break;
                throw Evicted(oldest, seal);
            }

            seal = Entry.Decode(KeptEntries.Read(log, end - 1)) as SealEntry ?? throw new EvidenceException(w => w.NotASeal(end - 1));
            var closed = times.Of(end - 1, seal);
            if (IsBefore(closed, since))
            {
                cameBefore = true;
                if (EndOfRunBefore(end) is { } before && before < end)
                {
                    end = before;
                    continue;
                }
            }

            var first = removedIsTold ? Math.Max(seal.First, oldest) : seal.First;
            if (first < oldest)
                throw Evicted(oldest, seal);
            if (!IsOfReadingsAfter(until, seal, closed))
                yield return (first, end - first);
            end = seal.First;
        }
    }

    /// <summary>The end of the batch in which the run before begins to end; it may be the same batch.</summary>
    private ulong? EndOfRunBefore(ulong end) => times.RunOf(end - 1) is var run and > 0 ? log.Store.FindCheckpoint(run)?.Size : 0;

    private static bool IsBefore(ShownTime? closed, double time) =>
        closed is { Wall: var wall } && wall.Seconds + (wall.UncertaintyMilliseconds / 1000.0) < time;

    /// <summary>
    /// Whether a batch has readings alone, no gap among them, and the first was taken surely after a time: then its seal is all that needs to be read of it.
    /// </summary>
    private static bool IsOfReadingsAfter(double time, SealEntry seal, ShownTime? closed) =>
        closed is { Wall: var wall } && seal.Counts is var (good, uncertain, bad, _) && good + uncertain + bad == seal.Last - seal.First + 1
        && wall.Seconds - (wall.UncertaintyMilliseconds / 1000.0) - ((seal.To - seal.From) / 1e9 * Slew) - Disorder > time;

    private static EvidenceException Evicted(ulong oldest, SealEntry? held) => new(w => w.SomeEvicted(oldest, held?.Wall));
}
