using System.Collections.Concurrent;
using Edge.Demo.Towns;
using Edge.Integration.Tests.Towns;
using Edge.Ledger.Entries;
using Edge.Testing;
using Edge.Torture.Kill;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Faults;

public sealed class GatewayKillTests
{
    private const int Kills = 20;

    [Fact]
    public async Task A_gateway_that_is_killed_again_and_again_loses_nothing_and_agrees_with_broker_and_city()
    {
        using var folder = new TemporaryDirectory();
        var course = new ConcurrentQueue<string>();

        var report = await new KillTorture(folder.Path, TimeProvider.System, course.Enqueue).RunAsync(Kills, seed: 20261120, CancellationToken.None);

        Assert.True(report.IsPassed, string.Join('\n', [.. course, .. report.Faults]));
        Assert.Equal(Kills, report.Kills);
        Assert.InRange(report.InStart, 1, Kills - 1);
        Assert.True(report.Announced > Kills / 2, report.ToString());
    }

    [Fact]
    public Task SIGTERM_seals_what_is_left_and_the_next_start_says_that_it_was_stopped() => TestTown.PlayAsync(async town =>
    {
        await town.Watch.UntilAsync(s => s.Anchored > 0 && s.Readings > 0);

        Assert.Equal(0, await town.City.Gateway.StopAsync());

        var stopped = town.ReadLog();
        Assert.Empty(LogAudit.Faults(stopped));
        Assert.Equal(stopped.Size, stopped.Newest!.Size);
        await town.City.Gateway.StartAsync();
        await town.Watch.UntilAsync(s => s.Anchored > stopped.Size);
        Assert.Equal(0, await town.City.Gateway.StopAsync());
        var log = town.ReadLog();
        Assert.Empty(LogAudit.Faults(log));
        Assert.Equal(GapReason.Stopped, Assert.Single(log.Entries.OfType<GapEntry>()).Why);
        Assert.Empty(log.Contradictions([stopped.Newest]));
    }, new TownPlan { SealAge = "30s" });
}
