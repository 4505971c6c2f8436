using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>What is said of a run of entries from which nothing was withheld: that nothing is missing, or that gaps are recorded in it, and when; and of a set, that it is none.</summary>
public static class Completeness
{
    private const int NamedRuns = 3;
    private const int NamedChannels = 3;

    /// <summary>Of all runs, each a clause: a few one by one, many as what they come to; and the entries that stand alone. With the number of gaps alone, for places that list them.</summary>
    public static IEnumerable<string> Of(Examination e)
    {
        var runs = e.Verdict.Complete;
        var longer = runs.Where(r => r.Count > 1).ToArray();
        if (!e.Asked.Full && longer.Length > NamedRuns)
            yield return InAll(e, longer);
        else
            foreach (var run in longer)
                yield return Of(e, run);
        if (runs.Count - longer.Length is > 0 and var single)
            yield return e.Phrases.SingleEntries(single);
    }

    private static string Of(Examination e, IndexRange run)
    {
        var gaps = Gaps(e, index => Holds(run, index));
        return gaps.Length == 0 ? e.Phrases.NothingMissing(run.First, run.Last) : Withheld(e, run) + Recorded(e, gaps);
    }

    private static string InAll(Examination e, IndexRange[] runs)
    {
        var gaps = Gaps(e, _ => true);
        var told = e.Phrases.Runs(runs.Sum(r => (long)r.Count), runs[0].First, runs[^1].Last, runs.Length);
        return gaps.Length == 0 ? told : $"{told}{e.Phrases.Semicolon}{Recorded(e, gaps)}";
    }

    private static string Recorded(Examination e, GapEntry[] gaps) =>
        e.Phrases.GapsRecorded(gaps.Length, gaps.Aggregate(0UL, (sum, gap) => sum + GapDetails.Missing(gap)));

    /// <summary>Of all the file is about, with when, of what and why readings are missing, as far as one sentence can hold it; null of one entry that is no gap.</summary>
    public static string? InFull(Examination e)
    {
        var run = e.Verdict.Complete.MaxBy(r => r.Count);
        var isWhole = run.Count > 1 && e.Verdict.Readings.All(r => Holds(run, r.Index));
        var gaps = Gaps(e, _ => true);
        if (gaps.Length == 0)
            return isWhole ? e.Phrases.NothingMissing(run.First, run.Last) : Between(e);
        var more = gaps.Length > 1 ? $"{e.Phrases.Semicolon}{e.Phrases.MoreGaps(gaps.Length - 1)}" : "";
        var recorded = $"{Recorded(e, gaps)}{e.Phrases.Colon}{Named(e, gaps[0])}{more}";
        return isWhole ? Withheld(e, run) + recorded : string.Join(e.Phrases.Semicolon, new[] { Between(e), recorded }.OfType<string>());
    }

    /// <summary>Null of one entry, which has nothing between.</summary>
    private static string? Between(Examination e) => e.Verdict.Complete.Sum(r => (long)r.Count) > 1 ? e.Phrases.Word(Label.NothingBetween) : null;

    private static string Withheld(Examination e, IndexRange run) => e.Phrases.NothingWithheld(run.First, run.Last) + e.Phrases.Semicolon;

    private static bool Holds(IndexRange run, ulong index) => index >= run.First && index <= run.Last;

    private static GapEntry[] Gaps(Examination e, Predicate<ulong> isAmong) =>
        [.. Subjects.Others(e.Verdict).Where(o => isAmong(o.Index)).Select(o => o.Entry).OfType<GapEntry>()];

    private static string Named(Examination e, GapEntry gap)
    {
        var channels = string.Join(e.Phrases.Comma, gap.Channels.Take(NamedChannels).Select(ShownText.Name));
        var more = gap.Channels.Count > NamedChannels ? $" {e.Phrases.More(gap.Channels.Count - NamedChannels)}" : "";
        var to = (gap.From, gap.To) switch
        {
            ({ } begin, { } end) => e.Times.SecondAfter(begin.Seconds, end.Seconds),
            (null, { } end) => e.Times.Second(end.Seconds),
            _ => null,
        };
        return e.Phrases.Gap($"{channels}{more}", gap.From is { } from ? e.Times.Second(from.Seconds) : null, to, e.Times.Zone, GapDetails.Reason(gap, e.Phrases.Word(gap.Why), e.Phrases.Language));
    }
}
