using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Tiles;

public sealed class ExportTests
{
    [Fact]
    public Task A_log_that_is_exported_while_the_gateway_runs_is_valid_and_later_only_added_to() => TestTown.PlayAsync(async town =>
    {
        var folder = town.File("exported");
        await town.Watch.UntilAsync(s => s.Anchored > 0 && s.Readings > 0);
        var first = await ExportAsync(town, folder);
        Assert.Contains("the newest the city accepted", first, StringComparison.Ordinal);
        await ValidAsync(town, folder);

        await town.Watch.CaughtUpAsync();
        await ExportAsync(town, folder);
        await ValidAsync(town, folder);

        // While the newest signed one is accepted already, it is exported as such.
        var unaccepted = "";
        var tries = 0;
        await Eventually.True(async () =>
        {
            unaccepted = town.File($"newest-{tries++}");
            return (await ExportAsync(town, unaccepted, "--newest")).Contains("it carries no cosignatures", StringComparison.Ordinal);
        });
        var alone = await AuditAsync(town, unaccepted);
        Assert.Equal(1, alone.Code);
        Assert.StartsWith("Invalid: fewer departments than the policy asks for accepted the checkpoint", alone.Output, StringComparison.Ordinal);
    });

    [Fact]
    public async Task Without_a_configuration_it_says_where_it_looked_and_how_to_name_one()
    {
        using var folder = new TemporaryDirectory();
        await using var export = ChildProcess.Start(Programs.Gateway, ["export", "tiles", folder.File("exported"), "--lang", "en"], folder.Path);

        var code = await export.WaitForExit();

        if (File.Exists("/etc/edge/gateway.yaml"))
            return;
        Assert.Equal(2, code);
        Assert.Contains("There is no ./gateway.yaml and no /etc/edge/gateway.yaml", export.Error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> ExportAsync(TestTown town, string folder, params string[] more)
    {
        var run = await ProgramRun.Of(Programs.Gateway, ["export", "tiles", folder, "--config", town.City.Folder.GatewayConfiguration, "--lang", "en", .. more]);
        Assert.True(run.Code == 0, run.Said());
        return run.Output;
    }

    private static Task<ProgramRun> AuditAsync(TestTown town, string folder) =>
        ProgramRun.Of(Programs.Verify, [folder, "--policy", town.City.Folder.Policy, "--lang", "en"]);

    private static async Task ValidAsync(TestTown town, string folder)
    {
        var run = await AuditAsync(town, folder);
        Assert.True(run.Code == 0, run.Said());
        Assert.StartsWith("Valid. All ", run.Output, StringComparison.Ordinal);
    }
}
