using Edge.Sensors.Buses;
using Edge.Sensors.PulseFlow;

namespace Edge.Sensors.Tests.PulseFlow;

public sealed class PulseCounterTests
{
    private const long Now = 1_000_000_000_000;

    [Fact]
    public void The_sequence_may_wrap_without_a_loss()
    {
        var counter = new PulseCounter(0, 1_000_000_000);
        counter.Open();
        counter.Add(new GpioEdge(1_000_000, uint.MaxValue, 1, true), Now);
        counter.Add(new GpioEdge(2_000_000, 0, 1, true), Now);
        Assert.False(counter.Lost);
        Assert.Equal(2, counter.Total);
    }

    [Fact]
    public void A_gap_across_the_wrap_is_counted()
    {
        var counter = new PulseCounter(0, 1_000_000_000);
        counter.Open();
        counter.Add(new GpioEdge(1_000_000, uint.MaxValue - 1, 1, true), Now);
        counter.Add(new GpioEdge(2_000_000, 3, 1, true), Now);
        Assert.True(counter.Lost);
        Assert.Equal(6, counter.Total);
    }

    [Fact]
    public void Falling_edges_are_not_pulses()
    {
        var counter = new PulseCounter(0, 1_000_000_000);
        counter.Open();
        counter.Add(new GpioEdge(1_000_000, 1, 1, false), Now);
        Assert.Equal(0, counter.Total);
    }

    [Fact]
    public void One_pulse_per_window_is_timed_against_the_one_before()
    {
        var counter = new PulseCounter(0, 10_000_000_000);
        for (var second = 1; second <= 3; second++)
        {
            counter.Open();
            counter.Add(new GpioEdge(second * 1_000_000_000L, (uint)second, 1, true), Now);
        }
        Assert.True(counter.TryReadFrequency(3_500_000_000, 0, out var hertz));
        Assert.Equal(1, hertz, 1e-12);
    }

    [Theory]
    [InlineData(7u)]
    [InlineData(6u)]
    [InlineData(7u + 0x8000_0000)]
    public void A_number_that_does_not_go_on_is_taken_for_a_new_request_and_adds_no_loss(uint second)
    {
        var counter = new PulseCounter(0, 1_000_000_000);
        counter.Open();
        counter.Add(new GpioEdge(1_000_000, 7, 1, true), Now);
        counter.Add(new GpioEdge(2_000_000, second, 1, true), Now);
        Assert.Equal((true, false, 2L), (counter.Renewed, counter.Lost, counter.Total));
    }

    [Fact]
    public void A_pulse_of_the_future_is_none_and_holds_up_none_of_those_that_follow()
    {
        var counter = new PulseCounter(1000, 1_000_000_000);
        counter.Open();
        counter.Add(new GpioEdge(1_000_000, 1, 1, true), Now);
        counter.Add(new GpioEdge(Now + 1, 2, 1, true), Now);
        counter.Add(new GpioEdge(long.MaxValue, 3, 1, true), Now);
        Assert.True(counter.Renewed);
        counter.Open();
        counter.Add(new GpioEdge(2_000_000, 4, 1, true), Now);
        counter.Add(new GpioEdge(3_000_000, 5, 1, true), Now);
        Assert.Equal((false, false, 3L), (counter.Renewed, counter.Lost, counter.Total));
        Assert.True(counter.TryReadFrequency(4_000_000, 0, out var hertz));
        Assert.Equal(1000, hertz, 1e-9);
    }
}
