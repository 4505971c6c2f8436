using Edge.Gateway.Pipeline;
using Edge.Ledger.Entries;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>Finds what evidence is to be about by what people know of it: a channel, a time, a range.</summary>
public sealed class SubjectFinder(LogView log)
{
    /// <summary>Most entries that one evidence file is cut for.</summary>
    public const int Most = 200_000;

    private const ulong Stride = 1024;

    /// <summary>Seconds by which readings of several sensors may stand in another order than they were taken in; far more than is ever seen.</summary>
    private const double Disorder = 10;

    /// <summary>A clock that is being corrected gains or loses less than a thousandth.</summary>
    private const double Slew = 1.001;

    /// <summary>The newest anchored reading of a channel.</summary>
    /// <param name="withValue">Only one that has a value.</param>
    /// <exception cref="EvidenceException">There is none.</exception>
    public ulong Latest(string channel, bool withValue)
    {
        var oldest = log.Store.Extent.Oldest;
        for (var end = Anchored; end > oldest;)
        {
            var first = end - oldest > Stride ? end - Stride : oldest;
            ulong? found = null;
            log.ReadEntries(first, end - first, (index, bytes) =>
            {
                if (Entry.Decode(bytes) is ReadingEntry reading && reading.Channel == channel && (!withValue || reading.Value.HasValue))
                    found = index;
            });
            if (found is { } index)
                return index;
            end = first;
        }

        throw new EvidenceException(w => w.NoReading(channel, withValue));
    }

    /// <summary>A contiguous range, and after it the gaps that speak of its time.</summary>
    /// <exception cref="EvidenceException">It is too long.</exception>
    public IReadOnlyList<ulong> Range(ulong first, ulong last)
    {
        if (last - first >= Most)
            throw new EvidenceException(w => w.TooLong(last - first + 1, Most));
        var range = Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + (ulong)i);
        if (Time(first, last) is not var (since, until))
            return [.. range];
        var anchored = Anchored;
        return [.. range, .. new GapFinder(log).After(last, since, until).Where(i => i < anchored)];
    }

    /// <summary>The anchored readings of a channel that carry a time between two, and the gaps about it; nothing of the other channels.</summary>
    /// <param name="since">POSIX seconds, included.</param>
    /// <param name="until">POSIX seconds, included.</param>
    /// <exception cref="EvidenceException">There is none, there are too many, or some that may belong to it were evicted.</exception>
    public IReadOnlyList<ulong> Between(string channel, double since, double until)
    {
        var found = new SortedSet<ulong>();
        var oldest = log.Store.Extent.Oldest;
        SealEntry? seal = null;
        for (var end = Anchored; end > 0; end = seal.First)
        {
            if (end <= oldest)
                throw Evicted(oldest, seal);
            seal = Entry.Decode(KeptEntries.Read(log, end - 1)) as SealEntry ?? throw NotASeal(end - 1);
            if (seal.Wall is { } closed && closed.Seconds + (closed.UncertaintyMilliseconds / 1000.0) < since)
                break;
            if (seal.First < oldest)
                throw Evicted(oldest, seal);
            if (IsOfReadingsAfter(until, seal))
                continue;
            log.ReadEntries(seal.First, end - seal.First, (index, bytes) =>
            {
                if (IsMeant(Entry.Decode(bytes), channel, since, until))
                    found.Add(index);
            });
            if (found.Count > Most)
                throw new EvidenceException(w => w.TooMany(Most));
        }

        return found.Count > 0 ? [.. found] : throw new EvidenceException(w => w.NoneBetween(channel));
    }

    private static EvidenceException Evicted(ulong oldest, SealEntry? held) => new(w => w.SomeEvicted(oldest, held?.Wall));

    private static EvidenceException NotASeal(ulong index) => new(w => w.NotASeal(index));

    private ulong Anchored => log.Store.NewestReceipt()?.Size ?? throw new EvidenceException(w => w.NothingAnchored);

    /// <summary>From the earliest to the latest time that readings and seals of a range carry; null when none carries one.</summary>
    private (double Since, double Until)? Time(ulong first, ulong last)
    {
        var (since, until) = (double.PositiveInfinity, double.NegativeInfinity);
        log.ReadEntries(first, last - first + 1, (_, bytes) =>
        {
            var wall = Entry.Decode(bytes) switch { ReadingEntry reading => reading.Wall, SealEntry seal => seal.Wall, _ => null };
            if (wall is { Seconds: var seconds })
                (since, until) = (Math.Min(since, seconds), Math.Max(until, seconds));
        });
        return since <= until ? (since, until) : null;
    }

    /// <summary>
    /// Whether a batch has readings alone, no gap among them, and the first was taken surely after a time: then its seal is all that needs to be read of it.
    /// </summary>
    private static bool IsOfReadingsAfter(double time, SealEntry seal) =>
        seal is { Wall: { } closed, Counts: var (good, uncertain, bad, _) } && good + uncertain + bad == seal.Last - seal.First + 1
        && closed.Seconds - (closed.UncertaintyMilliseconds / 1000.0) - ((seal.To - seal.From) / 1e9 * Slew) - Disorder > time;

    private static bool IsMeant(Entry entry, string channel, double since, double until) => entry switch
    {
        ReadingEntry reading => reading.Channel == channel && reading.Wall?.Seconds >= since && reading.Wall?.Seconds <= until,
        GapEntry gap => GapFinder.Speaks(gap, channel, since, until),
        _ => false,
    };
}
