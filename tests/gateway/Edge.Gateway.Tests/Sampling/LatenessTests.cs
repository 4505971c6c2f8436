using Edge.Gateway.Sampling;

namespace Edge.Gateway.Tests.Sampling;

public sealed class LatenessTests
{
    private readonly Lateness _lateness = new();

    private void Add(double microseconds, int times = 1)
    {
        for (var i = 0; i < times; i++)
            _lateness.Add(TimeSpan.FromMicroseconds(microseconds));
    }

    private double? Percentile(double percent) => _lateness.Percentile(percent)?.TotalMicroseconds;

    [Fact]
    public void Before_the_first_round_nothing_is_known() => Assert.Null(Percentile(50));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1000)]
    [InlineData(123_456)]
    [InlineData(60_000_000)]
    public void A_lateness_is_told_with_at_most_an_eighth_too_much_and_never_too_little(double microseconds)
    {
        Add(microseconds);
        Assert.InRange(Percentile(50)!.Value, microseconds + 0.001, Math.Max(microseconds + 1, microseconds * 1.125 + 1));
    }

    [Fact]
    public void Half_of_the_rounds_and_99_of_a_hundred_are_told_apart()
    {
        Add(3, times: 98);
        Add(5000, times: 1);
        Add(90_000, times: 1);
        Assert.Equal(4, Percentile(50));
        Assert.Equal(4, Percentile(98));
        Assert.InRange(Percentile(99)!.Value, 5000, 5625);
        Assert.InRange(Percentile(100)!.Value, 90_000, 101_250);
    }

    [Fact]
    public void Too_early_counts_as_on_time_and_later_than_the_last_step_as_that()
    {
        Add(-5);
        Assert.Equal(1, Percentile(100));
        Add(1e9);
        Assert.InRange(Percentile(100)!.Value, 67_000_000, 67_200_000);
    }

    [Fact]
    public void What_is_old_counts_less_and_less()
    {
        Add(5000, times: 65_536);
        Add(3, times: 65_536);
        Assert.Equal(4, Percentile(50));
        Assert.InRange(Percentile(99)!.Value, 5000, 5625);
        Add(3, times: 8 * 65_536);
        Assert.Equal(4, Percentile(99));
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        Add(3, times: 70_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Add(3, times: 70_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
