using Edge.Testing;

namespace Edge.House.Tests.Testing;

public class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_moment()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string, double)>();
        using var often = _clock.CreateTimer(_ => Note("often"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var once = _clock.CreateTimer(_ => Note("once"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([("often", 2.0), ("once", 3.0), ("often", 4.0)], fired);
        Assert.Equal(start.AddSeconds(5), _clock.GetUtcNow());

        void Note(string name) => fired.Add((name, (_clock.GetUtcNow() - start).TotalSeconds));
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_is_advanced()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _clock);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
    }

    [Fact]
    public void A_step_of_the_wall_clock_leaves_monotonic_time_alone()
    {
        var before = _clock.GetTimestamp();
        var wall = _clock.GetUtcNow();

        _clock.StepWallClock(TimeSpan.FromHours(-1));

        Assert.Equal(TimeSpan.Zero, _clock.GetElapsedTime(before));
        Assert.Equal(wall.AddHours(-1), _clock.GetUtcNow());
    }
}
