using Edge.Sensors.Buses;
using Edge.Sensors.PulseFlow;

namespace Edge.Sensors.Tests.PulseFlow;

public sealed class PulseCounterTests
{
    [Fact]
    public void The_sequence_may_wrap_without_a_loss()
    {
        var counter = new PulseCounter(0, 1_000_000_000);
        counter.Open();
        counter.Add(new GpioEdge(1_000_000, uint.MaxValue, 1, true));
        counter.Add(new GpioEdge(2_000_000, 0, 1, true));
        Assert.False(counter.Lost);
        Assert.Equal(2, counter.Total);
    }

    [Fact]
    public void A_gap_across_the_wrap_is_counted()
    {
        var counter = new PulseCounter(0, 1_000_000_000);
        counter.Open();
        counter.Add(new GpioEdge(1_000_000, uint.MaxValue - 1, 1, true));
        counter.Add(new GpioEdge(2_000_000, 3, 1, true));
        Assert.True(counter.Lost);
        Assert.Equal(6, counter.Total);
    }

    [Fact]
    public void Falling_edges_are_not_pulses()
    {
        var counter = new PulseCounter(0, 1_000_000_000);
        counter.Open();
        counter.Add(new GpioEdge(1_000_000, 1, 1, false));
        Assert.Equal(0, counter.Total);
    }

    [Fact]
    public void One_pulse_per_window_is_timed_against_the_one_before()
    {
        var counter = new PulseCounter(0, 10_000_000_000);
        for (var second = 1; second <= 3; second++)
        {
            counter.Open();
            counter.Add(new GpioEdge(second * 1_000_000_000L, (uint)second, 1, true));
        }
        Assert.True(counter.TryReadFrequency(3_500_000_000, 0, out var hertz));
        Assert.Equal(1, hertz, 1e-12);
    }
}
