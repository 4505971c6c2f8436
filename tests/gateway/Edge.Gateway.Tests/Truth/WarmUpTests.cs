using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using static Edge.Ledger.Entries.Reason;

namespace Edge.Gateway.Tests.Truth;

public sealed class WarmUpTests
{
    private readonly RuledChannel _channel = new(new() { WarmUp = TimeSpan.FromSeconds(3), Rate = 1 });

    [Fact]
    public void The_first_values_after_the_start_are_uncertain()
    {
        Assert.Equal(Sample.Uncertain(0, 7, 14, WarmUp), _channel.After(1, 7));
        Assert.Equal([WarmUp, WarmUp, None, None], _channel.Take(7, 7, 7, 7));
    }

    [Theory]
    [InlineData(NoAnswer)]
    [InlineData(BusFault)]
    [InlineData(LoopLow)]
    [InlineData(CalibrationLost)]
    [InlineData(WrongDevice)]
    [InlineData(NotReady)]
    [InlineData(Removed)]
    public void A_device_that_may_have_been_away_warms_up_from_its_first_value_on(Reason away)
    {
        _channel.Take(7, 7, 7, 7);

        Assert.Equal(Sample.Absent(0, away), _channel.After(60, away));
        Assert.Equal([WarmUp, WarmUp, WarmUp, None], _channel.Take(7, 7, 7, 7));
    }

    [Theory]
    [InlineData(NoData)]
    [InlineData(LoopHigh)]
    [InlineData(Saturated)]
    [InlineData(Garbled)]
    [InlineData(Overrun)]
    public void A_device_that_was_there_does_not(Reason absent)
    {
        _channel.Take(7, 7, 7, 7);
        _channel.After(60, absent);

        Assert.Equal([None], _channel.Take(7));
    }

    [Fact]
    public void No_change_is_judged_by_what_was_said_while_it_warmed_up() =>
        Assert.Equal([WarmUp, WarmUp, WarmUp, None, None], _channel.Take(0, 5_000, 0, 7, 7.5));
}
