using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

public sealed class DerivedSectionTests
{
    private const string Site =
        """
        version: 1
        origin: city.example/water-gw-0001
        identity: { key: gateway.key }
        policy: policy.txt
        broker: { host: broker.city.example }
        buses:
          i2c-1: { kind: linux, device: /dev/i2c-1 }
          gpio: { kind: linux, chip: pinctrl-bcm2711 }
        sensors:
          - { driver: pulse-flow, bus: gpio, line: 17, period: 2s, channels: [{ name: main.flow, output: rate }] }
          - { driver: ina226, bus: i2c-1, channels: [{ name: pump.voltage, output: voltage }, { name: pump.current, output: current }] }
          - { driver: ads1115, bus: i2c-1, channels: [{ name: tank.pressure, input: ain0, scale: loop, unit: kPa, low: 0, high: 100 }] }
        derived:

        """;

    private static GatewayConfiguration Read(string derived, string channels = "") => ConfigurationText.Read($"{Site}  - {{ {derived} }}\n{channels}");

    [Fact]
    public void A_total_has_the_unit_of_its_flow_without_the_time_and_the_period_of_its_flow()
    {
        var flow = Read("name: main.volume, formula: total, of: main.flow").Channels[0];
        var total = Read("name: main.volume, formula: total, of: main.flow").Channels[^1];

        Assert.Equal(("main.volume", "L/min", "L", 2.0), (total.Name, flow.Unit, total.Unit, total.Period.TotalSeconds));
        Assert.Equal((Formula.Total, 1 / 60.0, 0.0), (total.Derived!.Formula, total.Derived.Factor, total.Derived.Offset));
        Assert.Equal([0], total.Derived.Inputs);
    }

    [Fact]
    public void A_product_a_linear_one_and_a_level_have_their_factors()
    {
        var power = Read("name: pump.power, formula: product, of: [pump.voltage, pump.current], unit: kW, factor: 0.001").Channels[^1];
        var line = Read("name: tank.weight, formula: linear, of: tank.pressure, unit: t, factor: 0.2, offset: -1").Channels[^1];
        var level = Read("name: tank.level, formula: level, of: tank.pressure, density: 1000, gravity: 9.81, offset: 0.3").Channels[^1];

        Assert.Equal((Formula.Product, "kW", 0.001), (power.Derived!.Formula, power.Unit, power.Derived.Factor));
        Assert.Equal([1, 2], power.Derived.Inputs);
        Assert.Equal((Formula.Linear, "t", 0.2, -1.0), (line.Derived!.Formula, line.Unit, line.Derived.Factor, line.Derived.Offset));
        Assert.Equal((Formula.Linear, "m", 1000 / (1000 * 9.81), 0.3), (level.Derived!.Formula, level.Unit, level.Derived.Factor, level.Derived.Offset));
    }

    [Fact]
    public void Formula_and_inputs_stand_in_the_definition_that_is_logged() =>
        Assert.StartsWith(
            "{\"factor\":0.5,\"formula\":\"linear\",\"of\":[\"tank.pressure\"],\"offset\":-1,\"period_ms\":1000,\"resolution\":",
            Read("name: tank.weight, formula: linear, of: tank.pressure, unit: t, factor: 0.5, offset: -1").Channels[^1].Definition,
            StringComparison.Ordinal);

    [Fact]
    public void What_channels_says_of_it_holds_for_it_too()
    {
        var level = Read("name: tank.level, formula: level, of: tank.pressure, density: 1000", "channels: { tank.level: { domain: water, alarm_high: 3, range: [0, 10] } }\n").Channels[^1];

        Assert.Equal(("water", 3.0, 10.0), (level.Domain, level.AlarmHigh, level.Rules.Highest));
    }

    [Theory]
    [InlineData("name: x, formula: sum, of: main.flow", "derived[0].formula: \"sum\" is not known; write total or product or linear or level")]
    [InlineData("name: X, formula: total, of: main.flow", "derived[0].name: \"X\" is not a channel name")]
    [InlineData("name: main.flow, formula: total, of: main.flow", "derived[0].name: two channels are named \"main.flow\"")]
    [InlineData("name: x, formula: total", "derived[0].of: must be the name of one channel of a sensor, for example of: main.flow")]
    [InlineData("name: x, formula: total, of: tank.pressure", "derived[0].of: tank.pressure is in kPa; a total is taken of what is per time, in a unit that ends with /s or /min or /h")]
    [InlineData("name: x, formula: total, of: main.flaw", "derived[0].of: no sensor has a channel \"main.flaw\"; known are main.flow, pump.voltage, pump.current, tank.pressure")]
    [InlineData("name: x, formula: total, of: x", "derived[0].of: \"x\" is computed itself; total takes channels of sensors: name the channel that it is computed from, or one of ")]
    [InlineData("name: x, formula: total, of: main.flow, unit: L", "derived[0].unit: is not a setting here; known are formula, name, of")]
    [InlineData("name: x, formula: product, of: main.flow, unit: W", "derived[0].of: must be the names of two channels of sensors, for example of: [pump.voltage, pump.current]")]
    [InlineData("name: x, formula: product, of: [main.flow, pump.current], unit: W", "derived[0].of: main.flow is sampled every 2s and pump.current every 1s; give both sensors the same period")]
    [InlineData("name: x, formula: product, of: [pump.voltage, pump.current]", "derived[0].unit: is missing")]
    [InlineData("name: x, formula: linear, of: tank.pressure, unit: m", "derived[0].factor: is missing")]
    [InlineData("name: x, formula: linear, of: tank.pressure, unit: m, factor: 0", "derived[0].factor: 0 turns every value into the same; write what the input is multiplied by")]
    [InlineData("name: x, formula: linear, of: tank.pressure, unit: m, factor: 1e300", "derived[0].factor: 1e300 is out of range; write 0, or 1E-12 to 1000000000000 above or below it")]
    [InlineData("name: x, formula: level, of: pump.voltage, density: 1000", "derived[0].of: pump.voltage is in V; a level is taken of a pressure in Pa or hPa or kPa or mbar or bar")]
    [InlineData("name: x, formula: level, of: tank.pressure, density: 0", "derived[0].density: 0 is not a density; write kg/m3, 998.2 for water of 20 degrees Celsius")]
    [InlineData("name: x, formula: level, of: tank.pressure, density: 1000, gravity: 1.6", "derived[0].gravity: 1.6 is not the gravity of a place on earth; write m/s2, 9.80665 where it is not known better")]
    public void What_is_wrong_is_named(string derived, string says) =>
        Assert.Contains($"14: {says}", Assert.Single(ConfigurationText.Problems($"{Site}  - {{ {derived} }}\n")), StringComparison.Ordinal);
}
