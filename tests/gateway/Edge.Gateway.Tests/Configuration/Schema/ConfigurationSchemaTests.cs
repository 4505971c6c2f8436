using Edge.Gateway.Configuration.Schema;
using Edge.Sensors.Catalog;
using Edge.Testing;

namespace Edge.Gateway.Tests.Configuration.Schema;

/// <summary>The published JSON Schema against the reader, the pages of settings, and files that are good and bad.</summary>
public sealed class ConfigurationSchemaTests
{
    [Fact]
    public async Task The_published_file_is_what_the_program_prints()
    {
        await using var process = ChildProcess.Start(Programs.Gateway, ["config", "schema"]);

        Assert.Equal(0, await process.WaitForExit());
        Assert.Equal(PublishedSchema.Text.TrimEnd('\n'), process.Output.ToString().TrimEnd('\n'));
    }

    [Fact]
    public void Every_setting_that_the_reader_knows_is_in_it_and_no_other()
    {
        var known = KnownSettings.All();
        var published = PublishedSchema.Settings().Select(s => (s.Section, s.Name)).Where(s => s.Section != "store.when_full.thin").ToHashSet();

        Assert.Equal("", string.Join(", ", known.Except(published)));
        Assert.Equal("", string.Join(", ", published.Except(known)));
    }

    [Fact]
    public void Every_setting_has_a_description_and_says_what_its_value_looks_like() => Assert.All(PublishedSchema.Settings(), s =>
    {
        Assert.True(s.Schema.TryGetProperty("description", out var told) && told.GetString()!.Contains('\n', StringComparison.Ordinal), $"{s.Section}: {s.Name}");
        Assert.True(new[] { "type", "enum", "anyOf" }.Any(k => s.Schema.TryGetProperty(k, out _)), $"{s.Section}: {s.Name}");
    });

    [Fact]
    public void A_setting_is_needed_in_it_exactly_where_the_reader_misses_it()
    {
        var asked = new AskedOfFile();
        var problems = ConfigurationText.Problems(ModelSite.Text(_ => "")).Where(p => p.Contains(": is missing", StringComparison.Ordinal) || p.Contains(".line: ", StringComparison.Ordinal))
            .Select(p => p.Split(": ")[1]).ToHashSet();
        var missed = (from path in asked.Paths where !IsHelp(path) from setting in asked[path].All where setting.IsNeeded && !IsWritten(path, setting.Name) select Place(path, setting.Name)).ToHashSet();

        // These follow from another setting beside them.
        Assert.Equal(["site.listen", "buses.remote.socket"], problems.Except(missed));
        Assert.Equal(["store.when_full[0].thin.keep"], missed.Except(problems));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void The_reader_takes_what_is_within_the_limits_and_nothing_else(string path, string name, string[] within, string[] outside)
    {
        Assert.All(within, value => Assert.Empty(Refusals(path, name, value)));
        Assert.All(outside, value => Assert.NotEmpty(Refusals(path, name, value)));
    }

    public static TheoryData<string, string, string[], string[]> Limits()
    {
        var (asked, limits) = (new AskedOfFile(), new TheoryData<string, string, string[], string[]>());
        foreach (var (path, setting) in asked.Paths.SelectMany(p => asked[p].All.Select(s => (p, s))).Where(s => !IsWritten(s.p, s.s.Name) && !IsHelp(s.p)))
        {
            if (SettingLimits.Of(setting) is ({ Length: > 0 } within, var outside))
                limits.Add(path, setting.Name, within, outside);
        }

        return limits;
    }

    [Fact]
    public void Good_files_fit()
    {
        var page = File.ReadAllLines(Path.Combine(Programs.RepositoryRoot, "gateway", "Edge.Gateway", "Configuration", "README.md"));
        var example = string.Join('\n', page.SkipWhile(l => l != "```yaml").Skip(1).TakeWhile(l => l != "```"));

        Assert.All([example, ConfigurationText.Good, Full], text => Assert.Empty(PublishedSchema.Editor.Faults(text)));
        Assert.NotNull(ConfigurationText.Read(Full));
    }

    [Theory]
    [InlineData("version: 1", "version: 2")]
    [InlineData("origin: city.example/water-gw-0001\n", "")]
    [InlineData("who: technician Li", "whom: technician Li")]
    [InlineData("{ key: gateway.key }", "{ }")]
    [InlineData("identity: { key: gateway.key }\n", "")]
    [InlineData("commit_age: 500ms", "commit_age: 500")]
    [InlineData("commit_age: 500ms", "commit_age: 5 minutes")]
    [InlineData("entries: 1000", "entries: 0")]
    [InlineData("entries: 1000", "entries: many")]
    [InlineData("port: 8884", "port: 70000")]
    [InlineData("source: host", "source: gps")]
    [InlineData("kind: linux, device", "kind: windows, device")]
    [InlineData("kind: linux, device: /dev/i2c-1", "kind: linux")]
    [InlineData("kind: linux, device: /dev/i2c-1", "kind: remote, device: /dev/i2c-1")]
    [InlineData("driver: ads1115", "driver: ads1155")]
    [InlineData("driver: ads1115\n", "driver: bme280\n")]
    [InlineData("address: 0x48", "address: 0x50")]
    [InlineData("data_rate: 128", "data_rate: 100")]
    [InlineData("gain: 4.096", "gain: 5")]
    [InlineData("input: ain0", "input: ain4")]
    [InlineData(", high: 10", "")]
    [InlineData("scale: loop", "scale: voltage")]
    [InlineData("shunt: 150", "shunt: 5")]
    [InlineData("unit: bar", "unit: pounds per square inch")]
    [InlineData("name: tap.ph", "name: Tap pH")]
    [InlineData("domain: water", "domain: gas")]
    [InlineData("date: 2026-11-01", "date: first of November")]
    [InlineData("alarm_low: 2", "alarm_low: low")]
    [InlineData("host: broker.city.example", "host: \"\"")]
    [InlineData("host: broker.city.example", "host: ~")]
    [InlineData("name: tap.ph", "name: null")]
    [InlineData("address: 0x48", "address: ~")]
    [InlineData("address: 0x48", "address: \"0x4G\"")]
    [InlineData("kind: linux, device: /dev/i2c-1", "kind: remote, socket: ~")]
    [InlineData("kind: linux, device: /dev/i2c-1", "kind: remote, socket: /run/a.sock, device: /dev/i2c-1")]
    [InlineData("kind: linux, device: /dev/i2c-1", "kind: linux, device: /dev/i2c-1, folder: /sys/bus/w1/devices")]
    [InlineData("    channels:\n      - { name: tap.ph }\n", "")]
    [InlineData("    period: 500ms\n    options: { data_rate: 128", "    options: { mode: continuous, data_rate: 128")]
    [InlineData("    period: 500ms\n    options: { data_rate: 128", "    options: { mode: continuous, ready_bus: gpio, data_rate: 128")]
    [InlineData("data_rate: 128", "data_rate: 128, ready_bus: gpio, ready_line: 4")]
    [InlineData("data_rate: 128", "data_rate: 128, mode: single-shot, ready_line: 4")]
    [InlineData("domain: water }", "domain: water, alarm_deadband: 0.1 }")]
    public void A_wrong_file_does_not_fit_and_the_reader_refuses_it_too(string part, string by)
    {
        var text = ConfigurationText.With(part, by);

        Assert.NotEmpty(PublishedSchema.Editor.Faults(text));
        Assert.NotEmpty(ConfigurationText.Problems(text));
    }

    [Theory]
    [InlineData("version: 1", "version: \"1\"")]
    [InlineData("version: 1", "version: 1.0")]
    [InlineData("version: 1", "version: 0x1")]
    [InlineData("who: technician Li", "who: true")]
    [InlineData("who: technician Li", "who:")]
    [InlineData("who: technician Li", "who: ~")]
    [InlineData("port: 8884", "port: \"8884\"")]
    [InlineData("port: 8884", "port: 8884, tls: ")]
    [InlineData("address: 0x48", "address: \"0x48\"")]
    [InlineData("address: 0x48", "address: 0X48")]
    [InlineData("address: 0x48", "address: 0o110")]
    [InlineData("address: 0x48", "address: 72.0")]
    [InlineData("address: 0x48", "address: 7.2e1")]
    [InlineData("    channels:\n      - { name: tap.ph }\n", "    options:\n    channels:\n      - { name: tap.ph }\n")]
    [InlineData("    channels:\n      - { name: tap.ph }\n", "    options: null\n    channels:\n      - { name: tap.ph }\n")]
    [InlineData("data_rate: 128", "data_rate: \"128\"")]
    [InlineData("shunt: 150", "shunt: 0x96")]
    [InlineData("unit: bar", "unit: 1")]
    [InlineData("  tap.ph: { domain: water }", "  tap.ph: { domain: water, range: [0, \"14\"] }")]
    [InlineData("  tap.ph: { domain: water }", "  tap.ph:")]
    [InlineData("  tap.ph: { domain: water }", "  tap.ph: { domain: water, alarm_deadband: 0 }")]
    [InlineData("  tap.ph: { domain: water }", "  tap.ph: { domain: water, alarm_deadband: 0.1, alarm_high: 9 }")]
    [InlineData("    period: 500ms\n    options: { data_rate: 128", "    options: { mode: continuous, ready_bus: gpio, ready_line: 4, data_rate: 128")]
    [InlineData("data_rate: 128", "data_rate: 128, mode: single-shot, ready_bus: ~")]
    public void A_good_file_fits_and_the_reader_takes_it_too(string part, string by)
    {
        var text = ConfigurationText.With(part, by);

        Assert.Empty(PublishedSchema.Editor.Faults(text));
        Assert.NotNull(ConfigurationText.Read(text));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("01")]
    [InlineData("1e3")]
    public void A_channel_may_have_a_name_that_YAML_takes_for_something_else(string name)
    {
        var text = ConfigurationText.Good.Replace("tap.ph", name, StringComparison.Ordinal);

        Assert.Empty(PublishedSchema.Editor.Faults(text));
        Assert.NotNull(ConfigurationText.Read(text));
    }

    private const string Full =
        """
        # yaml-language-server: $schema=gateway.schema.json
        version: 1
        origin: city.example/water-gw-0001
        identity: { key: gateway.key }
        policy: policy.txt
        store:
          budget: 4 GiB
          card: { capacity: 32GB, endurance_cycles: 3000 }
          when_full: [stop: [hall.temperature], thin: { keep: 10, channels: [main.flow] }, evict]
        broker: { host: 10.1.2.3, user: 4711 }
        historian: { enabled: true, rate: 20kB }
        clock: { rtc: rtc0, drift_ppm: 20 }
        buses:
          i2c-1: { kind: linux, device: /dev/i2c-1 }
          gpio: { kind: linux, chip: pinctrl-bcm2711 }
          w1: { kind: linux, folder: /sys/bus/w1/devices }
          rs485: { kind: linux, serial: /dev/ttyUSB0 }
          bench: { kind: remote, socket: /run/edge-sim.sock }
        sensors:
          - { driver: ads1115, bus: i2c-1, channels: [{ name: tank.pressure, input: ain1, scale: voltage, unit: kPa, ratio: 11 }] }
          - { driver: ina219, bus: i2c-1, address: 65, options: { shunt: 0.01, max_current: 3 }, channels: [{ name: pump.v, output: voltage }, { name: pump.i, output: current }] }
          - { driver: pzem-004t, bus: rs485, address: 7, options: { current_range: 10 }, channels: [{ name: pump.energy, output: energy }] }
          - { driver: ezo-ph, bus: i2c-1, period: 2s, options: { sleep: true, temperature: 15.5 }, channels: [{ name: tap.ph }] }
          - { driver: bme280, bus: i2c-1, channels: [{ name: hall.temperature, output: temperature }] }
          - { driver: ds18b20, bus: w1, channels: [{ name: pipe.temperature }], device: 28-0316a27913ff }
          - { driver: pulse-flow, bus: gpio, line: 17, options: { k_factor: 455.5, debounce: 1ms }, channels: [{ name: main.flow, output: rate }] }
        derived:
          - { name: main.volume, formula: total, of: main.flow }
          - { name: pump.power, formula: product, of: [pump.v, pump.i], unit: W }
          - { name: tank.level, formula: level, of: tank.pressure, density: 998.2 }
        channels:
          main.flow: { range: [0, 100], rate: 5, flat_line: 1h, flat_band: 0.01, warm_up: 2s }
          tap.ph: { domain: water, calibration: { date: 2026-11-01, who: Li, certificate: 4711 } }

        """;

    /// <summary>Settings that the model site writes: nobody can write them there again.</summary>
    private static bool IsWritten(string path, string name) => name is "driver" or "kind" or "formula" or "of" || (name == "scale" && path.Contains(".channels", StringComparison.Ordinal));

    /// <summary>What is there only for others to refer to.</summary>
    private static bool IsHelp(string path) =>
        path == "channels.a-pressure" || (path.StartsWith("sensors[", StringComparison.Ordinal) && SensorCatalog.Drivers.All(d => !path.StartsWith(ModelSite.Sensor(d), StringComparison.Ordinal)));

    /// <summary>What the reader says against a value itself, not against what else is written or missing beside it.</summary>
    private static IEnumerable<string> Refusals(string path, string name, string value) =>
        ConfigurationText.Problems(ModelSite.Text(p => p == path ? $"{name}: {value}, " : ""))
            .Where(p => p.Contains($": {Place(path, name)}: ", StringComparison.Ordinal) && !OfOthers.Any(o => p.Contains(o, StringComparison.Ordinal)));

    private static readonly string[] OfOthers = [" needs ", ": is about a battery-backed clock;", ": says nothing alone;", ": belongs to an I2C bus"];

    private static string Place(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
