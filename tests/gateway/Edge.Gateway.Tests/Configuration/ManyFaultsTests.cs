namespace Edge.Gateway.Tests.Configuration;

/// <summary>One faulty sensor hides no fault of another, nor another of its own; what is not sure is not said.</summary>
public sealed class ManyFaultsTests
{
    private static string[] Problems(string sensors, string rest = "") => [.. ConfigurationText.Problems(
        $$"""
        version: 1
        origin: city.example/hill-0001
        identity: { key: gateway.key }
        policy: policy.txt
        broker: { host: 127.0.0.1 }
        buses:
          i2c-1: { kind: linux, device: /dev/i2c-1 }
          gpio: { kind: linux, chip: pinctrl-bcm2711 }
          w1: { kind: linux, folder: /sys/bus/w1/devices }
          rs485: { kind: linux, serial: /dev/ttyUSB0 }
        sensors:
        {{sensors}}
        {{rest}}

        """).Select(p => p[(p.IndexOf(": ", StringComparison.Ordinal) + 2)..])];

    private const string Loop = "channels: [{ name: main.pressure, input: ain0, scale: loop, unit: bar, low: 0, high: 10, shunt: 250 }]";
    private const string Ina219 = "  - { driver: ina219, bus: i2c-1, address: 0x48, channels: [{ name: pump.voltage, output: voltage }] }";

    [Theory]
    [InlineData("")]
    [InlineData("address: 0x48, ")]
    [InlineData("adress: 0x48, ")]
    public void A_collision_is_told_with_a_sensor_that_has_another_fault(string place)
    {
        var problems = Problems($"  - {{ driver: ads1115, bus: i2c-1, {place}options: {{ gain: 2.048 }}, {Loop} }}\n{Ina219}");

        Assert.Contains("sensors[0].address: is also used by sensors[1]; set another address in one of the devices", problems);
        Assert.Contains(problems, p => p.StartsWith("sensors[0].options.gain: ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_that_is_written_otherwise_collides_with_nothing() =>
        Assert.DoesNotContain(Problems($"  - {{ driver: ads1115, bus: i2c-1, adress: 0x49, options: {{ gain: 2.048 }}, {Loop} }}\n{Ina219}"), p => p.Contains("also used", StringComparison.Ordinal));

    [Fact]
    public void A_thermometer_that_is_not_there_is_told_whatever_else_is_wrong_and_one_that_is_written_is_not()
    {
        const string Ph = "  - { driver: ezo-ph, bus: i2c-1, period: 1s, options: { temperature_from: FROM }, channels: [{ name: tap.ph }] }\n  - { driver: ds18b20, bus: i2c-1, device: X, channels: [{ name: pipe.temperature }] }";

        Assert.Contains(Problems(Ph.Replace("FROM", "pipe.temp", StringComparison.Ordinal)), p => p.StartsWith("sensors[0].options.temperature_from: no other sensor has the channel \"pipe.temp\"", StringComparison.Ordinal));
        Assert.DoesNotContain(Problems(Ph.Replace("FROM", "pipe.temperature", StringComparison.Ordinal)), p => p.Contains("temperature_from", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sensor_on_a_bus_of_another_kind_is_told_whatever_else_is_wrong()
    {
        var problems = Problems("  - { driver: ds18b20, bus: i2c-1, device: 28-0316a27913ff, period: 500ms, channels: [{ name: pipe.temperature }] }");

        Assert.Equal(["sensors[0].bus: \"i2c-1\" under buses is no 1-wire bus; write one of: w1", "sensors[0].period: 500ms is shorter than one round takes; write at least 750ms"], problems.Order());
    }

    [Fact]
    public void A_period_that_is_too_short_is_told_beside_an_address_that_is_none()
    {
        var problems = Problems("  - { driver: pzem-004t, bus: rs485, address: 0, period: 100ms, channels: [{ name: pump.power, output: power }] }");

        Assert.Contains("sensors[0].period: 100ms is shorter than one round takes; write at least 140ms", problems);
        Assert.Contains(problems, p => p.StartsWith("sensors[0].address: 0 is not a Modbus address", StringComparison.Ordinal));
        Assert.Equal(2, problems.Length);
    }

    [Fact]
    public void Computed_channels_are_looked_at_behind_sensors_that_are_refused()
    {
        var problems = Problems(
            $"  - {{ driver: ads1115, bus: i2c-1, options: {{ gain: 2.048 }}, {Loop} }}\n  - {{ driver: pzem-004t, bus: rs485, address: 0, channels: [{{ name: pump.power, output: power }}] }}",
            "derived:\n  - { name: main.level, formula: level, of: main.pressure }\n  - { name: v, formula: total, of: main.flow }\n  - { name: w, formula: total, of: pump.power }\n  - { name: x, formula: linear, of: main.pressure, unit: bars, facto: 1 }");

        Assert.Contains("derived[0].density: is missing; write for example density: 998.2", problems);
        Assert.Contains("derived[1].of: no sensor has a channel \"main.flow\"; known are main.pressure, pump.power", problems);
        Assert.Contains(problems, p => p.StartsWith("derived[2].of: pump.power is in W; a total is taken of what is per time", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith("derived[3].unit: \"bars\" is no unit", StringComparison.Ordinal));
        Assert.Contains("derived[3].facto: is not a setting here; known are factor, formula, name, of, offset, unit", problems);
        Assert.DoesNotContain(problems, p => p.StartsWith("derived[0].of", StringComparison.Ordinal) || p.StartsWith("derived[3].of", StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelt_channel_and_what_is_wrong_under_it_are_told_though_another_channels_name_is_refused()
    {
        var problems = Problems(
            $"  - {{ driver: ads1115, bus: i2c-1, {Loop.Replace("]", ", { name: Main Flow, input: ain1, scale: voltage, unit: V }]", StringComparison.Ordinal)} }}",
            "channels:\n  main.presure: { range: [9, 0], alarm_low: 5, alarm_high: 2 }\n  main.flow: { domain: water }");

        Assert.Contains("channels.main.presure: no sensor has this channel; is main.pressure meant? known are main.pressure", problems);
        Assert.Contains("channels.main.presure.range: 9 is not below 0; write the lowest plausible value first", problems);
        Assert.Contains("channels.main.presure.alarm_low: 5 is not below alarm_high, 2", problems);
        Assert.DoesNotContain(problems, p => p.StartsWith("channels.main.flow", StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelt_channel_is_told_with_the_name_that_is_meant_beside_a_sensor_with_more_channels_than_terminals()
    {
        var more = string.Concat(Enumerable.Range(0, 4).Select(i => $", {{ name: spare.{i}, input: ain{i}, scale: voltage, unit: V }}"));
        var problems = Problems(
            $"  - {{ driver: ads1115, bus: i2c-1, {Loop.Replace("]", more + "]", StringComparison.Ordinal)} }}",
            "channels:\n  main.presure: { domain: pipeline }");

        Assert.Contains(problems, p => p.StartsWith("sensors[0].channels: an ADS1115 has four terminals", StringComparison.Ordinal));
        Assert.Contains("channels.main.presure: no sensor has this channel; is main.pressure meant? known are main.pressure, spare.0, spare.1, spare.2, spare.3", problems);
    }
}
