using Edge.Ledger.Mqtt.Sessions;
using Edge.Testing;

namespace Edge.Ledger.Mqtt.Tests.Sessions;

public sealed class BackOffTests
{
    private static async Task<List<TimeSpan>> WaitsAsync(int seed)
    {
        var clock = new ManualTimeProvider();
        var waits = new List<TimeSpan>();
        var pipeline = new BackOff { First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(8), Seed = seed }.Build(clock, e => e is TimeoutException, (_, wait) => waits.Add(wait));
        var tries = 0;
        var running = pipeline.ExecuteAsync(_ => ++tries <= 40 ? throw new TimeoutException() : ValueTask.CompletedTask).AsTask();
        while (!running.IsCompleted) clock.Advance(TimeSpan.FromSeconds(8));
        await running;
        return waits;
    }

    [Fact]
    public async Task Grows_to_its_cap_and_stays_there()
    {
        var waits = await WaitsAsync(seed: 7);
        Assert.Equal(40, waits.Count);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(8)));
        Assert.All(waits.Skip(10), wait => Assert.True(wait >= TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public async Task Depends_on_its_seed_alone()
    {
        Assert.Equal(await WaitsAsync(1), await WaitsAsync(1));
        Assert.NotEqual(await WaitsAsync(1), await WaitsAsync(2));
    }

    [Fact]
    public void Refuses_waits_that_make_no_sense()
    {
        Assert.Throws<ArgumentException>(() => new BackOff { First = TimeSpan.Zero }.Build(TimeProvider.System, _ => true, (_, _) => { }));
        Assert.Throws<ArgumentException>(() => new BackOff { First = TimeSpan.FromMinutes(1) }.Build(TimeProvider.System, _ => true, (_, _) => { }));
    }
}
