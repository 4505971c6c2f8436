using Edge.Integration.Tests.Towns;
using Edge.Testing;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Faults;

public sealed class DepartmentTests
{
    [Fact]
    public Task With_one_department_ended_anchoring_goes_on_and_it_is_healed_when_it_returns() => TestTown.PlayAsync(async town =>
    {
        await town.Watch.UntilAsync(s => s.Departments.Values.All(d => d.Size > 0));

        await town.City.Find("energy").KillAsync();
        var without = await town.Watch.NextAsync();
        var onward = await town.Watch.UntilAsync(s => s.Anchored > without.Sealed);
        Assert.True(onward.Departments["energy"].Size <= without.Sealed, "a department that is ended cannot have accepted more");
        await town.City.Find("energy").StartAsync();

        await town.Watch.UntilAsync(s => s.Departments["energy"].Size >= onward.Anchored && s.Departments["energy"].Refusal is null);
    });

    [Fact]
    public Task With_two_departments_ended_everything_waits_and_one_that_returns_lets_all_of_it_through() => TestTown.PlayAsync(async town =>
    {
        await town.Watch.UntilAsync(s => s.Anchored > 0);

        await town.City.Find("water").KillAsync();
        await town.City.Find("justice").StopAsync();
        var without = await town.Watch.NextAsync();
        var first = await town.Watch.UntilAsync(s => s.Sealed > without.Sealed);
        var later = await town.Watch.UntilAsync(s => s.Sealed > first.Sealed && s.Readings > first.Readings && s.LagSeconds > 3);
        Assert.True(first.Anchored <= without.Sealed, "two departments are no quorum");
        Assert.Equal(first.Anchored, later.Anchored);
        await Eventually.True(() => town.City.Gateway.Log.Contains("No answer for size", StringComparison.Ordinal));
        await town.City.Find("water").StartAsync();

        var through = await town.Watch.UntilAsync(s => s.Anchored >= later.Sealed);
        Assert.True(through.Departments["justice"].Size <= without.Sealed);
        Assert.Equal(0, await town.City.Gateway.StopAsync());
        Assert.Empty(LogAudit.Faults(town.ReadLog()));
    });
}
