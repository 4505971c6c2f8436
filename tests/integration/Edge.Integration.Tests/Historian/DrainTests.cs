using System.Diagnostics;
using Edge.Demo.Towns;
using Edge.Gateway.Configuration;
using Edge.Gateway.Rehearsals;
using Edge.Integration.Tests.Towns;
using Edge.Ledger.Notes;
using Xunit.Abstractions;

namespace Edge.Integration.Tests.Historian;

/// <summary>A long backlog made offline goes to a historian, while all that can die dies.</summary>
public sealed class DrainTests(ITestOutputHelper output)
{
    private const int Backlog = 100_000;
    private const int Rate = 1_000_000;

    [Fact]
    public Task A_backlog_of_100_000_entries_drains_behind_live_ones_through_kills_of_everyone_and_arrives_whole() => TestTown.PlayAsync(async town =>
    {
        var (city, archive) = (town.City, new TownArchive(town.City));
        await city.Gateway.StopAsync();
        await city.Historian!.KillAsync();
        await city.Broker.StopAsync();
        MakeBacklog(city);
        var before = archive.Held().Count;
        await city.Gateway.StartAsync();
        await city.Broker.StartAsync();

        // The city has all of it by one anchor, while no historian is there.
        await town.Watch.CaughtUpAsync();
        Assert.Equal(before, archive.Held().Count);
        await city.Historian.StartAsync();
        await archive.HoldsAsync(held => held.Count > before + 2_000);

        // Live entries overtake the backlog.
        var waits = new List<double>();
        for (var live = 0; live < 3; live++)
        {
            var (size, wait) = ((await town.Watch.NextAsync()).Size, Stopwatch.StartNew());
            await archive.HoldsAsync(held => held.Contains(size));
            output.WriteLine($"entry {size} was there {wait.Elapsed.TotalSeconds:0.0} s after the log had {size}, {Backlog - (int)archive.Held().Spans[0].Count} of the backlog were not");
            waits.Add(wait.Elapsed.TotalSeconds);
            Assert.True(archive.Held().Spans[0].To < Backlog, "the backlog was gone before it was tried");
        }

        Assert.InRange(waits.Order().ElementAt(1), 0, 3);

        // No faster than the bucket lets it, and not much slower.
        var (start, watch) = (archive.Held().Spans[0].To, Stopwatch.StartNew());
        await archive.HoldsAsync(held => held.Spans[0].To >= start + 20_000);
        var bytes = archive.Bytes(start, archive.Held().Spans[0].To);
        var rate = bytes / watch.Elapsed.TotalSeconds;
        output.WriteLine($"{bytes:N0} bytes of backlog in {watch.Elapsed.TotalSeconds:0.0} s: {rate / Rate:0.00} of the rate given");
        Assert.InRange(rate / Rate, 0.2, 1.2);

        await city.Historian.KillAsync();
        await city.Historian.StartAsync();
        await archive.HoldsAsync(held => held.Spans[0].To >= start + 40_000);
        await city.Gateway.KillAsync();
        await city.Gateway.StartAsync();
        await archive.HoldsAsync(held => held.Spans[0].To >= start + 50_000);
        await city.Broker.KillAsync();
        await city.Broker.StartAsync();

        await archive.HoldsAsync(held => held.Spans is [{ From: 0, To: > Backlog }]);
        await town.Watch.CaughtUpAsync();
        var signed = (await town.Watch.NextAsync()).Sealed;
        await archive.HoldsAsync(held => held.Spans is [var all] && all.To >= signed);
        Assert.Equal(0, await city.Gateway.StopAsync());
        var log = town.ReadLog();
        archive.IsTheLog(log, signed, log.RootAt(signed));
        Assert.DoesNotContain("crit", city.Historian.Log, StringComparison.Ordinal);
    }, new TownPlan { HistorianRate = "1MB" });

    /// <summary>The town's gateway as it would have measured offline for a while, with the same pipeline and key, in simulated time.</summary>
    private static void MakeBacklog(Town city)
    {
        var configuration = ConfigurationReader.Read(city.Folder.GatewayConfiguration);
        var quick = configuration with
        {
            Store = configuration.Store with { CommitAge = TimeSpan.FromSeconds(10) }, Seal = new SealSettings { Entries = 4096, Age = TimeSpan.FromMinutes(10) },
        };
        using var gateway = new Rehearsal(quick, configuration.Store.Folder, key: NoteSigner.Parse(File.ReadAllText(city.Folder.GatewayKey).TrimEnd('\n')));
        while (gateway.Log.Size < Backlog)
            gateway.RunTo(gateway.Elapsed + TimeSpan.FromMinutes(1));
        gateway.Stop();
    }
}
