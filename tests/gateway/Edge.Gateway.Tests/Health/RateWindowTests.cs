using Edge.Gateway.Health;

namespace Edge.Gateway.Tests.Health;

public sealed class RateWindowTests
{
    private const double Second = 1e9;
    private readonly RateWindow _window = new();

    [Fact]
    public void Nothing_is_said_during_the_first_minute() => Assert.Null(Look(59, 1000));

    [Fact]
    public void What_grows_evenly_has_that_rate_from_the_first_minute_on()
    {
        Look(0, 5000);

        Assert.Equal(new Rate(10 * 86_400, 60), Look(60, 5600));
        Assert.Equal(new Rate(10 * 86_400, 1000), Look(1000, 15_000));
    }

    [Fact]
    public void Only_the_last_day_counts()
    {
        long value = 0;
        for (var second = 0; second <= 3 * 86_400; second += 30)
            Look(second, value += second < 86_400 ? 3000 : 30);

        var rate = Look((3 * 86_400) + 30, value + 30)!.Value;

        Assert.Equal((86_400.0, 86_400.0), (Math.Round(rate.PerDay), rate.ObservedSeconds));
    }

    [Fact]
    public void An_interval_in_which_something_was_removed_is_left_out_with_its_time()
    {
        Look(0, 0);
        Look(400, 4000);
        Look(700, 7000);

        Look(900, 100);

        Assert.Equal(new Rate(10 * 86_400, 1100), Look(1300, 4100));
    }

    [Fact]
    public void A_figure_that_stands_still_has_the_rate_zero()
    {
        Look(0, 7);
        Assert.Equal(new Rate(0, 500), Look(500, 7));
    }

    private Rate? Look(double second, long value) => _window.Look((ulong)(second * Second) + 1, value);
}
