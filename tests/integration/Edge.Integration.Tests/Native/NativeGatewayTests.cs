using System.Text.Json.Nodes;
using Edge.Demo.Towns;
using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Native;

/// <summary>The program that a board gets does what the one does that runs on the runtime.</summary>
public sealed class NativeGatewayTests
{
    [NativeFact]
    public Task A_reading_goes_the_whole_way_and_the_log_goes_on_after_a_kill_and_in_the_other_build() => TestTown.PlayAsync(
        async town =>
        {
            var native = Programs.NativeGateway!;
            var state = await town.Watch.UntilAsync(s => s.Block is not null && s.Anchored > 0 && s.Channels.Values.All(c => c.Value is not null));
            await town.City.Gateway.KillAsync();
            await town.City.Gateway.StartAsync();
            var again = await town.Watch.CaughtUpAsync();
            Assert.True(again.Size > state.Size);

            foreach (var channel in state.Channels.Keys)
            {
                var file = town.File($"{channel}.edge");
                var cut = await ProgramRun.Of(native, "evidence", "--config", town.City.Folder.GatewayConfiguration, "--channel", channel, "--with-value", "--out", file);
                Assert.True(cut.Code == 0, cut.Said());
                var verified = await ProgramRun.Of(Programs.Verify, file, "--policy", town.City.Folder.Policy, "--lang", "en");
                Assert.True(verified.Code == 0, verified.Said());
            }

            var status = await ProgramRun.Of(native, "status", "--config", town.City.Folder.GatewayConfiguration, "--json");
            Assert.Equal(town.City.Plan.Origin, (string?)JsonNode.Parse(status.Output)!["gateway"]);
            Assert.Equal(0, await town.City.Gateway.StopAsync());

            var export = await ProgramRun.Of(Programs.Gateway, "export", "tiles", town.File("tiles"), "--config", town.City.Folder.GatewayConfiguration);
            Assert.True(export.Code == 0, export.Said());
            var audited = await ProgramRun.Of(Programs.Verify, town.File("tiles"), "--policy", town.City.Folder.Policy, "--lang", "en");
            Assert.True(audited.Code == 0, audited.Said());
        },
        new TownPlan { GatewayProgram = Programs.NativeGateway });

    [NativeFact]
    public void What_is_installed_on_a_board_has_no_symbols() => Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Programs.NativeGateway!)!, "*.dbg"));

    [NativeFact]
    public async Task It_foretells_the_same_of_a_configuration_and_finds_the_same_mistakes()
    {
        using var folder = new TemporaryDirectory();
        var files = TownFolder.Make(folder.Path);
        await using (var town = await Town.FoundAsync(new TownPlan(), files))
            Assert.Equal(0, await town.Gateway.StopAsync());
        foreach (var file in new[] { files.GatewayConfiguration, files.Policy })
        {
            var here = await ProgramRun.Of(Programs.Gateway, "config", "check", file);
            var native = await ProgramRun.Of(Programs.NativeGateway!, "config", "check", file);

            Assert.Equal(here.Code, native.Code);
            Assert.Equal(here.Error, native.Error);
            Assert.Equal(Lines(here.Output), Lines(native.Output));
        }
    }

    /// <summary>Without the figures: they are measured anew each time.</summary>
    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(l => string.Concat(l.Where(c => !char.IsDigit(c) && c is not '.' and not ',')));
}
