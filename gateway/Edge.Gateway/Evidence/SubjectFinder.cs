using Edge.Gateway.Past;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>Finds what evidence is to be about by what people know of it: a channel, a time, a range.</summary>
public sealed class SubjectFinder(LogView log)
{
    /// <summary>Most entries that one evidence file is cut for.</summary>
    public const int Most = 200_000;

    private const ulong Stride = 1024;

    private readonly Lazy<BootTimes> _times = new(() => new BootTimes(log));
    private readonly SortedSet<ulong> _damaged = [];
    private readonly AlarmFinder _alarms = new(log);

    /// <summary>Entries, ascending, that are or may be of what was asked for, are damaged and were therefore left out.</summary>
    public IReadOnlyCollection<ulong> Damaged => _damaged;

    /// <summary>The oldest entry held, when some that may be of the time asked for were evicted and no gap that was found tells of it.</summary>
    public ulong? EvictedBelow { get; private set; }

    /// <summary>The entry above which an alarm that was open when a time began was looked for and not found, when there is more that was not looked at; else null.</summary>
    public ulong? AlarmsSoughtFrom => _alarms.SoughtFrom;

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
            HeldEntries.Read(log, first, end - first, (index, bytes) =>
            {
                if (Entry.Decode(bytes) is ReadingEntry reading && reading.Channel == channel && (!withValue || reading.Value.HasValue))
                    found = index;
            });
            if (found is { } index)
                return index;
            end = first;
        }

        throw new EvidenceException(w => w.NoReading(channel, withValue), Lack.NothingThere);
    }

    /// <summary>What is left of a contiguous range, and the gaps that speak of its time and stand before or after it.</summary>
    /// <exception cref="EvidenceException">It is too long, or nothing is left.</exception>
    /// <exception cref="EntryEvictedException">It begins before the oldest entry held.</exception>
    /// <param name="asked">POSIX seconds between which gaps are sought, where more was asked for than the range's own time.</param>
    /// <param name="channel">Of which what was open at the first entry belongs to it; null: of none.</param>
    public IReadOnlyList<ulong> Range(ulong first, ulong last, (double Since, double Until)? asked = null, string? channel = null)
    {
        if (last - first >= Most)
            throw new EvidenceException(w => w.TooLong(last - first + 1, Most), Lack.Room);
        if (log.Store.Extent.Oldest is var oldest && first < oldest)
            throw new EntryEvictedException(first, oldest);
        var time = Time(first, last);
        var range = Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + (ulong)i).Where(i => !_damaged.Contains(i)).ToList();
        if (range.Count == 0)
            throw new EvidenceException(w => w.AllDamaged(first, last));
        if ((time ?? asked) is not var (since, until))
            return range;
        (since, until) = (Math.Min(since, asked?.Since ?? since), Math.Max(until, asked?.Until ?? until));
        var anchored = Anchored;
        var gaps = new GapFinder(log, _times.Value);
        var before = new SortedSet<ulong>([.. gaps.Before(first, since, until), .. Open(channel, first)]);
        return [.. before, .. range, .. gaps.After(last, since, until).Where(i => i < anchored)];
    }

    /// <summary>
    /// The anchored readings of a channel of a time between two, as their clock turned out to be, the gaps about it, and what happened to it then: its alarms, also the one that was open
    /// when it began, and the changes of its configuration and calibration; nothing of the other channels. Where
    /// a time was recomputed, what lets a reader recompute it is among them.
    /// </summary>
    /// <param name="since">POSIX seconds, included.</param>
    /// <param name="until">POSIX seconds, included.</param>
    /// <exception cref="EvidenceException">There are too many, or none; then it says whether some may have been evicted or damaged.</exception>
    public IReadOnlyList<ulong> Between(string channel, double since, double until)
    {
        var anchored = Anchored;
        var (found, readings, events) = Of(channel, since, until, anchored);
        if (readings.Count > 0)
            found.UnionWith(Open(channel, events.Append(readings.Min(r => r.Index)).Min()));
        found.UnionWith(_times.Value.Witnesses(readings, anchored));
        return [.. found];
    }

    /// <summary>The first and the last entry of a time: of its anchored readings and what happened then, an alarm stands behind its reading; or of the gaps about it where it has none.</summary>
    /// <param name="channel">Null: of all.</param>
    /// <inheritdoc cref="Between"/>
    public (ulong First, ulong Last) Around(string? channel, double since, double until)
    {
        var (found, readings, events) = Of(channel, since, until, Anchored);
        return readings.Count == 0 ? (found.Min, found.Max)
            : (Math.Min(readings.Min(r => r.Index), events.Append(ulong.MaxValue).Min()), Math.Max(readings.Max(r => r.Index), events.Append(0ul).Max()));
    }

    private (SortedSet<ulong> All, List<(ulong Index, ReadingEntry Reading)> Readings, List<ulong> Events) Of(string? channel, double since, double until, ulong anchored)
    {
        var found = new SortedSet<ulong>(new GapFinder(log, _times.Value).OfRemoved(channel, since, until).Where(i => i < anchored));
        var isTold = found.Count > 0;
        var readings = new List<(ulong Index, ReadingEntry Reading)>();
        var events = new List<ulong>();
        var times = _times.Value;
        var batches = new BatchFinder(log, times);
        foreach (var (first, count, mayHaveReadings) in batches.Between(since, until, anchored))
        {
            var damaged = HeldEntries.Read(log, first, count, (index, bytes) =>
            {
                var entry = Entry.Decode(bytes);
                if (!IsMeant(times, index, entry, channel, since, until))
                    return;
                found.Add(index);
                if (entry is ReadingEntry reading)
                    readings.Add((index, reading));
                else if (entry is EventEntry)
                    events.Add(index);
            });
            if (mayHaveReadings)
                _damaged.UnionWith(damaged);
            if (found.Count > Most)
                throw new EvidenceException(w => w.TooMany(Most), Lack.Room);
        }

        if (found.Count == 0)
            throw Nothing(channel, batches.Evicted);
        EvictedBelow = isTold ? null : batches.Evicted?.Oldest;
        return (found, readings, events);
    }

    private ulong[] Open(string? channel, ulong before) => channel is not null && _alarms.OpenAt(channel, before) is { } open ? [open] : [];

    private EvidenceException Nothing(string? channel, (ulong Oldest, WallTime? Sealed)? evicted)
    {
        if (evicted is var (oldest, time))
            return new EvidenceException(w => w.SomeEvicted(oldest, time));
        return _damaged.Count > 0 ? new EvidenceException(w => w.AllDamaged(_damaged.Min, _damaged.Max)) : new EvidenceException(w => w.NoneBetween(channel), Lack.NothingThere);
    }

    /// <summary>Readings, and after them what lets a reader recompute their time where they have none or a wrong one.</summary>
    public IReadOnlyList<ulong> WithTheirTime(IReadOnlyList<ulong> indices)
    {
        var readings = indices.Select(i => (Index: i, Reading: Entry.Decode(KeptEntries.Read(log, i)) as ReadingEntry)).Where(r => r.Reading is not null).Select(r => (r.Index, r.Reading!));
        return [.. new SortedSet<ulong>([.. indices, .. _times.Value.Witnesses(readings, Anchored)])];
    }

    private ulong Anchored => log.Store.NewestReceipt()?.Size ?? throw new EvidenceException(w => w.NothingAnchored, Lack.Anchor);

    /// <summary>From the earliest to the latest time of readings and seals of a range; null when none has one.</summary>
    private (double Since, double Until)? Time(ulong first, ulong last)
    {
        var (since, until) = (double.PositiveInfinity, double.NegativeInfinity);
        var times = _times.Value;
        _damaged.UnionWith(HeldEntries.Read(log, first, last - first + 1, (index, bytes) =>
        {
            if (times.Of(index, Entry.Decode(bytes)) is { Wall.Seconds: var seconds })
                (since, until) = (Math.Min(since, seconds), Math.Max(until, seconds));
        }));
        return since <= until ? (since, until) : null;
    }

    private static bool IsMeant(BootTimes times, ulong index, Entry entry, string? channel, double since, double until) => entry switch
    {
        ReadingEntry reading => (channel is null || reading.Channel == channel) && IsBetween(times.Of(index, reading), since, until),
        EventEntry happened => (channel is null || happened.Subject == channel) && IsBetween(times.Of(index, happened), since, until),
        GapEntry gap => GapFinder.Speaks(gap, channel, since, until),
        _ => false,
    };

    private static bool IsBetween(ShownTime? time, double since, double until) => time?.Wall.Seconds is { } seconds && seconds >= since && seconds <= until;
}
