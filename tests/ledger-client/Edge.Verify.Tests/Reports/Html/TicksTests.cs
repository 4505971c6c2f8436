using Edge.Verify.Reports.Html;

namespace Edge.Verify.Tests.Reports.Html;

public sealed class TicksTests
{
    [Theory]
    [InlineData(1, 5, 0.2)]
    [InlineData(7, 5, 2)]
    [InlineData(0.003, 5, 0.001)]
    [InlineData(1e300, 5, 2e299)]
    public void Steps_are_round_and_few(double span, int most, double step) => Assert.Equal(step, Ticks.Step(span, most), step * 1e-9);

    [Theory]
    [InlineData(9, 5)]
    [InlineData(61, 30)]
    [InlineData(600, 300)]
    [InlineData(86_400, 21_600)]
    [InlineData(3 * 86_400, 86_400)]
    [InlineData(8e9, 2e9)]
    public void Steps_of_time_divide_minutes_hours_and_days(double seconds, double step) => Assert.Equal(step, Ticks.TimeStep(seconds, 4));

    [Fact]
    public void Ticks_lie_on_multiples_within_the_span() => Assert.Equal([2.0, 4, 6], Ticks.Of(1.5, 7.5, 2));

    [Fact]
    public void Ticks_of_a_day_begin_at_the_zones_midnight() => Assert.Equal([57_600.0, 144_000], Ticks.Of(0, 200_000, 86_400, -8 * 3_600));
}
