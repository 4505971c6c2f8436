using System.Collections.Concurrent;
using Edge.Demo.Towns;
using Edge.Integration.Tests.Towns;
using Edge.Ledger.Entries;
using Edge.Store.Sqlite;
using Edge.Testing;
using Edge.Torture.Kill;
using Edge.Torture.Logs;
using Microsoft.Data.Sqlite;

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

    [Fact]
    public Task A_stop_takes_as_long_as_the_store_needs() => TestTown.PlayAsync(async town =>
    {
        await town.Watch.UntilAsync(s => s.Readings > 0);
        SystemSqlite.Bind();
        await using var other = new SqliteConnection($"Data Source={town.City.Folder.GatewayStore};Pooling=False");
        await other.OpenAsync();
        Task<int> stopped;
        await using (other.BeginTransaction(deferred: false))
        {
            stopped = town.City.Gateway.StopAsync();
            // The time is the point: longer than the 2 s a command line gives by itself, shorter than the 5 s the store waits for a lock.
            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        Assert.Equal(0, await stopped);
        var log = town.ReadLog();
        Assert.Equal(log.Size, log.Newest!.Size);
    });
}
