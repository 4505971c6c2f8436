using Edge.Gateway.Budget;
using Edge.Store.Log;

namespace Edge.Gateway.Tests.Budget;

public sealed class RoomTests
{
    private const long Kilo = 1000;

    [Theory]
    [InlineData(400, 10_000, 0, 600)]
    [InlineData(400, 10_000, 100, 500)]
    [InlineData(400, 700, 100, 200)]
    [InlineData(1200, 10_000, 0, -200)]
    public void A_log_may_grow_to_its_budget_without_the_reserve_and_not_into_the_floor(long total, long free, long reserve, long left) =>
        Assert.Equal(left * Kilo, Gauge().Measure(new StoreUsage(total * Kilo, 0, free * Kilo), reserve * Kilo).Left);

    [Fact]
    public void Below_the_floor_it_may_have_what_it_had_until_there_is_room_again()
    {
        var gauge = Gauge();

        Assert.Equal(0, gauge.Measure(new StoreUsage(400 * Kilo, 0, 300 * Kilo), reserve: 0).Left);
        Assert.Equal(50 * Kilo, gauge.Measure(new StoreUsage(350 * Kilo, 0, 0), reserve: 0).Left);
        Assert.Equal(-10 * Kilo, gauge.Measure(new StoreUsage(410 * Kilo, 0, 0), reserve: 0).Left);
        Assert.Equal(100 * Kilo, gauge.Measure(new StoreUsage(410 * Kilo, 0, 600 * Kilo), reserve: 0).Left);
    }

    private static RoomGauge Gauge() => new(budget: 1000 * Kilo, floor: 500 * Kilo);
}
