using Edge.Gateway.Past;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>The times to show for entries of a log: as stamped, or recomputed by what the clock turned out to be (SPEC.md section 2, Display time).</summary>
internal sealed class BootTimes(LogView log)
{
    private readonly LoggedBoots _boots = new(log);

    /// <summary>Of a reading, a seal or what happened; null of other entries, and when nothing says what time it was.</summary>
    public ShownTime? Of(ulong index, Entry entry) => entry switch
    {
        ReadingEntry reading => Of(index, reading.Monotonic, reading.Wall),
        EventEntry happened => Of(index, happened.Monotonic, happened.Wall),
        SealEntry seal => Of(index, seal.To, seal.Wall),
        _ => null,
    };

    /// <summary>Index of the boot entry of the run an entry is in; 0 when it is not held.</summary>
    public ulong RunOf(ulong index) => _boots.Of(index)?.First ?? 0;

    /// <summary>
    /// Entries to be shown beside readings whose time is recomputed, so that a reader can do so: of each correction the first reading of the same channel
    /// after it, whose context names it and its boot.
    /// </summary>
    /// <param name="readings">Readings asked for.</param>
    /// <param name="anchored">Only entries below can be shown.</param>
    public IEnumerable<ulong> Witnesses(IEnumerable<(ulong Index, ReadingEntry Reading)> readings, ulong anchored) =>
        readings.Select(r => (r.Reading.Channel, Place: Correction(r.Index, r.Reading)))
            .Distinct()
            .Select(c => c.Place is { } place ? Witness(c.Channel, place, anchored) : null)
            .OfType<ulong>();

    /// <summary>Of what was stamped in the run of an entry.</summary>
    /// <param name="monotonic">ns.</param>
    /// <param name="own">Wall time as it was stamped.</param>
    public ShownTime? Of(ulong index, ulong monotonic, WallTime? own) => _boots.Of(index) is { } run
        ? _boots.Clocks(run.Boot).Of(monotonic, own)
        : own is { } stamped ? new ShownTime(stamped, null) : null;

    private ulong? Correction(ulong index, ReadingEntry reading) =>
        _boots.Of(index) is { } run && _boots.Clocks(run.Boot).Of(reading.Monotonic, reading.Wall)?.Correction is { } monotonic
            ? _boots.Place(run.Boot, monotonic)
            : null;

    private ulong? Witness(string channel, ulong place, ulong anchored)
    {
        var boot = _boots.Of(place)?.Boot;
        for (var first = place + 1; first < anchored && _boots.Of(first)?.Boot == boot; first += Stride)
        {
            ulong? found = null;
            HeldEntries.Read(log, first, Math.Min(Stride, anchored - first), (index, bytes) =>
            {
                if (found is null && Entry.Decode(bytes) is ReadingEntry { Wall: not null } reading && reading.Channel == channel && _boots.Of(index)?.Boot == boot)
                    found = index;
            });
            if (found is not null)
                return found;
        }

        return null;
    }

    private const ulong Stride = 256;
}
