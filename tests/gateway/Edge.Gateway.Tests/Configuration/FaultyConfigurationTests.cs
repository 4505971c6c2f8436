using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

public sealed class FaultyConfigurationTests
{
    [Theory]
    [InlineData("version: 1", "# version", "1: version: is missing; write for example version: 1")]
    [InlineData("version: 1", "version: 2", "1: version: is not 1, the only version of this file so far")]
    [InlineData("origin: city.example/water-gw-0001", "#", "1: origin: is missing; write for example origin: city.example/water-gw-0001")]
    [InlineData("origin: city.example/water-gw-0001", "origin: city.example", "2: origin: \"city.example\" is not a gateway's name")]
    [InlineData("origin: city.example/water-gw-0001", "origin: city.example/Water_1", "2: origin: \"city.example/Water_1\" is not a gateway's name")]
    [InlineData("identity: { key: gateway.key }", "#", "1: identity.key: is missing; write for example key: gateway.key")]
    [InlineData("identity: { key: gateway.key }", "identity: { }", "4: identity.key: is missing")]
    [InlineData("policy: ../policy.txt", "#", "1: policy: is missing")]
    [InlineData("who: technician Li", "whom: technician Li", "3: whom: is not a setting here; known are anchoring, broker, buses, channels, clock, derived, historian, identity, origin, policy, retention, seal, sensors, site, sparkplug, store, telemetry, version, who")]
    [InlineData("host: broker.city.example, ", "host: broker.city.example, shoe: 1, ", "8: broker.shoe: is not a setting here; known are host, password_file, port, tls, user")]
    [InlineData("age: 5s", "aeg: 5s", "7: seal.aeg: is not a setting here; known are age, entries")]
    [InlineData("entries: 1000", "entries: many", "7: seal.entries: \"many\" is not a whole number")]
    [InlineData("entries: 1000", "entries: 0", "7: seal.entries: 0 is out of range; write 1 to 1000000")]
    [InlineData("commit_age: 500ms", "commit_age: soon", "6: store.commit_age: \"soon\" is not a duration")]
    [InlineData("commit_age: 500ms", "commit_age: -1s", "6: store.commit_age: \"-1s\" is not a duration")]
    [InlineData("commit_age: 500ms", "commit_age: 5ms", "6: store.commit_age: 5ms is out of range; write 10ms to 1min")]
    [InlineData("min_interval: 2s", "min_interval: 2h", "9: anchoring.min_interval: 2h is out of range")]
    [InlineData("keep_anchored: 30d", "keep_anchored: 1min", "11: retention.keep_anchored: 1min is out of range")]
    [InlineData("source: host", "source: sundial", "10: clock.source: ")]
    [InlineData("source: host", "source: host, rtc: rtc0", "10: clock.rtc: would never be asked, since source: host says that the host's clock is right")]
    [InlineData("source: host", "rtc: /dev/rtc0", "10: clock.rtc: \"/dev/rtc0\" is not a clock of the kernel; write for example rtc0")]
    [InlineData("source: host", "rtc: rtc0, rtc_uncertainty: 2h", "10: clock.rtc_uncertainty: 2h is out of range; write 10ms to 1h")]
    [InlineData("source: host", "rtc: rtc0, drift_ppm: 501", "10: clock.drift_ppm: 501 is out of range; write 1 to 500")]
    [InlineData("source: host", "rtc: ds3231", "10: clock.rtc_bus: is missing; write for example rtc_bus: i2c-1")]
    [InlineData("source: host", "rtc: ds3231, rtc_bus: gpio", "10: clock.rtc_bus: there is no I2C bus \"gpio\" under buses; add it, or write one of: i2c-1")]
    [InlineData("source: host", "rtc: rtc0, rtc_bus: i2c-1", "10: clock.rtc_bus: is about a clock on a bus; write rtc: ds3231")]
    [InlineData("source: host", "drift_ppm: 20", "10: clock.drift_ppm: is about a battery-backed clock; name it, for example rtc: rtc0")]
    [InlineData("port: 8884", "port: 70000", "8: broker.port: 70000 is not a port")]
    [InlineData("host: broker.city.example, ", "", "8: broker.host: is missing")]
    [InlineData("store: { folder: data/edge-log, commit_age: 500ms }", "store: [edge-log]", "6: store: must be a mapping of names to values")]
    [InlineData("folder: data/edge-log", "folder: [a, b]", "6: store.folder: is a list; a single value is needed here")]
    [InlineData("folder: data/edge-log", "folder: { a: b }", "6: store.folder: is a mapping; a single value is needed here")]
    [InlineData("folder: data/edge-log", "file: data/edge.db", "6: store.file: is not a setting here; known are budget, card, commit_age, folder, free_space_floor, stuck_after, when_full")]
    [InlineData("who: technician Li", "who: technician Li\nidentity: { key: b }", "5: file: not YAML at column 1: Duplicate key identity")]
    [InlineData("bus: i2c-1\n    address: 0x63", "bus: i2c-2\n    address: 0x63", "24: sensors[1].bus: there is no I2C bus \"i2c-2\" under buses")]
    [InlineData("bus: i2c-1\n    address: 0x63", "bus: gpio\n    address: 0x63", "24: sensors[1].bus: \"gpio\" under buses is no I2C bus; write one of: i2c-1")]
    [InlineData("address: 0x63", "address: 0x48", "25: sensors[1].address: is also used by sensors[0]; strap that ads1115 to 0x49 (ADDR to VDD), which is free")]
    [InlineData("driver: ezo-ph", "driver: ezo-pH", "23: sensors[1].driver: \"ezo-pH\" is not a driver; write ads1115, ads1015, mcp3424, ina219, ina226, ina228, ade7953, pzem-004t, ezo-ph, ezo-orp, ezo-do, ezo-ec, ezo-rtd, bme280, ds18b20, ds3231, pulse-flow")]
    [InlineData("period: 2s", "period: 10ms", "26: sensors[1].period: 10ms is shorter than one round takes")]
    [InlineData("device: /dev/i2c-1", "device: /dev/i2c-1, socket: /run/sim.sock", "13: buses.i2c-1.socket: does not belong to a bus on this board")]
    [InlineData("device: /dev/i2c-1", "device: /dev/i2c-1, recovery: { chip: x, scl: 5, sda: 5 }", "13: buses.i2c-1.recovery.sda: 5 is the line of scl; write the one that is wired to SDA")]
    [InlineData("device: /dev/i2c-1", "device: /dev/i2c-1, recovery: 5", "13: buses.i2c-1.recovery: must be a mapping of names to values")]
    [InlineData("device: /dev/i2c-1", "device: /dev/i2c-1, timeout: 1min", "13: buses.i2c-1.timeout: 1min is out of range; write 10ms to 10s")]
    [InlineData("period: 2s", "period: 2s\n    retries: 900", "27: sensors[1].retries: 900 is out of range; write 0 to 600")]
    [InlineData("period: 2s", "period: 2s\n    slot: 1ms", "27: sensors[1].slot: 1ms is out of range; write 10ms to 10s")]
    [InlineData("alarm_low: 2", "alarm_low: 9", "30: channels.main.pressure.alarm_low: 9 is not below alarm_high, 8")]
    [InlineData("alarm_low: 2", "alarm_low: 2, alarm_deadband: -1", "30: channels.main.pressure.alarm_deadband: -1 is not a deadband; write how far a value must come back")]
    [InlineData("alarm_low: 2", "alarm_low: 2, alarm_deadband: 6", "30: channels.main.pressure.alarm_deadband: 6 is as wide as what lies between the limits, 6; no value would end an alarm")]
    [InlineData("alarm_low: 2, alarm_high: 8", "alarm_low: 4.3, alarm_high: 4.4, alarm_deadband: 0.2", "30: channels.main.pressure.alarm_deadband: 0.2 is as wide as what lies between the limits, 0.1; no value would end an alarm")]
    [InlineData("domain: water }", "domain: water, alarm_deadband: 1 }", "31: channels.tap.ph.alarm_deadband: says nothing alone; write also the limit that it belongs to, for example alarm_high: 8")]
    [InlineData("  tap.ph: { domain: water }", "  tap.hp: { domain: water }", "31: channels.tap.hp: no sensor has this channel; is tap.ph meant? known are main.pressure, tap.ph")]
    [InlineData("domain: water }", "domain: \"\" }", "31: channels.tap.ph.domain: \"\" is not known; write pipeline, energy or water")]
    [InlineData("low: 0, high: 10,", "low: -1e308, high: 10,", "sensors[0].channels[0].low: -1e308 is out of range; write 0, or 1E-12 to 1000000000000 above or below it")]
    [InlineData("alarm_high: 8,", "alarm_high: 8, alarm_deadband: 1e-306,", "channels.main.pressure.alarm_deadband: 1e-306 is out of range; write 0, or")]
    [InlineData("policy: ../policy.txt", "policy: \"a\\0b\"", "5: policy: has a zero byte in it; write it anew")]
    [InlineData("identity: { key: gateway.key }", "identity: { key: \"a\\0b\" }", "4: identity.key: has a zero byte in it; write it anew")]
    [InlineData("store: { folder: data/edge-log,", "store: { folder: \"a\\0b\",", "6: store.folder: has a zero byte in it; write it anew")]
    [InlineData("domain: water }", "domain: gas }", "31: channels.tap.ph.domain: \"gas\" is not known; write pipeline, energy or water")]
    [InlineData("date: 2026-11-01", "date: 1.11.2026", "30: channels.main.pressure.calibration.date: \"1.11.2026\" is not a date")]
    [InlineData("certificate: C-17, who: City Metrology", "certificate: C-17", "30: channels.main.pressure.calibration.who: is missing")]
    public void A_fault_is_named_with_file_line_path_and_what_to_write(string part, string by, string expected)
    {
        var problem = Assert.Single(ConfigurationText.Problems(ConfigurationText.With(part, by)));

        Assert.StartsWith($"{ConfigurationText.Path}:", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_with_a_zero_byte_is_none() =>
        Assert.Contains(ConfigurationText.Problems(ConfigurationText.With("device: /dev/i2c-1", "device: \"/dev/i2c-1\\0\"")), p => p.Contains("buses.i2c-1.device: has a zero byte in it; write it anew", StringComparison.Ordinal));

    [Fact]
    public void A_contact_has_no_limit()
    {
        var text = ConfigurationText.With("channels:\n  main.pressure: { domain", "  - { driver: contact, bus: gpio, line: 22, period: 1s, options: { means: door }, channels: [{ name: door.count, output: count }] }\nchannels:\n  door.count: { alarm_high: 10 }\n  main.pressure: { domain");

        Assert.Contains("channels.door.count: has a limit, but a contact tells by itself", Assert.Single(ConfigurationText.Problems(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_on_a_bus_shares_its_address_with_its_own_thermometer_and_with_nothing_else()
    {
        const string Other = "driver: mcp3424\n    bus: i2c-1\n    address: 0x68\n    period: 2s\n    channels:\n      - { name: tap.ph, input: ch1, scale: voltage, unit: V }";
        var clock = ConfigurationText.With("source: host", "rtc: ds3231, rtc_bus: i2c-1");
        const string Ph = "driver: ezo-ph\n    bus: i2c-1\n    address: 0x63\n    period: 2s\n    channels:\n      - { name: tap.ph }";

        Assert.Equal(("ds3231", "i2c-1"), (ConfigurationText.Read(clock).Clock.Rtc, ConfigurationText.Read(clock).Clock.RtcBus));
        Assert.Equal("i2c-1", ConfigurationText.Read(clock.Replace(Ph, "driver: ds3231\n    bus: i2c-1\n    channels:\n      - { name: tap.ph }", StringComparison.Ordinal)).Clock.RtcBus);
        Assert.Contains(
            "10: clock.rtc_bus: has the mcp3424 at 0x68, where a DS3231 is; set another address strap there",
            Assert.Single(ConfigurationText.Problems(clock.Replace(Ph, Other, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_sensor_that_is_refused_its_bus_and_its_channels_are_looked_at_all_the_same()
    {
        var problems = ConfigurationText.Problems(ConfigurationText.With("period: 500ms", "period: soon").Replace("ads1115\n    bus: i2c-1", "ads1115\n    bus: i2c-2", StringComparison.Ordinal)
            .Replace("alarm_low: 2", "alarm_low: 9", StringComparison.Ordinal));

        Assert.Equal(3, problems.Length);
        Assert.Contains("17: sensors[0].bus: there is no I2C bus \"i2c-2\" under buses; add it, or write one of: i2c-1", problems[0], StringComparison.Ordinal);
        Assert.Contains("19: sensors[0].period: \"soon\" is not a duration", problems[1], StringComparison.Ordinal);
        Assert.Contains("30: channels.main.pressure.alarm_low: 9 is not below alarm_high, 8", problems[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_once_and_without_a_line()
    {
        using var folder = new Edge.Testing.TemporaryDirectory();
        var missing = folder.File("gateway.yaml");

        Assert.Equal($"{missing}: does not exist; name the gateway's YAML file", Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(missing)).Message);
        Assert.Equal($"{folder.Path}: is a folder; name the gateway's YAML file in it", Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(folder.Path)).Message);
    }

    [Fact]
    public void Of_two_channels_of_one_name_the_second_is_pointed_at() =>
        Assert.Equal(
            [$"{ConfigurationText.Path}:28: sensors[1].channels[0].name: two channels are named \"main.pressure\"; give each its own name"],
            ConfigurationText.Problems(ConfigurationText.With("name: tap.ph", "name: main.pressure").Replace("  tap.ph: { domain: water }\n", "", StringComparison.Ordinal)));

    [Fact]
    public void A_channel_name_of_other_characters_is_refused_and_its_settings_are_not_called_strange() =>
        Assert.Equal(
            [$"{ConfigurationText.Path}:28: sensors[1].channels[0].name: \"Tap PH\" is not a channel name; use 1 to 64 of a-z 0-9 . _ -"],
            ConfigurationText.Problems(ConfigurationText.With("name: tap.ph", "name: Tap PH")));

    [Theory]
    [InlineData("      - { name: tap.ph }", "      - tap.ph", "28: sensors[1].channels[0]: must be a mapping")]
    [InlineData("    channels:\n      - { name: tap.ph }", "    channels: tap.ph", "27: sensors[1].channels: must be a list")]
    public void Channels_that_cannot_be_read_are_not_called_unknown_as_well(string part, string by, string expected)
    {
        var problems = ConfigurationText.Problems(ConfigurationText.With(part, by));

        Assert.Contains(problems, p => p.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(problems, p => p.Contains("no sensor has this channel", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("who: technician Li", "who: #", "3: who: has 70000 characters; write at most 200")]
    [InlineData("certificate: C-17", "certificate: #", "30: channels.main.pressure.calibration.certificate: has 70000 characters")]
    [InlineData("who: City Metrology", "who: #", "30: channels.main.pressure.calibration.who: has 70000 characters")]
    [InlineData("result: exact", "result: #", "30: channels.main.pressure.calibration.result: has 70000 characters")]
    public void A_text_too_long_for_the_log_is_refused(string part, string by, string expected) =>
        Assert.Contains(expected, Assert.Single(ConfigurationText.Problems(ConfigurationText.With(part, by.Replace("#", new string('x', 70_000), StringComparison.Ordinal)))), StringComparison.Ordinal);

    [Fact]
    public void A_channel_whose_settings_are_too_long_for_the_log_is_refused() =>
        Assert.Contains(ConfigurationText.Problems(ConfigurationText.With("shunt: 150", $"shunt: 150.{new string('0', 20_000)}")),
            p => p.Contains("16: sensors[0]: main.pressure: the settings of one channel have 20", StringComparison.Ordinal));

    [Fact]
    public void All_faults_are_listed_at_once_in_the_order_of_the_file()
    {
        var problems = ConfigurationText.Problems(ConfigurationText.Good
            .Replace("domain: water", "domain: gas", StringComparison.Ordinal)
            .Replace("entries: 1000", "entries: 0", StringComparison.Ordinal)
            .Replace("address: 0x63", "address: 0x48", StringComparison.Ordinal)
            .Replace("who: technician Li", "whom: technician Li", StringComparison.Ordinal));

        Assert.Equal(["3: whom", "7: seal.entries", "25: sensors[1].address", "31: channels.tap.ph.domain"], problems.Select(p => string.Join(":", p.Split(':')[1..3])));
    }

    [Fact]
    public void What_depends_on_other_settings_is_said_beside_their_faults()
    {
        var problems = ConfigurationText.Problems(ConfigurationText.Good
            .Replace("commit_age: 500ms", "commit_age: 500ms, when_full: [stop: [tap.hp], evict]", StringComparison.Ordinal)
            .Replace("address: 0x63", "address: 0x48", StringComparison.Ordinal)
            .Replace("user: gw", "password_file: gone, tls: { ca: ca.pem, certificate: gw.pem }", StringComparison.Ordinal));

        Assert.Equal(
            ["6: store.when_full[0].stop", "8: broker.password_file", "8: broker.tls.ca", "8: broker.tls.certificate", "8: broker.tls.key", "8: broker.user", "25: sensors[1].address"],
            problems.Select(p => string.Join(":", p.Split(':')[1..3])).Order(StringComparer.Ordinal).OrderBy(p => int.Parse(p.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("no sensor has a channel \"tap.hp\"; known are main.pressure, tap.ph", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void That_no_sensor_is_listed_is_said_beside_other_faults() =>
        Assert.Contains(ConfigurationText.Problems(UpTo("sensors:").Replace("who:", "whom:", StringComparison.Ordinal)), p => p.Contains("sensors: is empty", StringComparison.Ordinal));

    [Theory]
    [InlineData("keep_anchored: 30d", "keep_anchored: 1min", "11: retention.keep_anchored: 1min is out of range; write 1h to 36500d")]
    [InlineData("commit_age: 500ms", "free_space_floor: lots", "6: store.free_space_floor: \"lots\" is not an amount of data; write a number with kB, MB, GB or TB, for example free_space_floor: 256MB")]
    public void Ranges_and_examples_are_what_people_would_write_there(string part, string by, string expected) =>
        Assert.Contains(expected, Assert.Single(ConfigurationText.Problems(ConfigurationText.With(part, by))), StringComparison.Ordinal);

    [Theory]
    [InlineData("address: 0x48", "address: 0x10")]
    [InlineData("data_rate: 128", "data_rate: 7")]
    [InlineData("gain: 4.096", "gain: 3")]
    [InlineData("gain: 4.096", "gain: 0.256")]
    [InlineData("input: ain0", "input: ain9")]
    [InlineData("low: 0, high: 10", "low: 10, high: 10")]
    [InlineData("shunt: 150", "shunt: 1")]
    [InlineData("low: 0", "low: zero")]
    [InlineData("unit: bar", "unit: a bar")]
    [InlineData("      - { name: main.pressure, input: ain0", "      - { name: b, input: ain0 , scale: loop, unit: bar, low: 0, high: 10, shunt: 150 }\n      - { name: main.pressure, input: ain0")]
    [InlineData("period: 2s", "period: 2s\n    options: { patience: 1h }")]
    [InlineData("address: 0x63", "address: 0x99")]
    [InlineData("device: /dev/i2c-1", "device: /dev/i2c-1, chip: x")]
    [InlineData("kind: linux, device", "kind: remote, device")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: pulse-flow\n    bus: gpio")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: ina226\n    bus: i2c-1\n    address: 0x10\n    options: { shunt: 100, averaging: 3, conversion_us: 1, bus_ratio: 0, current_ratio: 0 }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: ina226\n    bus: i2c-1\n    address: 0x40\n    options: { shunt: 0.1, max_current: 100 }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: ezo-do\n    bus: i2c-1\n    address: 0x99\n    options: { temperature: 150, sleep: yes }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: bme280\n    bus: i2c-1\n    address: 0x10\n    options: { oversampling: 3 }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: ds18b20\n    bus: i2c-1\n    device: 28-0316a27913ff")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: ds18b20\n    bus: w1\n    device: 10-0316a27913ff")]
    [InlineData("gpio: { kind: linux, chip: pinctrl-bcm2711 }", "gpio: { kind: linux, chip: pinctrl-bcm2711, folder: /sys/bus/w1/devices }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: ina226\n    bus: i2c-1\n    address: 0x40\n    options: { shunt: 0.1, max_current: 0.001 }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: ina219\n    bus: i2c-1\n    address: 0x10\n    options: { max_current: 100, averaging: 3, bus_range: 26 }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63", "driver: ina228\n    bus: i2c-1\n    address: 0x10\n    options: { max_current: 0.00001, averaging: 3, conversion_us: 1 }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63\n    period: 2s\n    channels:\n      - { name: tap.ph }", "driver: ina219\n    bus: i2c-1\n    channels:\n      - { name: tap.ph, output: power }\n      - { name: tap.two, output: power }")]
    [InlineData("address: 0x48\n    period: 500ms\n    options: { data_rate: 128, gain: 4.096 }", "address: 0x50\n    period: 500ms\n    options: { data_rate: 100, gain: 3 }")]
    [InlineData("driver: ads1115\n    bus: i2c-1\n    address: 0x48\n    period: 500ms\n    options: { data_rate: 128, gain: 4.096 }", "driver: ads1015\n    bus: i2c-1\n    address: 0x50\n    period: 500ms\n    options: { data_rate: 860 }")]
    [InlineData("driver: ads1115\n    bus: i2c-1\n    address: 0x48\n    period: 500ms\n    options: { data_rate: 128, gain: 4.096 }", "driver: mcp3424\n    bus: i2c-1\n    address: 0x50\n    period: 500ms\n    options: { bits: 17, gain: 4.096 }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63\n    period: 2s\n    channels:\n      - { name: tap.ph }", "driver: pzem-004t\n    bus: i2c-1\n    address: 248\n    options: { current_range: 5, patience: 3s }\n    channels:\n      - { name: tap.ph, output: power }\n      - { name: tap.two, output: power }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63\n    period: 2s\n    channels:\n      - { name: tap.ph }", "driver: pzem-004t\n    bus: i2c-1\n    channels:\n      - { name: tap.ph, output: power }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63\n    period: 2s\n    channels:\n      - { name: tap.ph }", "driver: ade7953\n    bus: i2c-1\n    address: 0x39\n    options: { voltage_gain: 3, current_a_gain: 3 }\n    channels:\n      - { name: tap.ph, output: power_a }\n      - { name: tap.two, output: power_a }")]
    [InlineData("driver: ezo-ph\n    bus: i2c-1\n    address: 0x63\n    period: 2s\n    channels:\n      - { name: tap.ph }", "driver: ds3231\n    bus: i2c-1\n    address: 0x69\n    channels:\n      - { name: tap.ph }\n      - { name: tap.two }")]
    [InlineData("device: /dev/i2c-1", "device: /dev/i2c-1, serial: /dev/ttyUSB0")]
    [InlineData("      - { name: tap.ph }", "      - { name: tap.ph }\n      - { name: tap.two }")]
    public void What_a_driver_refuses_is_said_in_both_languages(string part, string by) => Assert.NotEmpty(ConfigurationText.Problems(ConfigurationText.With(part, by)));

    [Fact]
    public void A_device_on_1_wire_is_known_by_its_serial_and_listed_once()
    {
        const string Thermometer = "  - { driver: ds18b20, bus: w1, device: 28-0316a27913ff, channels: [{ name: NAME }] }\n";
        var wired = ConfigurationText.With("  gpio: {", "  w1: { kind: linux, folder: /sys/bus/w1/devices }\n  gpio: {");
        var once = wired.Replace("  - driver: ezo-ph", Thermometer.Replace("NAME", "pipe", StringComparison.Ordinal) + "  - driver: ezo-ph", StringComparison.Ordinal);
        var twice = once.Replace("  - driver: ezo-ph", Thermometer.Replace("NAME", "tank", StringComparison.Ordinal) + "  - driver: ezo-ph", StringComparison.Ordinal);

        Assert.Contains("\"device\":\"28-0316a27913ff\"", ConfigurationText.Read(once).Channels.Single(c => c.Name == "pipe").Definition, StringComparison.Ordinal);
        Assert.Contains("\"address\":\"0x63\"", ConfigurationText.Read(once).Channels.Single(c => c.Name == "tap.ph").Definition, StringComparison.Ordinal);
        Assert.Contains("sensors[2].device: is also used by sensors[1]; list each device once", Assert.Single(ConfigurationText.Problems(twice)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_where_sensors_should_be_listed_is_asked_for_once() =>
        Assert.Contains($"{ConfigurationText.Path}:12: sensors: must be a list: each item starts with \"- \"", ConfigurationText.Problems(UpTo("buses:") + "sensors: ads1115\n"));

    [Fact]
    public void A_file_without_sensors_is_refused() =>
        Assert.Equal([$"{ConfigurationText.Path}:1: sensors: is empty; list at least one sensor"], ConfigurationText.Problems(UpTo("sensors:")));

    private static string UpTo(string heading) => ConfigurationText.Good[..ConfigurationText.Good.IndexOf(heading, StringComparison.Ordinal)];
}
