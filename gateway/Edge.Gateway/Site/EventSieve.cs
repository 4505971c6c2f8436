using Edge.Gateway.Evidence;
using Edge.Gateway.Past;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Gateway.Site;

/// <summary>What happened at a time: all but readings, seals and what only repeats itself at each start. What has no time is not ruled out. Entries come in ascending runs.</summary>
/// <param name="openings">Runs of entries that a start of the gateway writes.</param>
internal sealed class EventSieve(BootTimes times, IReadOnlyList<Landmarks.Run> openings, LogQuery query)
{
    private (ulong Index, ulong Monotonic, WallTime? Wall)? _before;

    public LoggedEntry? Take(ulong index, ReadOnlySpan<byte> bytes)
    {
        if (_before?.Index > index)
            _before = null;
        if (ReadingView.TryRead(bytes, out var reading))
        {
            _before = (index, reading.Monotonic, reading.Wall);
            return null;
        }

        var entry = Entry.Decode(bytes);
        if (query.Kind is { } kind && entry.Kind != kind)
            return null;
        if (entry is GapEntry gap)
            return GapFinder.Speaks(gap, query.Channel, query.Period.Since, query.Period.Until) ? new LoggedEntry(index, gap, null) : null;
        return IsShown(index, entry) && Time(index, entry) is var at && !(at?.Wall.Seconds is { } seconds && !query.Period.Has(seconds)) ? new LoggedEntry(index, entry, at) : null;
    }

    private bool IsShown(ulong index, Entry entry) => entry switch
    {
        SealEntry or UnknownEntry => false,
        ConfigurationEntry or CalibrationEntry when openings.Any(o => index - o.First < o.Count) => false,
        _ => query.Channel is not { } channel || Subject(entry) == channel,
    };

    private ShownTime? Time(ulong index, Entry entry) => entry switch
    {
        EventEntry e => times.Of(index, e.Monotonic, e.Wall),
        BootEntry boot => times.Of(index, boot.Monotonic, boot.Wall),
        ClockEntry clock => times.Of(index, clock.Monotonic, clock.After),
        _ => _before is var (place, monotonic, wall) ? times.Of(place, monotonic, wall) : null,
    };

    private static string? Subject(Entry entry) => entry switch
    {
        EventEntry e => e.Subject,
        ConfigurationEntry configuration => configuration.Channel,
        CalibrationEntry calibration => calibration.Channel,
        _ => null,
    };
}
