using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports;

/// <summary>What a proved file is about, apart from its readings.</summary>
public static class Subjects
{
    /// <summary>The readings by quality.</summary>
    public static QualityCounts Counts(Verdict verdict) =>
        verdict.Readings.Aggregate(default(QualityCounts), (counts, r) => counts.Plus(r.Reading.Quality, r.Reading.Value is null));

    /// <summary>Subjects that are not readings.</summary>
    public static IReadOnlyList<ProvedEntry> Others(Verdict verdict)
    {
        var others = new List<ProvedEntry>();
        var run = 0;
        foreach (var entry in verdict.Entries)
        {
            while (run < verdict.Complete.Count && verdict.Complete[run].Last < entry.Index)
                run++;
            if (run < verdict.Complete.Count && verdict.Complete[run].First <= entry.Index && entry.Entry is not ReadingEntry)
                others.Add(entry);
        }

        return others;
    }
}
