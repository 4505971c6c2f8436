using Edge.Sensors.Buses.Recovery;

namespace Edge.Sensors.Tests.Buses.Recovery;

/// <summary>What any pair of lines at a bus that nobody holds must do.</summary>
public abstract class BusLinesContract
{
    /// <summary>Lines of a bus with pull-ups that is idle.</summary>
    protected abstract IBusLines Open();

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void A_line_that_is_pulled_low_is_low_and_one_that_is_let_go_is_high(bool clock, bool data)
    {
        using var lines = Open();
        Assert.True(lines.TryDrive(clock, data));
        Assert.True(lines.TryRead(out var clockLevel, out var dataLevel));
        Assert.Equal((clock, data), (clockLevel, dataLevel));
        Assert.True(lines.TryDrive(true, true));
        Assert.Null(lines.Trouble);
    }

    [Fact]
    public void Looking_pulls_nothing_low()
    {
        using var lines = Open();
        Assert.True(lines.TryRead(out var clock, out var data));
        Assert.Equal((true, true), (clock, data));
    }

    [Fact]
    public void A_bus_that_nobody_holds_is_free()
    {
        using var lines = Open();
        Assert.Equal(BusCondition.Free, NineClocks.Free(lines));
    }
}
