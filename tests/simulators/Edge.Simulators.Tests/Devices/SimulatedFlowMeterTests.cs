using Edge.Sensors.Buses;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Tests.Devices;

public sealed class SimulatedFlowMeterTests
{
    [Theory]
    [InlineData(60, 1)]
    [InlineData(7, 13)]
    [InlineData(0.013, 997)]
    public void The_count_is_exact_over_time_however_often_it_is_looked_at(double litresPerMinute, int millisecondsPerLook)
    {
        var clock = new SimulatedClock();
        var line = new SimulatedGpioLine("line", 1_000_000);
        var meter = new SimulatedFlowMeter(new AdjustableSignal(litresPerMinute), 450, line, clock);
        var looks = 600_000 / millisecondsPerLook;
        for (var i = 0; i < looks; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(millisecondsPerLook));
            meter.CatchUp();
        }
        Assert.InRange(line.Written, Math.Floor(litresPerMinute * 450 * looks * millisecondsPerLook / 60_000 - 1e-3), litresPerMinute * 450 * looks * millisecondsPerLook / 60_000 + 1e-3);
    }

    [Fact]
    public void Stamps_are_evenly_spaced_and_never_in_the_future()
    {
        var clock = new SimulatedClock();
        var line = new SimulatedGpioLine("line");
        var meter = new SimulatedFlowMeter(new AdjustableSignal(20), 450, line, clock);
        var edges = new GpioEdge[64];
        var position = 0L;
        long? last = null;
        for (var i = 0; i < 200; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(17));
            meter.CatchUp();
            for (var n = line.ReadFrom(ref position, edges) - 1; n > 0; n--)
                Assert.InRange(edges[n].Nanoseconds - edges[n - 1].Nanoseconds, 6_666_665, 6_666_669);
            Assert.True(edges[0].Nanoseconds <= clock.Now);
            if (last is { } before)
                Assert.InRange(edges[0].Nanoseconds - before, 1, 27_000_000);
            last = edges[0].Nanoseconds;
        }
    }

    [Fact]
    public void An_absurd_flow_neither_drowns_nor_kills_it()
    {
        var clock = new SimulatedClock();
        var line = new SimulatedGpioLine("line");
        var flow = new AdjustableSignal(-1.18e42);
        var meter = new SimulatedFlowMeter(flow, 450, line, clock);
        clock.Advance(TimeSpan.FromSeconds(1));
        meter.CatchUp();
        Assert.Equal(0, line.Written);
        flow.Value = 1e300;
        clock.Advance(TimeSpan.FromSeconds(1));
        meter.CatchUp();
        Assert.Equal(20_000, line.Written);
    }
}
