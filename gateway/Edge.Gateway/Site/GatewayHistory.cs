using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>The past as the log has it.</summary>
public sealed class GatewayHistory(SiteLog log, GatewayConfiguration configuration, TimeProvider time) : ISiteHistory
{
    /// <summary>How long one look takes, at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Bytes of entries in one answer.</summary>
    public const int MostBytes = 512 * 1024;

    private readonly TrendStretches _days = new([.. configuration.Channels.Select(c => c.Name)], TrendGrid.Days(configuration.Channels.Count));
    private readonly TrendStretches _hours = new([.. configuration.Channels.Select(c => c.Name)], TrendGrid.Hours(configuration.Channels.Count));

    public LogPage Readings(LogQuery query, CancellationToken cancellationToken) => log.Look(() =>
    {
        ArgumentNullException.ThrowIfNull(query);
        var sieve = new ReadingSieve(log.Times, query);
        return Page(query, Sought.Readings, sieve.Take, query.Quality is null && query.Below is null ? LaterGaps : null, cancellationToken);
    });

    /// <summary>Readings alone, whatever their quality.</summary>
    internal LogPage ReadingsAlone(LogQuery query, CancellationToken cancellationToken)
    {
        var sieve = new ReadingSieve(log.Times, query);
        return Page(query, Sought.Readings, (index, bytes) => sieve.Take(index, bytes) is { Entry: ReadingEntry } reading ? reading : null, null, cancellationToken);
    }

    public LogPage Events(LogQuery query, CancellationToken cancellationToken) => log.Look(() =>
    {
        ArgumentNullException.ThrowIfNull(query);
        var sieve = new EventSieve(log.Times, log.Openings, query);
        return Page(query, Sought.Events, sieve.Take, null, cancellationToken);
    });

    public Trend Trend(string channel, Period period, int steps, CancellationToken cancellationToken) => log.Look(() =>
        (_days.Bears(period, steps) || period.Until - period.Since > TrendGrid.LongestFine ? _days : _hours).Of(log, channel, period, steps, Budget(cancellationToken)));

    private LookBudget Budget(CancellationToken cancellationToken) => new(time, Longest, MostBytes, cancellationToken);

    /// <param name="take">What is shown of an entry; null: nothing.</param>
    /// <param name="later">What stands behind the stretches looked at and belongs to them.</param>
    private LogPage Page(LogQuery query, Sought sought, Func<ulong, ReadOnlySpan<byte>, LoggedEntry?> take, Func<LogQuery, ulong, IEnumerable<LoggedEntry>>? later, CancellationToken cancellationToken)
    {
        var (budget, marks, shown, damaged) = (Budget(cancellationToken), log.Marks, new List<LoggedEntry>(), 0);
        var walk = new PastWalk(log, sought, query.Period, budget);
        foreach (var (first, count) in walk.Strides(query.Below ?? ulong.MaxValue))
        {
            shown.AddRange(later?.Invoke(query, first + count) ?? []);
            later = null;
            var found = new List<(LoggedEntry Entry, int Length)>();
            damaged += HeldEntries.Read(log.View, first, count, (index, bytes) =>
            {
                if (take(index, bytes) is { } entry)
                    found.Add((entry, bytes.Length));
            }).Count;
            for (var i = found.Count - 1; i >= 0; i--)
            {
                if (shown.Count >= query.Limit || budget.IsSpent && shown.Count > 0)
                    return new LogPage(shown, found[i].Entry.Index + 1, marks) { Damaged = damaged };
                shown.Add(found[i].Entry);
                budget.Take(found[i].Length);
            }
        }

        shown.AddRange(later?.Invoke(query, 0) ?? []);
        return new LogPage(shown, walk.LeftAt, marks) { EvictedBelow = walk.EvictedBelow, Damaged = damaged };
    }

    /// <summary>Gaps about a time that stand behind its readings: of later starts, and of evictions.</summary>
    /// <param name="end">Index after the newest entry that is looked at.</param>
    private IEnumerable<LoggedEntry> LaterGaps(LogQuery query, ulong end)
    {
        if (double.IsInfinity(query.Period.Until))
            return [];
        var found = new GapFinder(log.View, log.Times).After(end > 0 ? end - 1 : 0, query.Period.Since, query.Period.Until);
        return from index in found.Reverse()
               let gap = HeldEntries.Find(log.View, index) is { } bytes ? Entry.Decode(bytes) as GapEntry : null
               where gap is not null && GapFinder.Speaks(gap, query.Channel, query.Period.Since, query.Period.Until)
               select new LoggedEntry(index, gap, null);
    }
}
