using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Site.Tap;

namespace Edge.Site.Tests.Tap;

public sealed class TapJudgementTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_161_600);
    private static readonly ChannelLimits Both = new(AlarmLow: 6.5, AlarmHigh: 8.5);

    [Theory]
    [InlineData(1, 29, TapState.Good)]
    [InlineData(1, 31, TapState.Stale)]
    [InlineData(60, 179, TapState.Good)]
    [InlineData(60, 181, TapState.Stale)]
    [InlineData(1, -29, TapState.Good)]
    [InlineData(60, -31, TapState.Untimed)]
    public void A_reading_is_old_after_half_a_minute_or_three_of_its_periods(int period, int age, TapState state) =>
        Assert.Equal(state, TapJudgement.State(Channel(TimeSpan.FromSeconds(period)), Reading(7, age: age), Now));

    [Theory]
    [InlineData(7.2, Quality.Good, TapState.Good)]
    [InlineData(7.2, Quality.Uncertain, TapState.Doubtful)]
    [InlineData(7.2, Quality.Bad, TapState.Bad)]
    [InlineData(null, Quality.Good, TapState.Bad)]
    [InlineData(double.NaN, Quality.Good, TapState.Bad)]
    public void What_has_no_number_is_bad_and_what_is_doubted_is_doubtful(double? value, Quality quality, TapState state) =>
        Assert.Equal(state, TapJudgement.State(Channel(), Reading(value, quality), Now));

    [Fact]
    public void Without_a_reading_or_a_time_it_is_said_so()
    {
        Assert.Equal(TapState.None, TapJudgement.State(Channel(), default, Now));
        Assert.Equal(TapState.Untimed, TapJudgement.State(Channel(), new LiveReading(1, 7, Quality.Good, Reason.None, null), Now));
    }

    [Theory]
    [InlineData(6.5, true)]
    [InlineData(6.49, false)]
    [InlineData(8.5, true)]
    [InlineData(8.51, false)]
    public void Limits_are_within_the_limits(double value, bool within) => Assert.Equal(within, TapJudgement.IsWithin(Both, Reading(value), TapState.Good));

    [Fact]
    public void Without_limits_or_a_value_of_now_nothing_is_said_of_them()
    {
        Assert.Null(TapJudgement.IsWithin(ChannelLimits.None, Reading(7), TapState.Good));
        Assert.Null(TapJudgement.IsWithin(Both, Reading(9, age: 100), TapState.Stale));
        Assert.Null(TapJudgement.IsWithin(Both, Reading(null), TapState.Bad));
        Assert.True(TapJudgement.IsWithin(new ChannelLimits(AlarmHigh: 8), Reading(-1), TapState.Good));
    }

    [Theory]
    [InlineData(TapVerdict.InOrder, TapState.Good, true, TapState.Good, true)]
    [InlineData(TapVerdict.OutOfLimits, TapState.Good, true, TapState.Good, false)]
    [InlineData(TapVerdict.OutOfLimits, TapState.Stale, null, TapState.Doubtful, false)]
    [InlineData(TapVerdict.Unknown, TapState.Good, true, TapState.Doubtful, true)]
    [InlineData(TapVerdict.Unknown, TapState.Good, true, TapState.Stale, null)]
    [InlineData(TapVerdict.Unknown, TapState.Good, true, TapState.None, null)]
    public void Nothing_old_doubted_or_missing_is_called_in_order(TapVerdict verdict, TapState one, bool? oneWithin, TapState other, bool? otherWithin) =>
        Assert.Equal(verdict, TapJudgement.Of([(Both, one, oneWithin), (Both, other, otherWithin)]));

    [Fact]
    public void What_has_no_limits_is_not_judged_and_nothing_judged_is_not_in_order()
    {
        Assert.Equal(TapVerdict.InOrder, TapJudgement.Of([(Both, TapState.Good, true), (ChannelLimits.None, TapState.Bad, null)]));
        Assert.Equal(TapVerdict.Unknown, TapJudgement.Of([(ChannelLimits.None, TapState.Good, null)]));
    }

    private static LiveChannel Channel(TimeSpan? period = null) => new("tap.ph", "pH", "water", period ?? TimeSpan.FromSeconds(1), 2);

    private static LiveReading Reading(double? value, Quality quality = Quality.Good, int age = 0) => new(1, value, quality, Reason.None, Now.AddSeconds(-age).ToUnixTimeMilliseconds());
}
