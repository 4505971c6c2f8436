namespace Edge.Gateway.Tests.Configuration;

public sealed class CompensationSectionTests
{
    private static IEnumerable<string> Problems(string from) => ConfigurationText.Problems($$"""
        buses: { i2c-1: { kind: remote, socket: s.sock }, gpio: { kind: remote, socket: s.sock } }
        sensors:
          - { driver: ezo-ph, bus: i2c-1, period: 2s, options: { temperature_from: {{from}} }, channels: [{ name: tap.ph }] }
          - { driver: ezo-rtd, bus: i2c-1, period: 2s, channels: [{ name: tap.temperature }] }
          - { driver: pulse-flow, bus: gpio, line: 17, channels: [{ name: main.flow, output: rate }] }

        """).Where(p => p.Contains("temperature_from", StringComparison.Ordinal));

    [Fact]
    public void A_temperature_of_another_sensor_is_good() => Assert.Empty(Problems("tap.temperature"));

    [Theory]
    [InlineData("main.flow", "main.flow is in L/min; write a channel in Cel, of an ezo-rtd or a ds18b20 in the same water")]
    [InlineData("tap.ph", "no other sensor has the channel \"tap.ph\"; write one in Cel, of an ezo-rtd or a ds18b20 in the same water")]
    [InlineData("tap.temp", "no other sensor has the channel \"tap.temp\"; write one in Cel, of an ezo-rtd or a ds18b20 in the same water")]
    public void What_is_none_is_refused_with_what_to_write(string from, string problem) =>
        Assert.EndsWith($"sensors[0].options.temperature_from: {problem}", Assert.Single(Problems(from)), StringComparison.Ordinal);
}
