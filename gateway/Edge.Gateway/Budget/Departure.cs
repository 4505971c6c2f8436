using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Budget;

/// <summary>
/// What goes with some entries: the readings of each channel with their times, and what gaps among them told of readings that went or never came. The gaps that
/// are written for it tell all of it, so what was told once stays told however often room is made.
/// </summary>
internal sealed class Departure
{
    private sealed record Lost(long Readings, long Told, bool Unsure, WallTime? From, WallTime? To)
    {
        public Lost And(long readings, long? told, WallTime? from, WallTime? to) => new(Readings + readings, Told + (told ?? 0), Unsure || told is null, From ?? from, to ?? To);
    }

    /// <summary>No channel's name is empty.</summary>
    private const string All = "";

    private readonly SortedDictionary<(string Channel, GapReason Why), Lost> _lost = [];
    private readonly ulong _first;
    private readonly ulong _end;
    private readonly GapReason _why;
    private ulong _damaged;

    private Departure(ulong first, ulong end, GapReason why) => (_first, _end, _why) = (first, end, why);

    /// <param name="first">Index of the first entry.</param>
    /// <param name="end">Index after the last.</param>
    /// <param name="why">Evicted or released.</param>
    public static Departure Of(LogView log, ulong first, ulong end, GapReason why)
    {
        var departure = new Departure(first, end, why);
        for (var next = first; next < end;)
        {
            try
            {
                log.ReadEntries(next, end - next, (index, bytes) =>
                {
                    departure.Take(Entry.Decode(bytes));
                    next = index + 1;
                });
            }
            catch (LogDamagedException)
            {
                departure._damaged++;
                next++;
            }
        }

        return departure;
    }

    /// <summary>One gap for each channel of which readings go. Its detail begins with the count (<see cref="GapCount"/>).</summary>
    public IEnumerable<GapEntry> Gaps() => _lost.Where(l => l.Value.Readings > 0).Select(Gap);

    /// <summary>One for each channel and reason, and for what was about all channels, of what only gaps among them told. Its detail begins with the count where any is known.</summary>
    public IEnumerable<GapEntry> Retold() => _lost.Where(l => l.Value.Readings == 0).Select(Gap);

    private GapEntry Gap(KeyValuePair<(string Channel, GapReason Why), Lost> lost) => new(
        lost.Key.Channel == All ? [] : [lost.Key.Channel], lost.Value.From, lost.Value.To, lost.Key.Why, Detail(lost.Key.Why, lost.Value));

    private void Take(Entry entry)
    {
        if (entry is ReadingEntry reading)
            Add(reading.Channel, _why, 1, 0, reading.Wall, reading.Wall);
        else if (entry is GapEntry gap)
            Carry(gap);
    }

    private void Carry(GapEntry gap)
    {
        foreach (var channel in gap.Channels.DefaultIfEmpty(All))
            Add(channel, gap.Why, 0, GapCount.Of(gap), gap.From, gap.To);
    }

    private void Add(string channel, GapReason why, long readings, long? told, WallTime? from, WallTime? to)
    {
        var lost = _lost.GetValueOrDefault((channel, why)) ?? new Lost(0, 0, false, null, null);
        _lost[(channel, why)] = lost.And(readings, told, from, to);
    }

    private string Detail(GapReason why, Lost lost)
    {
        List<string> parts = [];
        if (lost.Readings > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{lost.Readings} among entries {_first} to {_end - 1}, which the city had {(why == GapReason.Released ? "" : "not ")}accepted"));
        if (lost.Told > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{lost.Told} that gap entries told of which went too"));
        if (lost.Unsure)
            parts.Add(lost.Told > 0 ? "and such of which they did not know how many" : "gap entries that told of it went too, and did not know how many");
        if (_damaged > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{_damaged} damaged entries of any channel could not be read"));
        var count = lost.Readings + lost.Told;
        return string.Create(CultureInfo.InvariantCulture, $"{(count == 0 && lost.Unsure ? "" : $"{count} {(count == 1 ? "reading" : "readings")}: ")}{string.Join("; ", parts)}");
    }
}
