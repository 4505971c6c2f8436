using System.Text.Json.Nodes;
using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

/// <summary>What decides the value of a channel that depends on others stands in its own definition.</summary>
public sealed class InputDefinitionsTests
{
    private static string Site(string flow = "k_factor: 450", string ph = "", string channels = "{}") =>
        $$"""
        version: 1
        origin: city.example/water-gw-0001
        identity: { key: gateway.key }
        policy: policy.txt
        broker: { host: broker.city.example }
        buses:
          i2c-1: { kind: linux, device: /dev/i2c-1 }
          gpio: { kind: linux, chip: pinctrl-bcm2711 }
          w1: { kind: linux, folder: /sys/bus/w1/devices }
        sensors:
          - { driver: pulse-flow, bus: gpio, line: 17, options: { {{flow}} }, channels: [{ name: main.flow, output: rate }] }
          - { driver: ezo-ph, bus: i2c-1, period: 2s, options: { temperature_from: tap.temperature }, channels: [{ name: main.ph }] }
          - { driver: ds18b20, bus: w1, device: 28-0316a27913ff, period: 2s, channels: [{ name: tap.temperature }] }
        derived:
          - { name: main.billing, formula: total, of: main.flow }
          - { name: main.shifted, formula: linear, of: main.ph, unit: pH, factor: 1, offset: 0.1 }
        channels: {{channels}}

        """;

    private static JsonNode Defined(string text, string channel) => JsonNode.Parse(ConfigurationText.Read(text).Channels.Single(c => c.Name == channel).Definition)!;

    [Fact]
    public void A_computed_channel_carries_the_definition_of_its_input_and_its_configured_calibration()
    {
        var calibrated = Site(channels: "{ main.flow: { calibration: { date: 2026-11-28, who: Zhao Liu, result: exact } } }");
        var input = Defined(calibrated, "main.billing")["inputs"]!["main.flow"]!;

        Assert.Equal("""{"date":"2026-11-28","who":"Zhao Liu","result":"exact"}""", input["calibration"]!.ToJsonString());
        input.AsObject().Remove("calibration");
        Assert.True(JsonNode.DeepEquals(Defined(calibrated, "main.flow"), input));
        Assert.Equal("450", input["options"]!["k_factor"]!.GetValue<string>());
    }

    [Fact]
    public void A_channel_that_is_compensated_carries_the_definition_of_what_it_is_compensated_with_and_so_does_what_is_computed_from_it()
    {
        Assert.Equal("ds18b20", Defined(Site(), "main.ph")["inputs"]!["tap.temperature"]!["driver"]!.GetValue<string>());
        Assert.Equal("ds18b20", Defined(Site(), "main.shifted")["inputs"]!["main.ph"]!["inputs"]!["tap.temperature"]!["driver"]!.GetValue<string>());
        Assert.Null(Defined(Site(), "main.flow")["inputs"]);
    }

    [Fact]
    public void Of_a_device_that_keeps_a_calibration_itself_that_is_said()
    {
        Assert.True(Defined(Site(), "main.shifted")["inputs"]!["main.ph"]!["keeps_calibration"]!.GetValue<bool>());
        Assert.Null(Defined(Site(), "main.billing")["inputs"]!["main.flow"]!["keeps_calibration"]);
    }

    [Fact]
    public void A_changed_input_changes_the_definition_of_what_is_computed_from_it_and_of_nothing_else()
    {
        GatewayConfiguration before = ConfigurationText.Read(Site()), after = ConfigurationText.Read(Site("k_factor: 225"));

        Assert.Equal(["main.flow", "main.billing"], before.Channels.Zip(after.Channels).Where(c => c.First.Definition != c.Second.Definition).Select(c => c.First.Name));
    }

    [Fact]
    public void An_input_that_leaves_no_room_in_the_entry_is_refused_at_the_computed_channel_alone()
    {
        var problem = Assert.Single(ConfigurationText.Problems(Site($"k_factor: 450.{new string('0', 16_100)}")));

        Assert.Contains("derived[0]: main.billing: the settings of one channel, with those of the channels that its values depend on, have 16", problem, StringComparison.Ordinal);
        Assert.Single(ConfigurationText.Problems(Site($"k_factor: 450.{new string('0', 17_000)}")), p => p.Contains("main.flow: the settings of one channel have 17", StringComparison.Ordinal));
    }
}
