using Edge.Ledger.Entries;
using Edge.Sensors.Scales;

namespace Edge.Sensors.Tests.Scales;

public sealed class LoopScaleTests
{
    private static readonly LoopScale Scale = new() { Unit = "bar", Low = 0, High = 16, Shunt = 100 };

    [Theory]
    [InlineData(0, null, Quality.Bad, Reason.LoopLow)]
    [InlineData(3.59, null, Quality.Bad, Reason.LoopLow)]
    [InlineData(3.6, -0.4, Quality.Uncertain, Reason.LoopUnderrange)]
    [InlineData(3.79, -0.21, Quality.Uncertain, Reason.LoopUnderrange)]
    [InlineData(3.801, -0.199, Quality.Good, Reason.None)]
    [InlineData(4, 0.0, Quality.Good, Reason.None)]
    [InlineData(12, 8.0, Quality.Good, Reason.None)]
    [InlineData(20, 16.0, Quality.Good, Reason.None)]
    [InlineData(20.499, 16.499, Quality.Good, Reason.None)]
    [InlineData(20.51, 16.51, Quality.Uncertain, Reason.LoopOverrange)]
    [InlineData(20.99, 16.99, Quality.Uncertain, Reason.LoopOverrange)]
    [InlineData(21.01, null, Quality.Bad, Reason.LoopHigh)]
    [InlineData(-1, null, Quality.Bad, Reason.LoopLow)]
    public void Currents_are_judged_by_NE43(double milliamps, double? value, Quality quality, Reason reason)
    {
        var sample = Scale.Evaluate(2, milliamps / 1000 * 100, 4711);
        Assert.Equal((2, 4711L, quality, reason), (sample.Output, sample.Raw, sample.Quality, sample.Reason));
        Assert.Equal(value is null, sample.Value is null);
        if (value is { } expected)
            Assert.Equal(expected, sample.Value!.Value, 1e-9);
    }

    [Fact]
    public void A_range_may_be_negative_or_run_downwards()
    {
        var down = Scale with { Low = 10, High = -6 };
        Assert.Equal(2, down.Evaluate(0, 1.2, 0).Value!.Value, 1e-9);
    }

    [Fact]
    public void The_resolution_is_one_code_in_the_unit() =>
        Assert.Equal(16.0 / 16 * (0.0625 / 100), Scale.Resolution(0.0000625), 1e-12);

    [Fact]
    public void An_empty_range_and_a_shunt_that_is_none_are_refused()
    {
        Assert.Equal("high", Assert.Single((Scale with { High = 0 }).Validate()).Option);
        Assert.Equal("shunt", Assert.Single((Scale with { Shunt = 0 }).Validate()).Option);
        Assert.Empty(Scale.Validate());
    }
}
