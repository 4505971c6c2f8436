using System.Text.Json;
using Edge.Demo.Towns;
using Edge.Integration.Tests.Configuration;
using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Health;

/// <summary>What <c>edge status</c> says of real gateways, and its exit code.</summary>
public sealed class StatusTests
{
    [Fact]
    public Task A_gateway_in_its_town_is_well_and_one_that_was_killed_is_told_from_its_log_and_answers_again_after_its_start() => TestTown.PlayAsync(async town =>
    {
        var file = town.City.Folder.GatewayConfiguration;
        await town.Watch.UntilAsync(s => s.Anchored > 0 && s.Readings > 0 && s.Channels.Values.All(c => c.Value is not null));

        var well = await AskAsync(file);
        Assert.Equal(0, well.Code);
        Assert.StartsWith($"Measuring all {(await town.Watch.NextAsync()).Channels.Count} channels; proving; nothing needs you.\n", well.Output, StringComparison.Ordinal);
        Assert.Contains("个测点全部在测量；存证正常；无需人工处理。", (await AskAsync(file, "--brief", "--lang", "zh")).Output, StringComparison.Ordinal);
        var durable = Json(await AskAsync(file, "--json")).GetProperty("size").GetUInt64();

        await town.City.Gateway.KillAsync();
        var killed = await AskAsync(file);
        Assert.Equal(3, killed.Code);
        Assert.Matches("^Not running; [0-9,]+ entries are kept, [0-9,]+ of them to be anchored[.]|^Not running; all [0-9,]+ entries are anchored[.]", killed.Output);
        Assert.Contains("the tree is the one that was signed last", killed.Output, StringComparison.Ordinal);
        var stopped = Json(await AskAsync(file, "--json"));
        Assert.False(stopped.GetProperty("running").GetBoolean());
        Assert.True(stopped.GetProperty("size").GetUInt64() >= durable, "entries that were durable are missing");

        await town.City.Gateway.StartAsync();
        await Eventually.True(async () => (await AskAsync(file, "--brief")).Code == 0);
    });

    [Fact]
    public Task A_town_without_its_broker_is_a_gateway_offline_that_needs_nobody() => TestTown.PlayAsync(async town =>
    {
        await town.Watch.UntilAsync(s => s.Anchored > 0 && s.Channels.Values.All(c => c.Value is not null));
        await town.City.Broker.StopAsync();
        await town.Watch.UntilAsync(s => !s.Connected);
        var sealedThen = Json(await AskAsync(town.City.Folder.GatewayConfiguration, "--json")).GetProperty("sealed").GetUInt64();
        await town.Watch.UntilAsync(s => s.Sealed > sealedThen);

        var offline = await AskAsync(town.City.Folder.GatewayConfiguration);

        Assert.Equal(0, offline.Code);
        Assert.Contains(" channels; offline ", offline.Output, StringComparison.Ordinal);
        Assert.Contains("readings go on being sealed", offline.Output, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_gateway_that_no_department_admits_needs_someone_and_says_what_they_said() => TestTown.PlayAsync(async town =>
    {
        var file = town.City.Folder.GatewayConfiguration;
        await town.Watch.UntilAsync(s => s.Anchored > 0);
        await Task.WhenAll(town.City.Departments.Select(d => d.StopAsync()));
        await File.WriteAllLinesAsync(town.City.Folder.Policy, (await File.ReadAllLinesAsync(town.City.Folder.Policy)).Where(l => !l.StartsWith("log city.example/", StringComparison.Ordinal)));
        await Task.WhenAll(town.City.Departments.Select(d => d.StartAsync()));

        await Eventually.True(async () => (await AskAsync(file, "--brief")).Output.Contains("; the city refuses; needs you: the city.", StringComparison.Ordinal));
        var refused = await AskAsync(file, "--lang", "zh");

        Assert.Equal(1, refused.Code);
        Assert.Contains("404 未获准入", refused.Output, StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_gateway_whose_devices_do_not_answer_needs_someone_and_says_who_and_what_for()
    {
        using var folder = await GatewayFolder.MakeAsync();
        await using var gateway = new TownNode("gateway", Programs.Gateway, ["run", "--config", folder.Configuration, "--status"], (p, c) => p.Output.Find(l => l.StartsWith('{'), 0, c));
        await gateway.StartAsync();
        await Eventually.True(async () => (await AskAsync(folder.Configuration, "--brief")).Code == 1);

        var asked = await AskAsync(folder.Configuration);

        Assert.StartsWith("Not measuring; ", asked.Output, StringComparison.Ordinal);
        Assert.Matches("What needs you\n 1[.] Channels without values[.] Look at these sensors' wires and supply:\n    - .*water[.]tap[.]ph", asked.Output);
        Assert.Equal("channels_fail", Json(await AskAsync(folder.Configuration, "--json")).GetProperty("needs")[0].GetString());
        Assert.Equal(0, await gateway.StopAsync());
        Assert.False(File.Exists(folder.Store + ".sock"));
    }

    [Fact]
    public async Task A_gateway_that_never_ran_has_no_log_and_none_is_made_by_asking()
    {
        using var folder = await GatewayFolder.MakeAsync();

        var asked = await AskAsync(folder.Configuration);

        Assert.Equal(3, asked.Code);
        Assert.StartsWith("Not running, and there is no log yet.\n", asked.Output, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder.Store));
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_used_is_not_taken_for_a_gateway_that_does_not_answer()
    {
        using var folder = await GatewayFolder.MakeAsync();

        Assert.Equal(2, (await AskAsync(folder.File("nowhere.yaml"))).Code);
    }

    private static async Task<ProgramRun> AskAsync(string configuration, params string[] more)
    {
        var run = await ProgramRun.Of(Programs.Gateway, more.Contains("--lang") ? ["status", "--config", configuration, .. more] : ["status", "--config", configuration, "--lang", "en", .. more]);
        run.Said();
        return run;
    }

    private static JsonElement Json(ProgramRun run)
    {
        using var parsed = JsonDocument.Parse(run.Output);
        return parsed.RootElement.Clone();
    }
}
