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

    private const string Running = "driver: ads1115, bus: i2c-1, address: 0x4PLACE, options: { mode: continuous, data_rate: 860, ready_bus: gpio, ready_line: 4 }, channels: [{ name: NAME, input: ain0, scale: voltage, unit: V }]";

    [Theory]
    [InlineData("sensors[1].options.ready_line: is also used by sensors[0]; wire one of them to another line", Flow, Running)]
    [InlineData("sensors[0].options.ready_line: is also used by sensors[1]; wire one of them to another line", Running, Flow)]
    [InlineData("sensors[1].options.ready_line: is also used by sensors[0]; wire one of them to another line", Running, "TWIN")]
    public void A_line_that_tells_of_conversions_belongs_to_one_device(string expected, params string[] sensors) =>
        Assert.Contains(expected, Assert.Single(Problems([.. sensors.Select(s => s.Replace("TWIN", Running.Replace("PLACE", "9", StringComparison.Ordinal), StringComparison.Ordinal).Replace("PLACE", "8", StringComparison.Ordinal))])), StringComparison.Ordinal);

    [Theory]
    [InlineData("ready_line: 4", "ready_line: 5", "")]
    [InlineData("ready_bus: gpio, ready_line: 4", "gain: 1.024", "options.ready_line: is missing; write the GPIO line that ALERT/RDY is wired to, for example ready_bus: gpio and ready_line: 27, where nothing else is wired to that line: without it a new code cannot be told from an old one")]
    [InlineData("ready_line: 4", "gain: 1.024", "options.ready_line: is missing; write the GPIO line that ALERT/RDY is wired to and nothing else, for example ready_line: 27")]
    [InlineData("ready_bus: gpio, ", "", "options.ready_bus: is missing; write for example ready_bus: gpio")]
    [InlineData("ready_bus: gpio", "ready_bus: i2c-1", "options.ready_bus: \"i2c-1\" under buses is no GPIO chip; write one of: gpio")]
    [InlineData("ready_bus: gpio", "ready_bus: gpio-2", "options.ready_bus: there is no GPIO chip \"gpio-2\" under buses; add it, or write one of: gpio")]
    [InlineData("ready_line: 4", "ready_line: -4", "options.ready_line: write the line's offset on its GPIO chip, for example line: 17")]
    [InlineData("mode: continuous", "mode: single-shot", "options.mode: is not continuous, to which ready_bus and ready_line belong; remove them, or write mode: continuous")]
    [InlineData("bus: i2c-1, a", "bus: i2c-1, period: 1s, a", "period: 1s is not the period of 860 samples a second; remove it, or write 1163us")]
    [InlineData("bus: i2c-1, a", "bus: i2c-1, period: 1163us, a", "")]
    [InlineData("driver: ads1115", "driver: ads1015", "options.data_rate: 860 is not a rate of the chip")]
    [InlineData("ads1115, bus: i2c-1, address: 0x4PLACE, options: { mode: continuous, data_rate: 860", "ads1015, bus: i2c-1, options: { mode: continuous, data_rate: 3300", "options.data_rate: 3300 a second cannot be followed on a bus of 100 kbit/s; write at most 920 in mode: continuous")]
    [InlineData("channels: [", "channels: [{ name: other, input: ain1, scale: voltage, unit: V }, ", "channels: in mode: continuous the chip converts one terminal; list one channel, or remove the mode")]
    public void A_converter_that_runs_by_itself_is_refused_where_its_samples_could_not_be_told_apart(string part, string by, string expected)
    {
        var problems = Problems([Running.Replace(part, by, StringComparison.Ordinal).Replace("PLACE", "8", StringComparison.Ordinal)]);
        if (expected.Length > 0)
            Assert.Contains($"sensors[0].{expected}", Assert.Single(problems), StringComparison.Ordinal);
        else
            Assert.Empty(problems);
    }

    [Fact]
    public void Two_that_run_by_themselves_at_860_a_second_and_what_is_read_back_fit_one_bus_and_three_do_not()
    {
        string[] three = [.. "89A".Select((p, i) => Running.Replace("PLACE", $"{p}", StringComparison.Ordinal).Replace("line: 4", $"line: {20 + i}", StringComparison.Ordinal))];

        Assert.Contains("sensors[0].options.data_rate: i2c-1 would be taken 131 % of the time at 100 kbit/s (sensors[0] 0.51ms/1.16ms, ", Assert.Single(Problems(three)), StringComparison.Ordinal);
        Assert.Empty(Problems(three[..2]));
    }

    [Theory]
    [InlineData(3, 250)]
    [InlineData(4, 250)]
    public void Converters_that_run_by_themselves_are_too_many_until_they_have_the_rate_that_is_told(int count, int rate)
    {
        string[] sensors = [.. "89AB"[..count].Select((p, i) => Running.Replace("PLACE", $"{p}", StringComparison.Ordinal).Replace("line: 4", $"line: {20 + i}", StringComparison.Ordinal))];

        Assert.Contains($"write a data_rate of at most {rate} in those that are continuous, or use another bus", Assert.Single(Problems(sensors)), StringComparison.Ordinal);
        Assert.Empty(Problems([.. sensors.Select(s => s.Replace("860", $"{rate}", StringComparison.Ordinal))]));
        Assert.NotEmpty(Problems([.. sensors.Select(s => s.Replace("860", "475", StringComparison.Ordinal))]));
    }

    [Fact]
    public void A_bus_of_another_process_that_devices_are_on_is_not_taken_for_a_GPIO_chip()
    {
        var text = ConfigurationText.Good.Replace("{ kind: linux, device: /dev/i2c-1 }", "{ kind: remote, socket: /run/edge-sim.sock }", StringComparison.Ordinal)
            .Replace("{ data_rate: 128, gain: 4.096 }", "{ mode: continuous, gain: 4.096, ready_bus: BUS, ready_line: 4 }", StringComparison.Ordinal).Replace("    period: 500ms\n", "", StringComparison.Ordinal);

        Assert.Contains("sensors[0].options.ready_bus: i2c-1 is the I2C bus of sensors[0]; write the GPIO chip that ALERT/RDY is wired to, for example gpio",
            Assert.Single(ConfigurationText.Problems(text.Replace("BUS", "i2c-1", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.NotNull(ConfigurationText.Read(text.Replace("BUS", "gpio", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("is missing; write the GPIO line that ALERT/RDY is wired to and nothing else, for example ready_line: 27", "缺少；请写 ALERT/RDY 所接的 GPIO 线，该线上不得接其他器件，例如 ready_line: 27")]
    [InlineData("\"i2c-1\" under buses is no GPIO chip; write one of: gpio", "buses 中的“i2c-1”不是 GPIO 芯片；请改写为：gpio")]
    [InlineData("there is no serial line \"rs485\" under buses; add it, write for example rs485: { kind: linux, serial: /dev/ttyUSB0 }", "buses 中没有串行线路“rs485”；请添加，例如 rs485: { kind: linux, serial: /dev/ttyUSB0 }")]
    public void In_Chinese_nothing_of_the_sentence_stays_English(string english, string chinese) => Assert.Equal(chinese, ChineseProblems.Of(english));

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
