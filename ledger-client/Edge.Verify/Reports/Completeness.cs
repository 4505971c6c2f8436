using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports;

/// <summary>What is said of a run of entries from which nothing was withheld: that nothing is missing, or that gaps are recorded in it, and when.</summary>
public static class Completeness
{
    private const int NamedGaps = 2;
    private const int NamedChannels = 3;

    /// <summary>With the number of gaps alone, for places that list them.</summary>
    public static string Of(Examination e, IndexRange run)
    {
        var gaps = Gaps(e, run).Length;
        return gaps == 0 ? e.Phrases.NothingMissing(run.First, run.Last) : $"{Withheld(e, run)}{e.Phrases.GapsRecorded(gaps)}";
    }

    /// <summary>With when, of what and why readings are missing, as far as one sentence can hold it.</summary>
    public static string InFull(Examination e, IndexRange run)
    {
        var gaps = Gaps(e, run);
        if (gaps.Length == 0)
            return e.Phrases.NothingMissing(run.First, run.Last);
        var named = gaps.Take(NamedGaps).Select(g => Named(e, g));
        var more = gaps.Length > NamedGaps ? $"{e.Phrases.Semicolon}{e.Phrases.MoreGaps(gaps.Length - NamedGaps)}" : "";
        return $"{Withheld(e, run)}{e.Phrases.GapsRecorded(gaps.Length)}{e.Phrases.Colon}{string.Join(e.Phrases.Semicolon, named)}{more}";
    }

    private static string Withheld(Examination e, IndexRange run) => e.Phrases.NothingWithheld(run.First, run.Last) + e.Phrases.Semicolon;

    private static GapEntry[] Gaps(Examination e, IndexRange run) =>
        [.. Subjects.Others(e.Verdict).Where(o => o.Index >= run.First && o.Index <= run.Last).Select(o => o.Entry).OfType<GapEntry>()];

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
        return e.Phrases.Gap($"{channels}{more}", gap.From is { } from ? e.Times.Second(from.Seconds) : null, to, e.Times.Zone, e.Phrases.Word(gap.Why));
    }
}
