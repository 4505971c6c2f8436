using Edge.Sensors.Buses.Recovery;
using Edge.Simulators.Devices;

namespace Edge.Sensors.Tests.Buses.Recovery;

public sealed class SimulatedBusLinesTests : BusLinesContract
{
    protected override IBusLines Open() => new SimulatedBusLines();

    [Fact]
    public void What_somebody_holds_is_low_although_it_is_let_go()
    {
        var lines = new SimulatedBusLines();
        lines.HoldClock();
        lines.HoldData(1);
        Assert.True(lines.TryDrive(true, true));
        Assert.True(lines.TryRead(out var clock, out var data));
        Assert.Equal((false, false), (clock, data));
    }
}
