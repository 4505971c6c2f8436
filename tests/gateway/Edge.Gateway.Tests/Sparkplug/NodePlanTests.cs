using Edge.Gateway.Sparkplug;
using Edge.Gateway.Tests.Configuration;

namespace Edge.Gateway.Tests.Sparkplug;

public sealed class NodePlanTests
{
    private const string Derived = "derived: [{ name: main.twice, formula: linear, of: main.pressure, unit: kPa, factor: 100 }]\n";

    [Fact]
    public void Each_sensor_is_a_device_by_its_bus_and_place_and_what_is_computed_is_another_that_is_never_lost()
    {
        var configuration = ConfigurationText.Read(ConfigurationText.Good + Derived + "sparkplug: { group: water }\n");

        var options = NodePlan.Of(configuration, configuration.Sparkplug!);

        Assert.Equal(
            [("i2c-1.0x48", "main.pressure [bar]", true), ("i2c-1.0x63", "tap.ph [pH]", true), ("derived", "main.twice [kPa]", false)],
            options.Devices.Select(d => (d.Name, string.Join(", ", d.Channels.Select(c => $"{c.Name} [{c.Unit}]")), d.CanBeLost)));
        Assert.Equal(("water", "water-gw-0001", null), (options.Group, options.Node, options.PrimaryHost));
        Assert.Contains(("Node Info/Log", "city.example/water-gw-0001"), options.About);
    }

    [Fact]
    public void What_no_topic_can_have_in_the_name_of_a_bus_is_replaced()
    {
        var configuration = ConfigurationText.Read(ConfigurationText.Good.Replace("i2c-1:", "\"a/b+c#\":", StringComparison.Ordinal).Replace("bus: i2c-1", "bus: \"a/b+c#\"", StringComparison.Ordinal) + "sparkplug: { group: water }\n");

        Assert.Equal(["a-b-c-.0x48", "a-b-c-.0x63"], NodePlan.Of(configuration, configuration.Sparkplug!).Devices.Select(d => d.Name));
    }
}
