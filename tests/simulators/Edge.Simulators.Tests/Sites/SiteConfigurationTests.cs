using Edge.Sensors.Catalog;
using Edge.Simulators.Recordings;
using Edge.Simulators.Sites;
using YamlDotNet.RepresentationModel;

namespace Edge.Simulators.Tests.Sites;

public sealed class SiteConfigurationTests
{
    public static TheoryData<string> Names => [.. MappingLibrary.All().Select(m => m.Name), "bench"];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_for_the_gateway_is_read_back_as_the_same_plans(string name)
    {
        var bench = MappingLibrary.Bench();
        var site = name == "bench" ? bench : MappingLibrary.All().Single(m => m.Name == name).FilledFrom(bench);
        var problems = new List<SettingProblem>();
        var stream = new YamlStream();
        stream.Load(new StringReader(SiteConfiguration.Write(site, "/run/edge-sim.sock")));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;

        var buses = ((YamlMappingNode)root["buses"]).Select(b => BusPlan.Read(((YamlScalarNode)b.Key).Value!, Bag(b.Value, problems)));
        Assert.All(buses, b => Assert.Equal((BusKind.Remote, "/run/edge-sim.sock"), (b!.Kind, b.Socket)));

        var plans = ((YamlSequenceNode)root["sensors"]).Cast<YamlMappingNode>().Select(s => SensorCatalog.Read(new SensorRequest(
            Bag(s, problems), s.Children.ContainsKey("options") ? Bag(s["options"], problems) : new SettingBag("options", new Dictionary<string, string>(), problems),
            [.. ((YamlSequenceNode)s["channels"]).Select(c => Bag(c, problems))], problems))).ToList();
        Assert.Empty(problems);
        Assert.Equal(site.Sensors.Select(s => (s.Plan.Driver, s.Plan.Bus, s.Plan.Place, s.Plan.Period)), plans.Select(p => (p!.Driver, p.Bus, p.Place, p.Period)));
        Assert.Equal(site.Sensors.SelectMany(s => s.Plan.Channels), plans.SelectMany(p => p!.Channels));
    }

    [Fact]
    public void A_line_that_tells_of_conversions_has_its_chip_under_buses()
    {
        var site = SiteFile.Read(
            """
            name: running
            sensors:
              - domain: water
                driver: ads1115
                bus: i2c-1
                options: { mode: continuous, ready_bus: gpio, ready_line: 22 }
                channels: [{ name: a, input: ain0, scale: voltage, unit: V, signal: { mean: 1 } }]
            """, "running.yaml");
        var stream = new YamlStream();
        stream.Load(new StringReader(SiteConfiguration.Write(site, "/run/edge-sim.sock")));

        Assert.Equal(["i2c-1", "gpio"], ((YamlMappingNode)stream.Documents[0].RootNode["buses"]).Select(b => ((YamlScalarNode)b.Key).Value));
    }

    private static SettingBag Bag(YamlNode node, List<SettingProblem> problems) => new(
        "x", ((YamlMappingNode)node).Where(c => c.Value is YamlScalarNode).ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => ((YamlScalarNode)c.Value).Value!), problems);
}
