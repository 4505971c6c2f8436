using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;

namespace Edge.Verify.Reports.Html;

/// <summary>One channel's readings as they are drawn: along the gateway's clock, or along their places in the log when the time is not known of all.</summary>
public sealed class ChannelSeries
{
    /// <summary>Longer silences than this many usual intervals are not joined by a line, whether or not the log has a gap entry.</summary>
    private const double Silence = 2.5;

    private readonly ProvedReading[] _ordered;
    private readonly double[] _x;
    private readonly bool[] _joined;

    /// <param name="readings">Of one channel, in the log's order; at least two.</param>
    /// <param name="complete">Runs in which nothing was withheld.</param>
    /// <param name="time">When a reading was taken, POSIX seconds; as it was stamped by default.</param>
    /// <param name="breaks">Restarts and recorded gaps of the channel, in the log's order: no line may cross them.</param>
    public ChannelSeries(IReadOnlyList<ProvedReading> readings, IReadOnlyList<IndexRange> complete, IReadOnlyList<ProvedEntry> breaks, Func<ProvedReading, double?>? time = null)
    {
        var times = readings.Select(time ?? (r => r.Reading.Wall?.Seconds)).ToArray();
        HasClock = Array.TrueForAll(times, t => t is not null);
        var places = Enumerable.Range(0, readings.Count).ToArray();
        if (HasClock)
            Array.Sort(places, (a, b) => (times[a]!.Value, a).CompareTo((times[b]!.Value, b)));
        _ordered = [.. places.Select(p => readings[p])];
        _x = [.. places.Select(p => HasClock ? times[p]!.Value : readings[p].Index)];
        _joined = new bool[_ordered.Length];
        ulong[] crossed = [.. breaks.Where(b => !HasClock || GapSpan.Of(b.Entry) is null).Select(b => b.Index)];
        var gaps = new GapSpans(breaks.Select(b => GapSpan.Of(b.Entry)).OfType<GapSpan>());
        var longest = Silence * UsualInterval();
        for (var i = 1; i < _ordered.Length; i++)
        {
            var (a, b) = (_ordered[i - 1], _ordered[i]);
            _joined[i] = places[i] == places[i - 1] + 1
                && IsPlotted(a) && IsPlotted(b)
                && a.Boot == b.Boot
                && IsOneRun(complete, a.Index, b.Index)
                && !HasBetween(crossed, a.Index, b.Index)
                && (!HasClock || (X(i) - X(i - 1) <= longest && !gaps.Overlap(X(i - 1), X(i))));
        }
    }

    /// <summary>Whether the readings stand along the gateway's clock (POSIX seconds); else along their places in the log.</summary>
    public bool HasClock { get; }

    public int Count => _ordered.Length;

    public ProvedReading this[int i] => _ordered[i];

    public double X(int i) => _x[i];

    /// <summary>Whether a line may lead here from the one before: nothing is missing between, and both are values to rely on.</summary>
    public bool IsJoined(int i) => _joined[i];

    /// <summary>Bad values are marked and never part of a line.</summary>
    public bool IsPlotted(int i) => IsPlotted(_ordered[i]);

    private static bool IsPlotted(ProvedReading r) => r.Reading is { Value: not null, Quality: not Quality.Bad };

    private static bool IsOneRun(IReadOnlyList<IndexRange> complete, ulong first, ulong last)
    {
        var run = Ascending.First(complete.Count, i => complete[i].Last >= first);
        return run < complete.Count && complete[run].First <= first && last <= complete[run].Last;
    }

    private static bool HasBetween(ulong[] places, ulong after, ulong before)
    {
        var next = Ascending.First(places.Length, i => places[i] > after);
        return next < places.Length && places[next] < before;
    }

    /// <summary>The median distance of neighbours.</summary>
    private double UsualInterval()
    {
        var distances = new double[_ordered.Length - 1];
        for (var i = 1; i < _ordered.Length; i++)
            distances[i - 1] = X(i) - X(i - 1);
        Array.Sort(distances);
        return distances[distances.Length / 2];
    }
}
