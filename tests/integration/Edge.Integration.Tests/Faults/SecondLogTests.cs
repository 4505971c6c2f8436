using System.Text.RegularExpressions;
using Edge.Demo.Towns;
using Edge.Integration.Tests.Historian;
using Edge.Integration.Tests.Logs;
using Edge.Integration.Tests.Towns;
using Edge.Ledger.City.Witnessing;
using Edge.Store.Log;
using Edge.Testing;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Faults;

/// <summary>One key, two histories: whoever is not the one the departments know must stop anchoring, and go on measuring.</summary>
public sealed class SecondLogTests
{
    /// <remarks>The copy may hear the first one's receipt before it has asked for anything, so a department need not have refused it.</remarks>
    [Fact]
    public Task A_copied_gateway_with_another_store_is_refused_and_the_first_goes_on() => TestTown.PlayAsync(async town =>
    {
        var known = await town.Watch.UntilAsync(s => s.Departments.Values.All(d => d.Size > 0));
        await using var copy = Start(town, "a-copied-gateway-log");

        await HaltedAsync(copy);

        Assert.Null((await town.Watch.UntilAsync(s => s.Anchored > known.Sealed)).Halted);
        Assert.Equal(0, await copy.StopAsync());
        var log = StoredLog.Read(Store(town, "a-copied-gateway-log"));
        Assert.Equal(0ul, log.Anchored);
        Assert.Empty(LogAudit.Faults(log));
        Assert.Equal(0, await town.City.Gateway.StopAsync());
        await DepartmentsKnowOnlyAsync(town, town.ReadLog());
    });

    [Fact]
    public Task A_gateway_restored_from_an_older_copy_is_refused_says_why_goes_on_sealing_and_sends_nobody_its_second_history() => TestTown.PlayAsync(async town =>
    {
        var archive = new TownArchive(town.City);
        await town.Watch.UntilAsync(s => s.Anchored > 0);
        Assert.Equal(0, await town.City.Gateway.StopAsync());
        Directory.CreateDirectory(Store(town, "restored-log"));
        foreach (var file in Directory.GetFiles(town.City.Folder.GatewayStore))
            File.Copy(file, Path.Combine(Store(town, "restored-log"), Path.GetFileName(file)));
        await town.City.Gateway.StartAsync();
        await town.Watch.CaughtUpAsync();
        Assert.Equal(0, await town.City.Gateway.StopAsync());

        await using var restored = Start(town, "restored-log");
        await HaltedAsync(restored);
        foreach (var department in town.City.Departments)
            await Eventually.True(() => Regex.IsMatch(department.Log, $"Refused {town.City.Plan.Origin} at size [0-9]+ with 4(09|22)"));

        await Eventually.True(() => File.Exists(Path.Combine(Store(town, "restored-log"), "anchoring-stopped.json")));

        var held = archive.Held();
        await new GatewayWatch(restored).UntilAsync(s => s.Size > held.End + 100);
        Assert.Equal(0, await restored.StopAsync());
        archive.HoldsOnly(town.ReadLog());
        Assert.True(held.Count > 0 && archive.Held().End == held.End, $"the historian got entries up to {archive.Held().End}, the first log's end at {held.End}");
        var log = StoredLog.Read(Store(town, "restored-log"));
        Assert.Equal(log.Size, log.Newest!.Size);
        Assert.Empty(LogAudit.Faults(log));
        await DepartmentsKnowOnlyAsync(town, town.ReadLog());
    }, new TownPlan { HistorianRate = "1MB" });

    private static string Store(TestTown town, string name) => Path.Combine(Path.GetDirectoryName(town.City.Folder.GatewayStore)!, name);

    /// <summary>A copy of the key, without the mark beside it that it has signed a log, and the same configuration over another store.</summary>
    private static TownNode Start(TestTown town, string store)
    {
        var yaml = File.ReadAllText(town.City.Folder.GatewayConfiguration);
        var file = town.City.Folder.GatewayConfiguration + $".{store}.yaml";
        var key = town.City.Folder.GatewayKey + $".{store}";
        File.WriteAllBytes(key, PathLock.ReadHeld(town.City.Folder.GatewayKey));
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(file, yaml.Replace("edge-log", store, StringComparison.Ordinal).Replace("gateway.key", $"gateway.key.{store}", StringComparison.Ordinal));
        return new TownNode(store, Programs.Gateway, ["run", "--config", file, "--status"], (p, c) => p.Output.Find(l => l.StartsWith('{'), 0, c));
    }

    private static async Task HaltedAsync(TownNode gateway)
    {
        await gateway.StartAsync();
        var watch = new GatewayWatch(gateway);
        var halted = await watch.UntilAsync(s => s.Halted is not null);
        Assert.Contains("city.example/water-gw-0001", halted.Halted, StringComparison.Ordinal);
        Assert.Matches("restored.*another device has its key|Another device has its key, or the log was restored", halted.Halted);
        Assert.Contains($"Anchoring stopped: {halted.Halted}", gateway.Log, StringComparison.Ordinal);
        var onward = await watch.UntilAsync(s => s.Sealed > halted.Sealed && s.Readings > halted.Readings);
        Assert.Equal(halted.Anchored, onward.Anchored);
        await watch.UntilAsync(s => !s.Connected);
    }

    private static async Task DepartmentsKnowOnlyAsync(TestTown town, StoredLog log)
    {
        foreach (var department in town.City.Departments)
        {
            await department.StopAsync();
            using var state = new SqliteWitnessState(Path.Combine(town.City.Folder.DepartmentState(department.Name), "department.state"));
            var known = state.Find(town.City.Plan.Origin)!;
            Assert.Equal(NaiveTree.Root(log.Bytes.AsSpan(0, (int)known.Size)), known.Root);
        }
    }
}
