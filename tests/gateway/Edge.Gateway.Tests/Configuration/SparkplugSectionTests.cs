using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

public sealed class SparkplugSectionTests
{
    private static string With(string sparkplug) => ConfigurationText.Good + $"sparkplug: {sparkplug}\n";

    [Fact]
    public void There_is_no_node_unless_it_is_written() => Assert.Null(ConfigurationText.Read(ConfigurationText.Good).Sparkplug);

    [Fact]
    public void A_group_is_enough_the_rest_is_the_gateways_own()
    {
        var configuration = ConfigurationText.Read(With("{ group: water }"));

        Assert.Equal(
            new SparkplugSettings { Group = "water", Node = "water-gw-0001", Broker = configuration.Broker with { ClientId = "water-gw-0001.sparkplug" }, Rate = 50_000, Burst = 100_000 },
            configuration.Sparkplug);
    }

    [Fact]
    public void Every_setting_arrives()
    {
        var settings = ConfigurationText.Read(With("{ group: \"city water\", node: pipe 3, primary_host: scada, rate: 20kB, burst: 64KiB, broker: { host: scada.example, port: 8883, user: gw } }")).Sparkplug!;

        Assert.Equal(("city water", "pipe 3", "scada", 20_000L, 65_536L), (settings.Group, settings.Node, settings.PrimaryHost, settings.Rate, settings.Burst));
        Assert.Equal(("scada.example", 8883, "gw", "water-gw-0001.sparkplug"), (settings.Broker.Host, settings.Broker.Port, settings.Broker.UserName, settings.Broker.ClientId));
        // The city's is another.
        Assert.Equal("broker.city.example", ConfigurationText.Read(With("{ group: water, broker: { host: scada.example } }")).Broker.Host);
    }

    [Theory]
    [InlineData("{ node: a }", "sparkplug.group: is missing; write for example group: water")]
    [InlineData("{ group: a/b }", "sparkplug.group: \"a/b\" cannot stand in a topic; write 1 to 200 characters without / + #, for example group: water")]
    [InlineData("{ group: a, node: \"#\" }", "sparkplug.node: \"#\" cannot stand in a topic")]
    [InlineData("{ group: a, primary_host: a+b }", "sparkplug.primary_host: \"a+b\" cannot stand in a topic")]
    [InlineData("{ group: a, rate: 10B }", "sparkplug.rate: 10B is out of range; write 1 kB to 100 MB")]
    [InlineData("{ group: a, broker: { port: 1 } }", "sparkplug.broker.host: is missing")]
    [InlineData("{ group: a, broker: { host: b, port: 70000 } }", "sparkplug.broker.port: 70000 is not a port")]
    [InlineData("{ group: a, broker: { host: b, tls: { key: /nowhere } } }", "sparkplug.broker.tls.certificate: is missing; a client's certificate and its key are given together")]
    [InlineData("{ group: a, retain: true }", "sparkplug.retain: is not a setting here; known are broker, burst, group, node, primary_host, rate")]
    [InlineData("yes", "sparkplug: must be a mapping of names to values")]
    public void What_is_wrong_is_named(string sparkplug, string says) =>
        Assert.Contains(ConfigurationText.Problems(With(sparkplug)), p => p.Contains(says, StringComparison.Ordinal));
}
