using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

/// <summary>Sensors on one bus: collisions with the strap that parts them, schedules with their figures, in both languages.</summary>
public sealed class SharedBusTests
{
    private const string Ads = "driver: ads1115, bus: i2c-1, channels: [{ name: NAME, input: ain0, scale: voltage, unit: V }]";
    private const string Ina = "driver: ina219, bus: i2c-1, channels: [{ name: NAME, output: voltage }]";
    private const string Mcp = "driver: mcp3424, bus: i2c-1, channels: [{ name: NAME, input: ch1, scale: voltage, unit: V }]";
    private const string Bme = "driver: bme280, bus: i2c-1, channels: [{ name: NAME, output: humidity }]";
    private const string Ezo = "driver: ezo-ph, bus: i2c-1, channels: [{ name: NAME }]";
    private const string Pzem = "driver: pzem-004t, bus: rs485, channels: [{ name: NAME, output: power }]";
    private const string Ds = "driver: ds18b20, bus: w1, device: 28-0316a27913fNUMBER, channels: [{ name: NAME }]";
    private const string Flow = "driver: pulse-flow, bus: gpio, line: 4, channels: [{ name: NAME, output: rate }]";

    [Theory]
    [InlineData("is also used by sensors[0]; strap this ina219 to 0x40 (A1 to GND, A0 to GND), which is free", Ads, Ina + ", address: 0x48")]
    [InlineData("is also used by sensors[0]; strap this ads1115 to 0x49 (ADDR to VDD), which is free", Ina + ", address: 0x48", Ads)]
    [InlineData("is also used by sensors[0]; strap this ads1115 to 0x4A (ADDR to SDA), which is free", Ads, Ina + ", address: 0x49", Ads)]
    [InlineData("is also used by sensors[0]; strap this mcp3424 to 0x69 (Adr0 to VSS, Adr1 open), which is free", Mcp, Mcp)]
    [InlineData("is also used by sensors[0]; strap this bme280 to 0x77 (SDO to VDDIO), which is free", Bme, Bme)]
    [InlineData("is also used by sensors[0]; strap that ina219 to 0x40 (A1 to GND, A0 to GND), which is free", Ina + ", address: 0x48", Ezo + ", address: 0x48")]
    [InlineData("is also used by sensors[0]; set another address in one of the devices", Ezo, Ezo)]
    [InlineData("is also used by sensors[0]; set another address in one of the devices", Pzem, Pzem)]
    [InlineData("is also used by sensors[0]; wire one of them to another line", Flow, Flow)]
    public void A_collision_is_refused_with_what_parts_the_two(string expected, params string[] sensors) =>
        Assert.Contains(expected, Assert.Single(Problems(sensors)), StringComparison.Ordinal);

    [Fact]
    public void A_bus_that_would_be_taken_longer_than_there_is_time_is_refused_with_every_share()
    {
        const string Fast = "driver: ads1115, bus: i2c-1, period: 4ms, options: { data_rate: 860 }, address: 0x4PLACE, channels: [{ name: NAME, input: ain0, scale: voltage, unit: V }]";
        string[] four = [.. "89AB".Select(p => Fast.Replace("PLACE", $"{p}", StringComparison.Ordinal))];

        Assert.Contains(
            "sensors[0].period: i2c-1 would be taken 183 % of the time at 100 kbit/s (sensors[0] 1.83ms/4ms, sensors[1] 1.83ms/4ms, sensors[2] 1.83ms/4ms, sensors[3] 1.83ms/4ms); make these periods 1.9 times as long, or use another bus",
            Assert.Single(Problems(four)), StringComparison.Ordinal);
        Assert.Empty(Problems([.. four.Select(s => s.Replace("4ms", "7.6ms", StringComparison.Ordinal))]));
    }

    [Fact]
    public void Devices_that_convert_one_after_the_other_need_the_sum_of_their_times()
    {
        string[] three = [.. "123".Select(n => Ds.Replace("NUMBER", $"{n}", StringComparison.Ordinal))];

        Assert.Contains("w1 would be taken 225 % of the time (sensors[0] 750ms/1000ms, ", Assert.Single(Problems(three)), StringComparison.Ordinal);
        Assert.Empty(Problems([.. three.Select(s => s + ", period: 2.3s")]));
    }

    [Theory]
    [InlineData("BAR", "write bar")]
    [InlineData("Mbar", "write mbar")]
    [InlineData("°C", "write Cel")]
    [InlineData("psi", "write [psi]")]
    [InlineData("m^3/h", "write m3/h")]
    [InlineData("ph", "write pH")]
    [InlineData("kw", "write kW")]
    [InlineData("mv", "write mV")]
    [InlineData("Mw", "write mW or MW")]
    public void A_unit_that_is_almost_one_is_refused_with_the_one_meant(string unit, string expected) =>
        Assert.Contains($"\"{unit}\" is not how this unit is written; {expected}", Assert.Single(Problems([Ads.Replace("unit: V", $"unit: \"{unit}\"", StringComparison.Ordinal)])), StringComparison.Ordinal);

    [Theory]
    [InlineData("mg/l")]
    [InlineData("MW")]
    [InlineData("[psi]")]
    [InlineData("1")]
    [InlineData("/")]
    [InlineData("/min")]
    [InlineData("W.h/min")]
    [InlineData("kg.m-2.s-1")]
    [InlineData("10*6.[gal_us]/d")]
    [InlineData("{pulse}/min")]
    [InlineData("m[H2O]")]
    [InlineData("[foo]")]
    [InlineData("kvarh")]
    [InlineData("GiB")]
    [InlineData("%RH")]
    public void A_unit_of_UCUM_or_SenML_and_one_in_brackets_is_taken(string unit) => Assert.Empty(Problems([Ads.Replace("unit: V", $"unit: \"{unit}\"", StringComparison.Ordinal)]));

    [Theory]
    [InlineData("foo", "write for example bar or L/min, or in brackets a unit of your own")]
    [InlineData("furlong/fortnight", "write for example bar or L/min, or in brackets a unit of your own")]
    [InlineData("barr", "write bar if that is meant, or in brackets a unit of your own")]
    [InlineData("m3/hh", "write m3/h if that is meant, or in brackets a unit of your own")]
    [InlineData("kWhr", "write kWh if that is meant, or in brackets a unit of your own")]
    [InlineData("[foo", "write for example bar or L/min, or in brackets a unit of your own")]
    [InlineData("m//s", "write m3/s if that is meant, or in brackets a unit of your own")]
    [InlineData("[]", "or in brackets a unit of your own")]
    public void A_unit_that_nobody_knows_is_refused_with_the_nearest_one(string unit, string expected)
    {
        var problem = Assert.Single(Problems([Ads.Replace("unit: V", $"unit: \"{unit}\"", StringComparison.Ordinal)]));

        Assert.Contains($"\"{unit}\" is no unit of UCUM or SenML; ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sensors[1].address: is also used by sensors[0]; set another address in one of the devices", Ads + ", address: 0x49", Ads + ", address: 73, period: soon")]
    [InlineData("sensors[2].address: is also used by sensors[0]; strap this ads1115 to 0x49", Ads, Ads + ", address: 0x77", Ads)]
    [InlineData("sensors[1].line: is also used by sensors[0]; wire one of them to another line", Flow, Flow + ", period: soon")]
    [InlineData("sensors[2].address: is also used by sensors[1]; set another address in one of the devices", Ads, Ina + ", address: 0x44, period: soon", Ina + ", address: 0x44, period: never")]
    public void A_collision_is_told_beside_the_other_faults_of_the_same_sensors(string expected, params string[] sensors) =>
        Assert.Contains(Problems(sensors), p => p.Contains(expected, StringComparison.Ordinal));

    private static string[] Problems(string[] sensors)
    {
        var head = ConfigurationText.Good[..ConfigurationText.Good.IndexOf("sensors:", StringComparison.Ordinal)]
            .Replace("  gpio:", "  w1: { kind: linux, folder: /sys/bus/w1/devices }\n  rs485: { kind: linux, serial: /dev/ttyUSB0 }\n  gpio:", StringComparison.Ordinal);
        var text = $"{head}sensors:\n{string.Concat(sensors.Select((s, i) => $"  - {{ {s.Replace("NAME", $"channel{i}", StringComparison.Ordinal)} }}\n"))}";
        try
        {
            ConfigurationText.Read(text);
            return [];
        }
        catch (ConfigurationException)
        {
            return ConfigurationText.Problems(text);
        }
    }
}
