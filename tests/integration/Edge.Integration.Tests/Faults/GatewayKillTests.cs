using Edge.Demo.Towns;
using Edge.Integration.Tests.Logs;
using Edge.Integration.Tests.Mqtt;
using Edge.Integration.Tests.Towns;
using Edge.Ledger.Entries;
using Edge.Ledger.Notes;

namespace Edge.Integration.Tests.Faults;

public sealed class GatewayKillTests
{
    private const int Kills = 6;

    [Fact]
    public Task A_gateway_that_is_killed_again_and_again_goes_on_with_the_log_it_announced() => TestTown.PlayAsync(async town =>
    {
        var plan = town.City.Plan;
        await using var listener = await Listener.ConnectAsync(town.City.BrokerPort, $"edge/v1/{plan.GatewayId}/+");
        await town.Watch.UntilAsync(s => s.Anchored > 0);
        var random = new Random(20261120);
        var told = new List<ulong>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await RandomMomentAsync(random);
            told.Add(await KillAsync(town));
            var started = town.City.Gateway.StartAsync();
            // The third is killed as it starts, before it can say anything.
            if (kill == 2)
            {
                await town.City.Gateway.KillAsync();
                await Assert.ThrowsAsync<TownException>(() => started);
                await town.City.Gateway.StartAsync();
            }
            else
            {
                await started;
            }
        }

        var end = await town.Watch.CaughtUpAsync();
        Assert.Null(end.Halted);
        Assert.Equal(0, await town.City.Gateway.StopAsync());

        var log = town.ReadLog();
        LogAudit.Check(log);
        Assert.Equal(log.Size, log.Newest!.Size);
        Assert.All(told, size => Assert.True(size <= log.Size, $"size {size} was durable; the log ends at {log.Size}"));
        var boots = log.Entries.Count(e => e is BootEntry);
        Assert.InRange(boots, Kills + 1, Kills + 2);
        Assert.Equal(boots - 1, log.Entries.OfType<GapEntry>().Count(g => g.Why == GapReason.PoweredOff));
        var announced = listener.Anchors(plan.GatewayId).Concat(listener.Receipts(plan.GatewayId)).ToList();
        Assert.All(announced, note => Assert.NotNull(town.Policy.Check(note, plan.Origin).Checkpoint));
        Assert.True(announced.Count > Kills);
        log.Continues(announced.Select(Checkpoint.Parse));
        Assert.True(log.Anchored >= end.Anchored);
    }, new TownPlan { SealAge = "3s" });

    [Fact]
    public Task SIGTERM_seals_what_is_left_and_the_next_start_says_that_it_was_stopped() => TestTown.PlayAsync(async town =>
    {
        await town.Watch.UntilAsync(s => s.Anchored > 0 && s.Readings > 0);

        Assert.Equal(0, await town.City.Gateway.StopAsync());

        var stopped = town.ReadLog();
        LogAudit.Check(stopped);
        Assert.Equal(stopped.Size, stopped.Newest!.Size);
        await town.City.Gateway.StartAsync();
        await town.Watch.UntilAsync(s => s.Anchored > stopped.Size);
        Assert.Equal(0, await town.City.Gateway.StopAsync());
        var log = town.ReadLog();
        LogAudit.Check(log);
        Assert.Equal(GapReason.Stopped, Assert.Single(log.Entries.OfType<GapEntry>()).Why);
        log.Continues([stopped.Newest]);
    }, new TownPlan { SealAge = "30s" });

    /// <summary>Where in its cycle of samples, commits, seals and anchors the gateway is hit is the seed's business.</summary>
    private static Task RandomMomentAsync(Random random) => Task.Delay(random.Next(3000));

    /// <summary>Kills; returns the size it had last said to be durable.</summary>
    private static async Task<ulong> KillAsync(TestTown town)
    {
        var size = town.Watch.Newest?.Size ?? 0;
        await town.City.Gateway.KillAsync();
        return size;
    }
}
