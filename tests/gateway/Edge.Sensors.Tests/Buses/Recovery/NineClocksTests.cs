using Edge.Sensors.Buses.Recovery;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Buses.Recovery;

public sealed class NineClocksTests
{
    private readonly SimulatedBusLines _lines = new();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    public void A_device_that_waits_for_clocks_gets_them_and_then_a_stop(int clocks)
    {
        _lines.HoldData(clocks);
        Assert.Equal(BusCondition.Freed, NineClocks.Free(_lines));
        Assert.False(_lines.IsHeld);
        Assert.Equal((clocks, 1), (_lines.Clocks, _lines.Stops));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(SimulatedBusLines.Never)]
    public void Nine_clocks_are_given_and_not_one_more(int clocks)
    {
        _lines.HoldData(clocks);
        Assert.Equal(BusCondition.DataHeld, NineClocks.Free(_lines));
        Assert.Equal((9, 0), (_lines.Clocks, _lines.Stops));
    }

    [Fact]
    public void No_clock_is_given_while_SCL_is_held()
    {
        _lines.HoldClock();
        Assert.Equal(BusCondition.ClockHeld, NineClocks.Free(_lines));
        _lines.HoldData(3);
        Assert.Equal(BusCondition.ClockHeld, NineClocks.Free(_lines));
        Assert.Equal(0, _lines.Clocks);
    }

    [Fact]
    public void Nothing_is_driven_on_a_bus_that_is_free()
    {
        Assert.Equal(BusCondition.Free, NineClocks.Free(_lines));
        Assert.Equal(0, _lines.Clocks);
    }

    [Fact]
    public void Lines_that_cannot_be_reached_tell_nothing()
    {
        _lines.HoldData(3);
        _lines.Lose("no such chip");
        Assert.Equal(BusCondition.Unknown, NineClocks.Free(_lines));
    }
}
