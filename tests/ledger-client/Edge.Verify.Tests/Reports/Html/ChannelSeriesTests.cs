using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Reports.Html;

namespace Edge.Verify.Tests.Reports.Html;

public sealed class ChannelSeriesTests
{
    private static readonly BootEntry Boot = new(Guid.Empty, 5, null, ClockSource.None, "edge", "");
    private static readonly IReadOnlyList<IndexRange> Whole = [new(0, 100)];

    [Fact]
    public void Neighbours_are_joined_where_nothing_is_missing() => Assert.Equal("·---", Joins([At(1), At(2), At(3), At(4)]));

    [Fact]
    public void Nothing_leads_to_or_from_a_value_that_is_bad_or_absent()
    {
        Assert.Equal("···-", Joins([At(1), At(2) with { Value = null }, At(3), At(4)]));
        Assert.Equal("···-", Joins([At(1), At(2) with { Quality = Quality.Bad }, At(3), At(4)]));
        Assert.Equal("·---", Joins([At(1), At(2) with { Quality = Quality.Uncertain }, At(3), At(4)]));
    }

    [Fact]
    public void Nothing_leads_across_a_recorded_gap_or_a_silence()
    {
        Assert.Equal("·-·-", Joins([At(1), At(2), At(3), At(4)], breaks: [Gap(place: 5, null, null)]));
        Assert.Equal("·-·-", Joins([At(1), At(2), At(3), At(4)], breaks: [Gap(place: 5, 2, null)]));
        Assert.Equal("·-·-", Joins([At(1), At(2), At(5), At(6)]));
    }

    [Theory]
    [InlineData("·-·-", 2.4, 2.6)]
    [InlineData("·-·-", 2.0, 3.0)]
    [InlineData("····", 1.5, 3.5)]
    [InlineData("··--", -5, 1.1)]
    [InlineData("·---", 4, 9)]
    public void A_gap_that_tells_its_times_lifts_the_line_then_wherever_its_entry_stands(string expected, double from, double to)
    {
        Assert.Equal(expected, Joins([At(1), At(2), At(3), At(4)], breaks: [Gap(place: 7, from, to)]));
        Assert.Equal(expected, Joins([At(1), At(2), At(3), At(4)], breaks: [Gap(place: 3, from, to), Gap(place: 7, from, to)]));
    }

    [Fact]
    public void Along_places_a_gap_lifts_the_line_at_its_own() =>
        Assert.Equal("··--", Joins([At(1), At(2), At(3), At(4) with { Wall = null }], breaks: [Gap(place: 3, 2.4, 2.6)]));

    [Fact]
    public void Nothing_leads_across_entries_that_are_not_shown() =>
        Assert.Equal("·-·-", Joins([At(1), At(2), At(3), At(4)], complete: [new(0, 4), new(6, 100)]));

    [Fact]
    public void Nothing_leads_across_a_restart()
    {
        var readings = Proved([At(1), At(2), At(3), At(4)]);
        readings[2] = readings[2] with { Boot = Boot with { Monotonic = 6 } };
        readings[3] = readings[3] with { Boot = readings[2].Boot };
        Assert.Equal("·-·-", Joins(new ChannelSeries(readings, Whole, [])));
    }

    [Fact]
    public void A_clock_set_back_is_drawn_in_the_order_of_time_without_a_line_back() =>
        Assert.Equal("·--·-", Joins([At(4), At(5), At(1), At(2.5), At(3)]));

    [Fact]
    public void Readings_of_one_instant_keep_their_order() => Assert.Equal("·--", Joins([At(1), At(1), At(1)]));

    [Fact]
    public void Without_a_clock_they_stand_at_their_places_in_the_log()
    {
        var series = new ChannelSeries(Proved([At(1), At(2) with { Wall = null }]), Whole, []);
        Assert.False(series.HasClock);
        Assert.Equal((2, 4), (series.X(0), series.X(1)));
    }

    private static ReadingEntry At(double time) => new("a", "bar", time, null, Quality.Good, Reason.None, 0, new WallTime(time, 1), default);

    /// <summary>Every second entry of the log is one of them.</summary>
    private static ProvedReading[] Proved(ReadingEntry[] readings) =>
        [.. readings.Select((r, i) => new ProvedReading(2 * (ulong)(i + 1), r, Boot, null, null, null, null, null, null))];

    private static string Joins(ReadingEntry[] readings, IReadOnlyList<IndexRange>? complete = null, IReadOnlyList<ProvedEntry>? breaks = null) =>
        Joins(new ChannelSeries(Proved(readings), complete ?? Whole, breaks ?? []));

    private static ProvedEntry Gap(ulong place, double? from, double? to) =>
        new(place, new GapEntry(["a"], from is { } begin ? new WallTime(begin, 1) : null, to is { } end ? new WallTime(end, 1) : null, GapReason.Overrun, ""));

    private static string Joins(ChannelSeries series) => string.Concat(Enumerable.Range(0, series.Count).Select(i => series.IsJoined(i) ? '-' : '·'));
}
