using Edge.Ledger.Entries;
using Edge.Store.Tree;

namespace Edge.Gateway.Evidence;

/// <summary>Finds readings in a log by what people know of them.</summary>
public sealed class SubjectFinder(LogView log)
{
    private const ulong Stride = 1024;

    /// <summary>The newest anchored reading of a channel.</summary>
    /// <param name="withValue">Only one that has a value.</param>
    /// <exception cref="EvidenceException">There is none.</exception>
    public ulong Latest(string channel, bool withValue)
    {
        var anchored = log.Store.NewestReceipt()?.Size ?? throw new EvidenceException("nothing is anchored yet; try again when the gateway has reached the city");
        var oldest = log.Store.Extent.Oldest;
        for (var end = anchored; end > oldest;)
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

        throw new EvidenceException($"no anchored reading of channel {channel} {(withValue ? "with a value " : "")}is held");
    }
}
