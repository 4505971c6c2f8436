using Edge.Ledger.Entries;

namespace Edge.Verify.Audit;

/// <summary>Entries that the log itself tells to be lost.</summary>
/// <param name="Gap">Index of the gap that tells of them.</param>
public readonly record struct ToldLoss(LostEntries Entries, ulong Gap)
{
    /// <summary>Gaps that are named.</summary>
    private const int MaxNamed = 5;

    /// <summary>The gaps that tell of entries which are not there, as a text.</summary>
    /// <param name="lost">Those entries, in the log's order.</param>
    public static string Gaps(IEnumerable<ToldLoss> told, IReadOnlyList<LostEntries> lost)
    {
        var gaps = told.Where(t => t.IsOf(lost)).Take(MaxNamed + 1).Select(t => t.Gap.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return gaps.Count > MaxNamed ? string.Join(", ", gaps.Take(MaxNamed)) + ", ..." : string.Join(", ", gaps);
    }

    private bool IsOf(IReadOnlyList<LostEntries> lost)
    {
        var (from, to) = (0, lost.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (lost[middle].Last < Entries.First)
                from = middle + 1;
            else
                to = middle;
        }

        return from < lost.Count && lost[from].First <= Entries.Last;
    }
}
