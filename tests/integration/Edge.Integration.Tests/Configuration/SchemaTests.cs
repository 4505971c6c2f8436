using Edge.Demo.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Configuration;

/// <summary>The published schema against configurations that run elsewhere.</summary>
public sealed class SchemaTests
{
    private static readonly EditorSchema Editor =
        new(File.ReadAllText(Path.Combine(Programs.RepositoryRoot, "gateway", "Edge.Gateway", "Configuration", "gateway.schema.json")));

    [Fact]
    public async Task What_a_town_gives_its_gateway_fits()
    {
        using var folder = new TemporaryDirectory();
        await using var town = await Town.FoundAsync(new TownPlan { HistorianRate = "50kB" }, TownFolder.Make(folder.Path));

        var yaml = await File.ReadAllTextAsync(town.Folder.GatewayConfiguration);

        Assert.Contains("pulse-flow", yaml, StringComparison.Ordinal);
        Assert.Empty(Editor.Faults(yaml));
    }

    [Fact]
    public void What_the_tests_of_faults_begin_with_fits_and_what_they_break_does_not()
    {
        Assert.Empty(Editor.Faults(GatewayFolder.Yaml));
        Assert.NotEmpty(Editor.Faults(GatewayFolder.Yaml.Replace("port: 1883", "port: broker", StringComparison.Ordinal)));
    }
}
