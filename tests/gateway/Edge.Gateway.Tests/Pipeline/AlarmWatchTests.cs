using Edge.Gateway.Configuration;
using Edge.Gateway.Pipeline;
using Edge.Ledger.Text;

namespace Edge.Gateway.Tests.Pipeline;

public sealed class AlarmWatchTests
{
    private static readonly ChannelSettings Pressure = new() { Name = "main.pressure", Unit = "bar", Resolution = 0.01, Definition = "{}", AlarmLow = 2, AlarmHigh = 8 };

    [Fact]
    public void A_value_that_wanders_about_its_limit_raises_one_alarm_until_it_has_come_back_by_the_deadband()
    {
        double[] wandering = [7.9, 8.1, 7.95, 8.2, 7.6, 7.51, 8.05, 7.5, 8.01];

        Assert.Equal(["8.10 bar is above the limit 8 bar", "7.50 bar is within limits again", "8.01 bar is above the limit 8 bar"], Told(Pressure with { AlarmDeadband = 0.5 }, wandering));
        Assert.Equal(7, Told(Pressure, wandering).Count);
    }

    [Fact]
    public void A_low_limit_has_the_same_deadband() =>
        Assert.Equal(["1.90 bar is below the limit 2 bar", "2.50 bar is within limits again"], Told(Pressure with { AlarmDeadband = 0.5 }, 3, 1.9, 2.1, 1.8, 2.49, 2.5, 2.01));

    [Fact]
    public void What_falls_from_above_one_limit_to_below_the_other_raises_the_other_alarm() =>
        Assert.Equal(["9.00 bar is above the limit 8 bar", "1.00 bar is below the limit 2 bar", "5.00 bar is within limits again"], Told(Pressure with { AlarmDeadband = 0.5 }, 9, 1, 5));

    [Theory]
    [InlineData(8.123456789012345, "8.12 bar is above the limit 8 bar")]
    [InlineData(8.0000123, "8.00001 bar is above the limit 8 bar")]
    [InlineData(1.9996, "1.9996 bar is below the limit 2 bar")]
    [InlineData(-0.0001, "0.00 bar is below the limit 2 bar")]
    public void A_value_is_rounded_to_the_channels_resolution_unless_it_would_look_like_its_limit(double value, string expected) => Assert.Equal([expected], Told(Pressure, value));

    [Fact]
    public void A_plain_number_has_no_unit() => Assert.Equal(["9.00 is above the limit 8"], Told(Pressure with { Unit = "/" }, 9));

    private static List<string> Told(ChannelSettings channel, params double[] values)
    {
        var watch = new AlarmWatch([channel]);
        var crossings = values.Select(v => watch.Look(0, v)).OfType<AlarmWatch.Crossing>().ToList();
        // Who reads the log knows ends by their sentences alone.
        Assert.All(crossings, c => Assert.Equal(!c.IsOpen, AlarmText.IsEnd(c.Text)));
        return [.. crossings.Select(c => c.Text)];
    }
}
