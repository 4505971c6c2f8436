using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

public sealed class InstantsTests
{
    [Theory]
    [InlineData("Z", "UTC", "2026-11-20 00:14:02")]
    [InlineData("+08:00", "UTC+8", "2026-11-20 08:14:02")]
    [InlineData("-03:30", "UTC-03:30", "2026-11-19 20:44:02")]
    [InlineData("+05:45", "UTC+05:45", "2026-11-20 05:59:02")]
    public void Times_are_absolute_and_carry_their_zone(string zone, string name, string shown)
    {
        var times = new Instants(Instants.TryParseZone(zone)!.Value, new EnglishPhrases());
        Assert.Equal((name, shown), (times.Zone, times.Full(1_795_133_642)));
    }

    [Theory]
    [InlineData("8")]
    [InlineData("+8:00")]
    [InlineData("+14:01")]
    [InlineData("+08:60")]
    [InlineData("08:00")]
    [InlineData("Asia/Shanghai")]
    public void Other_zones_are_refused(string zone) => Assert.Null(Instants.TryParseZone(zone));

    [Fact]
    public void The_date_is_repeated_only_when_it_changes()
    {
        var times = new Instants(TimeSpan.Zero, new EnglishPhrases());
        Assert.Equal("00:15:08", times.After(1_795_133_642, 1_795_133_708));
        Assert.Equal("2026-11-21 00:14:02", times.After(1_795_133_642, 1_795_133_642 + 86_400));
    }

    [Theory]
    [InlineData(0UL, "1970-01-01 14:00:00")]
    [InlineData(253_402_199_999UL, "9999-12-31 09:59:59")]
    [InlineData(253_402_200_000UL, "after the year 9999 (second 253402200000 since 1970)")]
    [InlineData(9_223_372_036_854_775_807UL, "after the year 9999 (second 9223372036854775807 since 1970)")]
    public void A_time_no_calendar_holds_is_said_in_words_with_its_second(ulong seconds, string shown)
    {
        Assert.Equal(shown, new Instants(TimeSpan.FromHours(14), new EnglishPhrases()).Full(seconds));
        Assert.Equal(seconds >= 253_402_200_000, new Instants(TimeSpan.FromHours(14), new ChinesePhrases()).Full(seconds).StartsWith("公元 9999 年之后", StringComparison.Ordinal));
    }
}
