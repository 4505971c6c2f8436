using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Gateway.Evidence;

/// <summary>What was cut.</summary>
/// <param name="Channels">The channels that have readings in it, and how many; most readings first.</param>
/// <param name="Others">Entries that are neither readings nor gaps.</param>
/// <param name="Whole">The range that was asked for and is complete; null when single entries were asked for.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="IsBroken">Some of what was asked for is damaged and left out: no range about it is whole.</param>
public sealed record EvidenceSum(
    IReadOnlyList<(string Channel, int Readings)> Channels, int Gaps, int Others, ulong First, ulong Last, (ulong First, ulong Last)? Whole, long Bytes, bool IsBroken)
{
    /// <param name="entries">Those that evidence was asked for, ascending; at least one.</param>
    /// <param name="range">That was asked for.</param>
    public static EvidenceSum Of(IReadOnlyList<ProvedEntry> entries, (ulong First, ulong Last)? range, long bytes, bool isBroken)
    {
        var channels = entries.Select(e => e.Entry).OfType<ReadingEntry>().CountBy(r => r.Channel).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal);
        var gaps = entries.Count(e => e.Entry is GapEntry);
        return new EvidenceSum(
            [.. channels.Select(c => (c.Key, c.Value))], gaps, entries.Count(e => e.Entry is not (ReadingEntry or GapEntry)), entries[0].Index, entries[^1].Index, isBroken ? null : range, bytes, isBroken);
    }
}
