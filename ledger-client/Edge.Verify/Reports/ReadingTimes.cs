using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>When readings were so, in one bounded sentence: by the gateway's clock as it is shown, or by their places in the log where it is not known of all.</summary>
internal static class ReadingTimes
{
    private const int MostSpans = 3;
    private const int MostChanges = 6;

    /// <summary>"gateway's clock (UTC): 89 from 2026-11-20 08:14:02 to 08:15:30; 1 at ...; and 12 more": the longest, in the log's order.</summary>
    public static string Longest(IReadOnlyList<(ProvedReading First, ProvedReading Last, int Count)> spans, Examination e)
    {
        var named = spans.OrderByDescending(s => s.Count).Take(MostSpans).OrderBy(s => s.First.Index).ToArray();
        var place = new Places(named.SelectMany(s => new[] { s.First, s.Last }), e);
        return place.Sentence(named.Select(s => e.Phrases.During(s.Count, place.Of(s.First), s.Count == 1 ? null : place.Of(s.Last))), spans.Count - named.Length);
    }

    /// <summary>"states and their changes; gateway's clock (UTC): dry from 2026-11-20 08:14:02; wet from 08:15:30; and 4 more": a contact's first state and its changes.</summary>
    /// <returns>Empty when it is no contact, or has no value.</returns>
    public static string Changes(IReadOnlyList<ProvedReading> channel, Examination e)
    {
        var values = new ValueText(full: false, e.Phrases);
        var measured = channel.Where(r => r.Reading.Value is not null).ToArray();
        if (measured.Length == 0 || !measured.All(values.IsState))
            return "";
        var states = Run.Of(measured, values.Of).ToArray();
        var place = new Places(states.Take(MostChanges).Select(s => s.First), e);
        return $"{e.Phrases.Word(Label.Changes)}{e.Phrases.Semicolon}{place.Sentence(states.Take(MostChanges).Select(s => e.Phrases.Since(s.Key, place.Of(s.First))), Math.Max(0, states.Length - MostChanges))}";
    }

    /// <summary>Names places in time, each date once.</summary>
    private sealed class Places(IEnumerable<ProvedReading> readings, Examination e)
    {
        private readonly bool _hasClock = readings.All(r => e.Displayed.Of(r) is not null);
        private double? _before;

        /// <summary>To be asked in the order of the sentence.</summary>
        public string Of(ProvedReading reading)
        {
            if (!_hasClock)
                return e.Phrases.Entries([reading.Index], 0);
            var seconds = e.Displayed.Of(reading)!.Value.Wall.Seconds;
            var text = _before is { } before ? e.Times.SecondAfter(before, seconds) : e.Times.Second(seconds);
            _before = seconds;
            return text;
        }

        public string Sentence(IEnumerable<string> parts, int more)
        {
            var all = string.Join(e.Phrases.Semicolon, more > 0 ? parts.Append(e.Phrases.MoreGaps(more)) : parts);
            return _hasClock ? $"{e.Phrases.Word(Label.DeviceTime)} ({e.Times.Zone}){e.Phrases.Colon}{all}" : all;
        }
    }
}
