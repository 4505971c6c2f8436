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

    /// <summary>Entries of that time may have been evicted: below the oldest held, whose batch was sealed then.</summary>
    public (ulong Oldest, WallTime? Sealed)? Evicted { get; private set; }

    /// <summary>What of a time is looked for.</summary>
    public Sought Sought { get; init; }

    /// <summary>Asked before each seal that is read: whether to go on; then <see cref="LeftAt"/> says where it was left.</summary>
    public Func<bool> GoOn { get; init; } = static () => true;

    /// <summary>Entries below it were not looked at, because <see cref="GoOn"/> said no: the end of a batch.</summary>
    public ulong? LeftAt { get; private set; }

    /// <summary>First index and number of entries held of each, the newest first, and whether readings of that time may be among them: else only gaps may.</summary>
    /// <param name="since">POSIX seconds.</param>
    /// <param name="until">POSIX seconds.</param>
    /// <param name="size">Entries below it are looked at: the end of a batch.</param>
    /// <exception cref="EvidenceException">The log's seals are not where its checkpoints are.</exception>
    public IEnumerable<(ulong First, ulong Count, bool MayHaveReadings)> Between(double since, double until, ulong size)
    {
        var oldest = log.Store.Extent.Oldest;
        SealEntry? seal = null;
        var cameBefore = false;
        for (var end = size; end > 0;)
        {
            if (end <= oldest)
            {
                if (!cameBefore)
                    Evicted = (oldest, seal?.Wall);
                yield break;
            }

            if (!GoOn())
            {
                LeftAt = end;
                yield break;
            }

            (seal, var begin) = HeldEntries.Batch(log, end);
            var closed = seal is null ? null : times.Of(end - 1, seal);
            var isBefore = IsBefore(closed, since);
            if (isBefore)
            {
                cameBefore = true;
                if (EndOfRunBefore(end) is { } before && before < end)
                {
                    end = before;
                    continue;
                }
            }

            if (begin < oldest && !isBefore)
                Evicted = (oldest, seal?.Wall);
            var first = Math.Max(begin, oldest);
            var isAfter = seal is not null && IsAfter(until, seal, closed);
            if (IsSought(seal, isAfter))
                yield return (first, end - first, !isAfter && !isBefore);
            end = isAfter && Sought == Sought.Readings ? EndNotAfter(until, begin) : begin;
        }
    }

    private bool IsSought(SealEntry? seal, bool isAfter) => Sought switch
    {
        Sought.Readings => !isAfter,
        Sought.Events => seal is null || !IsOfReadings(seal),
        _ => !isAfter || !IsOfReadings(seal!),
    };

    /// <summary>The end of the last batch before another, in its run, that is not after a time; where the run begins when all are. Halves what is left of the run at each look.</summary>
    private ulong EndNotAfter(double time, ulong end)
    {
        if (end == 0)
            return 0;
        for (ulong low = Math.Max(times.RunOf(end - 1), log.Store.Extent.Oldest); low < end;)
        {
            var middle = log.Store.FindCheckpoint(low + ((end - low) / 2) + 1)?.Size ?? end;
            var (seal, first) = HeldEntries.Batch(log, middle);

            // A checkpoint that is damaged is not found, and the one after it leads out of what is left.
            if (middle > end || first >= end)
                return end;
            if (seal is not null && IsAfter(time, seal, times.Of(middle - 1, seal)))
                end = first;
            else
                low = middle;
        }

        return end;
    }

    /// <summary>The end of the batch in which the run before begins to end; it may be the same batch.</summary>
    private ulong? EndOfRunBefore(ulong end) => times.RunOf(end - 1) is var run and > 0 ? log.Store.FindCheckpoint(run)?.Size : 0;

    private static bool IsBefore(ShownTime? closed, double time) =>
        closed is { Wall: var wall } && wall.Seconds + (wall.UncertaintyMilliseconds / 1000.0) < time;

    /// <summary>Whether the first reading of a batch was taken surely after a time.</summary>
    private static bool IsAfter(double time, SealEntry seal, ShownTime? closed) =>
        closed is { Wall: var wall } && wall.Seconds - (wall.UncertaintyMilliseconds / 1000.0) - ((seal.To - seal.From) / 1e9 * Slew) - Disorder > time;

    /// <summary>Whether a batch has readings alone, no gap among them: then its seal says all of it.</summary>
    public static bool IsOfReadings(SealEntry seal) => seal.Counts is var (good, uncertain, bad, _) && good + uncertain + bad == seal.Last - seal.First + 1;
}
