using Edge.Sensors.Catalog;

namespace Edge.Sensors.Tests.Catalog;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("500ms", 5_000_000)]
    [InlineData("1s", 10_000_000)]
    [InlineData("1.5 s", 15_000_000)]
    [InlineData("20min", 12_000_000_000)]
    [InlineData("2h", 72_000_000_000)]
    [InlineData("100us", 1_000)]
    [InlineData("200ns", 2)]
    [InlineData("0s", 0)]
    public void Durations_are_numbers_with_a_unit(string text, long ticks)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(ticks, duration.Ticks);
        Assert.True(DurationText.TryParse(DurationText.Format(duration), out var again));
        Assert.Equal(duration, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1e9h")]
    [InlineData("1 fortnight")]
    public void Anything_else_is_refused(string text) => Assert.False(DurationText.TryParse(text, out _));
}
