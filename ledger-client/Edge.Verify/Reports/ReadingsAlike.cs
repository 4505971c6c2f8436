using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Many readings of one channel by their quality and reason, the most first: how many, of what values, and, of those that are not good, when.</summary>
/// <param name="Text">"89 uncertain: has not changed for too long; 3.40 bar", "208 good: 148 dry, 60 wet".</param>
/// <param name="When">The longest times of it; empty for good readings.</param>
internal readonly record struct ReadingsAlike(string Text, string When)
{
    public static ReadingsAlike[] Of(IReadOnlyList<ProvedReading> channel, Examination e)
    {
        var values = new ValueText(full: false, e.Phrases);
        var groups = channel.GroupBy(r => (r.Reading.Quality, r.Reading.Reason, r.Reading.Unit)).OrderByDescending(a => a.Count()).ToArray();
        var runs = Run.Of(channel, r => (r.Reading.Quality, r.Reading.Reason, r.Reading.Unit)).ToLookup(r => r.Key);
        return [.. groups.Select(alike => new ReadingsAlike(
            Told(alike, values, e.Phrases),
            alike.Key is { Quality: Quality.Good, Reason: Reason.None } ? "" : ReadingTimes.Longest([.. runs[alike.Key].Select(r => (r.First, r.Last, r.Count))], e)))];
    }

    private static string Told(IGrouping<(Quality Quality, Reason Reason, string Unit), ProvedReading> alike, ValueText values, Phrases phrases)
    {
        var counted = phrases.Alike(alike.Count(), phrases.QualityAndReason(alike.Key.Quality, alike.Key.Reason));
        var measured = alike.Where(r => r.Reading.Value is not null).ToArray();
        if (measured.Length == 0)
            return counted;
        if (States(measured, values, phrases) is { } states)
            return $"{counted}{(alike.Key.Reason == Reason.None ? phrases.Colon : phrases.Semicolon)}{states}";
        var (least, greatest) = (values.WithUnit(measured.MinBy(Value)!), values.WithUnit(measured.MaxBy(Value)!));
        return $"{counted}{phrases.Semicolon}{(least == greatest ? least : phrases.Span(least, greatest))}";
    }

    /// <summary>A contact's values: "148 dry, 60 wet". Null where they are not states.</summary>
    public static string? States(IReadOnlyList<ProvedReading> measured, ValueText values, Phrases phrases) => measured.All(values.IsState)
        ? string.Join(phrases.Comma, measured.GroupBy(values.Of).OrderByDescending(s => s.Count()).Select(s => phrases.Alike(s.Count(), s.Key)))
        : null;

    private static double Value(ProvedReading proved) => proved.Reading.Value!.Value;
}
