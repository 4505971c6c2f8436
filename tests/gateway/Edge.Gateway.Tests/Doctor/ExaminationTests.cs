using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Words;
using Edge.Gateway.Health;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Testing;

namespace Edge.Gateway.Tests.Doctor;

public sealed class ExaminationTests : IDisposable
{
    private readonly DoctorRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Of_a_board_that_is_well_every_check_is_well_every_device_says_what_it_is_and_every_channel_is_read()
    {
        var findings = await _rig.LookAsync();

        Assert.Equal(Verdict.Ok, findings.Verdict);
        Assert.Equal([(0x45, "ina226"), (0x49, "ads1115 / ads1015"), (0x76, "bme280")], Assert.Single(findings.Buses).Found.Select(f => ((int)f.Address, f.Name)));
        var pressure = findings.Readings[0];
        Assert.Equal(("main.pressure", "AIN0", Quality.Good), (pressure.Channel, pressure.Terminal, pressure.Quality));
        Assert.Equal(5, pressure.Value!.Value, 0.01);
        Assert.Equal(12, pressure.Milliamps!.Value, 0.01);
        Assert.InRange(pressure.Raw!.Value, 14_390, 14_410);
        Assert.Equal(Enum.GetValues<Topic>().Except([Topic.Sparkplug]), findings.Checks.Select(c => c.Topic).Distinct());
    }

    /// <summary>Each fault of a device, with the one check that it must lead to; everything else stays well, or was not read because of it.</summary>
    [Theory]
    [InlineData("main.pressure", "no-acknowledge", Symptom.DeviceSilent, Reason.None, "ADDR=VDD")]
    [InlineData("main.pressure", "unplugged", Symptom.DeviceSilent, Reason.None, "SDA")]
    [InlineData("main.pressure", "bus-stuck", Symptom.BusStuck, Reason.None, "Unplug the devices one by one")]
    [InlineData("main.pressure", "arbitration-lost", Symptom.ReadingAbsent, Reason.BusFault, "pull-ups")]
    [InlineData("main.pressure", "timed-out", Symptom.ReadingAbsent, Reason.BusFault, "pull-ups")]
    [InlineData("main.pressure", "short", Symptom.ReadingAbsent, Reason.Garbled, "shorten the cable")]
    [InlineData("main.pressure", "garbage", Symptom.ReadingAbsent, Reason.Garbled, "shorten the cable")]
    [InlineData("main.pressure", "wrong-identity", Symptom.ReadingAbsent, Reason.Garbled, "0x49")]
    [InlineData("main.pressure", "saturated", Symptom.ReadingAbsent, Reason.Saturated, "AIN0 of ads1115")]
    [InlineData("main.pressure", "never-ready", Symptom.ReadingAbsent, Reason.NotReady, "switch its power")]
    [InlineData("pump.voltage", "unplugged", Symptom.DeviceSilent, Reason.None, "A1=VS A0=VS")]
    [InlineData("pump.voltage", "wrong-identity", Symptom.DeviceOther, Reason.None, "print on its chip")]
    [InlineData("box.temperature", "unplugged", Symptom.DeviceSilent, Reason.None, "SDO=GND")]
    [InlineData("box.temperature", "wrong-identity", Symptom.DeviceOther, Reason.None, "print on its chip")]
    public async Task A_fault_leads_to_its_symptom_and_its_advice_and_to_nothing_else(string channel, string fault, Symptom symptom, Reason reason, string advice)
    {
        _rig.Break(channel, fault);

        var findings = await _rig.LookAsync();

        var broken = findings.Checks.Where(c => c.Verdict == Verdict.Broken).ToList();
        Assert.All(broken, c => Assert.Equal((symptom, reason), (c.Symptom, c.Reason)));
        Assert.Contains(broken, c => DoctorWords.English.Advice(c)!.Contains(advice, StringComparison.Ordinal));
        Assert.All(findings.Checks.Where(c => c.Verdict == Verdict.Look), c => Assert.Equal(Symptom.NotRead, c.Symptom));
        var others = findings.Readings.Where(r => r.Driver != findings.Readings.First(o => o.Channel == channel).Driver);
        Assert.All(others, r => Assert.Equal(symptom == Symptom.BusStuck ? null : Quality.Good, r.Quality));
    }

    [Fact]
    public async Task A_device_with_another_strap_is_found_and_both_straps_are_named()
    {
        _rig.Text = _rig.Text.Replace("0x49", "0x48", StringComparison.Ordinal);

        var check = Assert.Single((await _rig.LookAsync()).Checks, c => c.Verdict == Verdict.Broken);

        Assert.Equal(Symptom.DeviceElsewhere, check.Symptom);
        Assert.Equal("Move its strap from ADDR=VDD to ADDR=GND, or write address: 0x49 in the configuration.", DoctorWords.English.Advice(check));
    }

    [Fact]
    public async Task The_straps_of_a_device_are_those_of_the_catalogue_which_has_them_from_its_data_sheet()
    {
        using var rig = new DoctorRig("""
            name: straps
            sensors:
              - { domain: pipeline, driver: mcp3424, bus: i2c-1, address: 0x6A, period: 2s, channels: [
                  { name: main.pressure, input: ch1, scale: voltage, unit: V, signal: { mean: 1, swing: 0, period: 7min, noise: 0 } } ] }
            """);
        rig.Text = rig.Text.Replace("0x6a", "0x69", StringComparison.OrdinalIgnoreCase);

        var check = Assert.Single((await rig.LookAsync()).Checks, c => c.Verdict == Verdict.Broken);

        Assert.Equal(("Adr0=VSS Adr1=open", "Adr0=VSS Adr1=VDD"), (check.Strap, check.StrapInstead));
    }

    [Fact]
    public async Task Another_device_at_an_address_is_named_and_what_nobody_asked_for_is_too()
    {
        _rig.Text = _rig.Text.Replace("driver: ina226", "driver: ina228", StringComparison.Ordinal).Replace("driver: bme280\n    bus: i2c-1\n    address: 0x76", "driver: bme280\n    bus: i2c-1\n    address: 0x77", StringComparison.Ordinal);
        var changed = (await _rig.LookAsync()).Checks;

        Assert.Contains(changed, c => c is { Symptom: Symptom.DeviceOther, Subject: "i2c-1 0x45", Instead: "ina226" });
        Assert.Contains(changed, c => c is { Symptom: Symptom.DeviceElsewhere, Subject: "i2c-1 0x77", Instead: "0x76" });

        using var more = new DoctorRig();
        more.Text = string.Join('\n', more.Text.Split('\n').TakeWhile(l => !l.Contains("driver: bme280", StringComparison.Ordinal))) + "\n";
        Assert.Contains((await more.LookAsync()).Checks, c => c is { Symptom: Symptom.DeviceUnasked, Subject: "i2c-1 0x76", Instead: "bme280", Verdict: Verdict.Look });
    }

    [Fact]
    public async Task A_device_that_only_its_reading_gives_away_is_one_thing_to_mend_named_by_what_it_is_and_without_a_current()
    {
        using var rig = new DoctorRig(DoctorRig.Devices.Replace("ads1115", "ads1015", StringComparison.Ordinal).Replace("mean: 5,", "mean: 5.003,", StringComparison.Ordinal));
        Assert.Contains((await rig.LookAsync()).Checks, c => c is { Subject: "i2c-1 0x49", Symptom: Symptom.DeviceGood, Detail: null });
        rig.Break("main.pressure", "wrong-identity");

        var findings = await rig.LookAsync();

        var check = Assert.Single(findings.Checks, c => c.Verdict == Verdict.Broken);
        Assert.Equal(("i2c-1 0x49", Symptom.DeviceOther, "ads1115"), (check.Subject, check.Symptom, check.Instead));
        Assert.Single(findings.Checks, c => c.Subject == "i2c-1 0x49");
        Assert.All(findings.Readings.Where(r => r.Driver == "ads1015"), r => Assert.Equal((null, null, null), (r.Quality, r.Raw, r.Milliamps)));
    }

    [Fact]
    public async Task Of_another_device_is_told_what_its_identity_registers_hold()
    {
        _rig.Break("pump.voltage", "wrong-identity");
        var monitor = Assert.Single((await _rig.LookAsync()).Checks, c => c.Symptom == Symptom.DeviceOther);
        using var chip = new OneChip(0x76, 0x12);
        _rig.Bus = chip;
        var bosch = Assert.Single((await _rig.LookAsync()).Checks, c => c.Symptom == Symptom.DeviceOther);

        foreach (var (check, registers) in new[] { (monitor, "0xFE = 0x"), (bosch, "0xD0 = 0x12") })
        {
            Assert.Contains(registers, DoctorWords.English.Found(check), StringComparison.Ordinal);
            Assert.Contains(registers, DoctorWords.Chinese.Found(check), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_range_that_is_the_widest_of_its_converter_is_known_as_that_and_a_terminal_without_a_shunt_too()
    {
        using var rig = new DoctorRig("""
            name: wide
            sensors:
              - { domain: pipeline, driver: mcp3424, bus: i2c-1, address: 0x6A, period: 2s, channels: [
                  { name: main.pressure, input: ch1, scale: voltage, unit: V, signal: { mean: 1, swing: 0, period: 7min, noise: 0 } } ] }
              - { domain: pipeline, driver: ads1115, bus: i2c-1, address: 0x49, period: 500ms, options: { gain: 4.096 }, channels: [
                  { name: main.level, input: ain2, scale: loop, unit: m, low: 0, high: 4, shunt: 150, signal: { mean: 2, swing: 1, period: 7min, noise: 0 } } ] }
            """);
        rig.Break("main.pressure", "saturated");
        rig.Break("main.level", "saturated");

        var checks = (await rig.LookAsync()).Checks.Where(c => c.Reason == Reason.Saturated);

        Assert.Equal([("main.pressure", false, true), ("main.level", true, false)], checks.Select(c => (c.Subject, c.HasShunt, c.IsWidest)));
    }

    [Theory]
    [InlineData(1, Verdict.Ok)]
    [InlineData(int.MaxValue, Verdict.Broken)]
    public async Task What_a_second_look_finds_well_is_not_broken(int glitches, Verdict verdict)
    {
        _rig.OnProgress = at => _rig.Glitches = at.Subject.StartsWith("main.pressure", StringComparison.Ordinal) ? glitches : 0;

        var findings = await _rig.LookAsync();

        Assert.Equal(verdict, findings.Verdict);
        Assert.Equal(["main.pressure", "main.level"], findings.Checks.Where(c => c.IsSecond).Select(c => c.Subject));
        if (verdict == Verdict.Ok)
            Assert.Contains("second look", DoctorWords.English.Found(findings.Checks.First(c => c.IsSecond)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WrongDevice", false)]
    [InlineData("Saturated", false)]
    [InlineData("LoopLow", true)]
    public async Task A_reading_without_a_value_has_a_current_only_where_that_current_is_what_is_wrong(string reason, bool hasCurrent)
    {
        var read = new ChannelHealth("pipeline", "bar", null, "Bad", reason, 0.4, 0.5) { Raw = 3_000 };
        _rig.Running = new RunningGateway(true, new GatewayHealth { Gateway = "g", Time = "", Connected = true, Channels = new Dictionary<string, ChannelHealth> { ["main.pressure"] = read } });

        Assert.Equal(hasCurrent, (await _rig.LookAsync()).Readings[0].Milliamps is not null);
    }

    [Fact]
    public async Task When_nothing_answers_it_is_the_bus_and_not_each_device()
    {
        foreach (var channel in new[] { "main.pressure", "pump.voltage", "box.temperature" })
            _rig.Break(channel, "unplugged");

        var check = Assert.Single((await _rig.LookAsync()).Checks, c => c.Verdict == Verdict.Broken);

        Assert.Equal(Symptom.BusSilent, check.Symptom);
    }

    [Fact]
    public async Task Beside_a_running_gateway_none_of_its_devices_is_asked_anything_and_its_readings_are_shown()
    {
        var read = new ChannelHealth("pipeline", "bar", 4.5, "Good", "None", 0.4, 0.5) { Raw = 13_200 };
        var health = new GatewayHealth { Gateway = "g", Time = "", Connected = true, Channels = new Dictionary<string, ChannelHealth> { ["main.pressure"] = read } };
        _rig.Running = new RunningGateway(true, health);

        var findings = await _rig.LookAsync();

        Assert.Empty(_rig.Touched.Intersect([(byte)0x45, (byte)0x49, (byte)0x76]));
        Assert.Contains((byte)0x48, _rig.Touched);
        Assert.Equal((4.5, 13_200, 0.4), (findings.Readings[0].Value, findings.Readings[0].Raw!.Value, findings.Readings[0].SecondsAgo));
        Assert.Equal(11, findings.Readings[0].Milliamps!.Value, 0.01);
        Assert.True(findings.Running);
        Assert.Contains(findings.Checks, c => c is { Subject: "main.level", Symptom: Symptom.NotRead });
    }

    [Fact]
    public async Task Something_that_holds_the_key_and_does_not_say_how_it_is_counts_as_a_running_gateway()
    {
        _rig.Running = new RunningGateway(true, null);

        var findings = await _rig.LookAsync();

        Assert.Empty(_rig.Touched.Intersect([(byte)0x45, (byte)0x49, (byte)0x76]));
        Assert.Contains(findings.Checks, c => c.Symptom == Symptom.GatewayMute);
        Assert.All(findings.Readings, r => Assert.Null(r.Quality));
    }

    [Fact]
    public async Task A_flow_meter_whose_line_is_gone_is_told_with_its_line_and_one_that_turns_has_its_rate()
    {
        using var rig = new DoctorRig("""
            name: flow
            sensors:
              - { domain: pipeline, driver: pulse-flow, bus: gpio, line: 27, period: 200ms, options: { k_factor: 450 }, channels: [
                  { name: main.flow, output: rate, signal: { mean: 22, swing: 1, period: 7min, noise: 0 } } ] }
            """);
        Assert.Equal(Quality.Good, (await rig.LookAsync()).Readings[0].Quality);

        rig.Break("main.flow", "unplugged");

        var check = Assert.Single((await rig.LookAsync()).Checks, c => c.Verdict == Verdict.Broken);
        Assert.Equal(Reason.Removed, check.Reason);
        Assert.Contains("gpio 27", DoctorWords.English.Advice(check), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_gateways_own_clock_on_a_bus_is_nobody_unasked_and_is_left_alone_while_it_runs(bool runs)
    {
        using var rig = new DoctorRig("""
            name: clock
            sensors:
              - { domain: pipeline, driver: mcp3424, bus: i2c-1, address: 0x68, period: 2s, channels: [
                  { name: main.pressure, input: ch1, scale: voltage, unit: V, signal: { mean: 1, swing: 0, period: 7min, noise: 0 } } ] }
              - { domain: water, driver: bme280, bus: i2c-1, address: 0x76, period: 1s, channels: [
                  { name: box.temperature, output: temperature, signal: { mean: 20, swing: 1, period: 7min, noise: 0 } } ] }
            """);
        var lines = rig.Text.Split('\n').ToList();
        lines.RemoveRange(lines.FindIndex(l => l.Contains("mcp3424", StringComparison.Ordinal)), lines.FindIndex(l => l.Contains("bme280", StringComparison.Ordinal)) - lines.FindIndex(l => l.Contains("mcp3424", StringComparison.Ordinal)));
        lines.RemoveAll(l => l.Contains("main.pressure", StringComparison.Ordinal));
        rig.Text = string.Join('\n', lines).Replace("buses:", "clock: { rtc: ds3231, rtc_bus: i2c-1 }\nbuses:", StringComparison.Ordinal);
        rig.Running = runs ? new RunningGateway(true, null) : RunningGateway.None;

        var findings = await rig.LookAsync();

        Assert.DoesNotContain(findings.Checks, c => c.Symptom == Symptom.DeviceUnasked);
        Assert.Equal(!runs, rig.Touched.Contains((byte)0x68));
    }

    [Fact]
    public async Task What_the_running_gateway_read_too_long_ago_is_no_reading()
    {
        var old = new ChannelHealth("pipeline", "bar", 4.5, "Good", "None", 60, 0.5);
        _rig.Running = new RunningGateway(true, new GatewayHealth { Gateway = "g", Time = "", Channels = new Dictionary<string, ChannelHealth> { ["main.pressure"] = old } });

        var findings = await _rig.LookAsync();

        Assert.Null(findings.Readings[0].Value);
        Assert.Contains(findings.Checks, c => c is { Subject: "main.pressure", Symptom: Symptom.ReadingAbsent, Reason: Reason.Overrun });
    }

    [Fact]
    public async Task The_broker_is_asked_under_a_name_that_ends_no_gateways_connection()
    {
        var broker = new WillingBroker("The broker b:1 cannot be reached: no route.");
        _rig.Broker = broker;

        var check = Assert.Single((await _rig.LookAsync()).Checks, c => c.Verdict != Verdict.Ok);

        Assert.Equal((Symptom.BrokerAway, "water-gw-0001.doctor"), (check.Symptom, broker.ClientId));
    }

    [Fact]
    public async Task The_broker_of_the_operators_hosts_is_asked_where_it_is_not_the_citys()
    {
        var broker = new WillingBroker("The broker s:1 cannot be reached: no route.");
        _rig.Broker = broker;
        _rig.Text += "\nsparkplug: { group: water }\n";
        Assert.DoesNotContain((await _rig.LookAsync()).Checks, c => c.Topic == Topic.Sparkplug);

        _rig.Text = _rig.Text.Replace("{ group: water }", "{ group: water, broker: { host: 127.0.0.2 } }", StringComparison.Ordinal);
        var check = Assert.Single((await _rig.LookAsync()).Checks, c => c.Topic == Topic.Sparkplug);

        Assert.Equal((Symptom.SparkplugAway, Verdict.Broken, "127.0.0.2:1883", "water-gw-0001.doctor"), (check.Symptom, check.Verdict, check.Subject, broker.ClientId));
        Assert.Equal(["127.0.0.1:9", "127.0.0.1:9", "127.0.0.2:1883"], broker.Asked);
    }

    [Theory]
    [InlineData(true, Symptom.BrokerGood)]
    [InlineData(false, Symptom.SparkplugAway)]
    public async Task Of_a_gateway_that_runs_its_own_link_to_the_hosts_counts(bool isConnected, Symptom symptom)
    {
        var broker = new WillingBroker();
        _rig.Broker = broker;
        _rig.Text += "\nsparkplug: { group: water }\n";
        var node = new SparkplugHealth(isConnected, isConnected, 0, null, isConnected ? null : "no route");
        _rig.Running = new RunningGateway(true, new GatewayHealth { Gateway = "g", Time = "", Connected = true, Sparkplug = node });

        var check = Assert.Single((await _rig.LookAsync()).Checks, c => c.Topic == Topic.Sparkplug);

        Assert.Equal((symptom, node.Problem), (check.Symptom, check.Detail));
        Assert.Empty(broker.Asked);
    }

    [Fact]
    public async Task A_clock_that_nobody_vouches_for_is_to_be_looked_at_and_the_findings_have_no_time()
    {
        _rig.Clock.Source = ClockSource.None;

        var findings = await _rig.LookAsync();

        Assert.Equal(Symptom.ClockUnvouched, Assert.Single(findings.Checks, c => c.Verdict != Verdict.Ok).Symptom);
        Assert.Null(findings.Time);
    }

    [Theory]
    [InlineData("wrong-identity", Symptom.DeviceOther, "EZO CO2")]
    [InlineData("uncalibrated", Symptom.ReadingDoubted, "Calibrate the probe")]
    [InlineData("none", Symptom.ReadingGood, null)]
    public async Task A_circuit_says_itself_what_it_is_and_tells_its_calibration(string fault, Symptom symptom, string? words)
    {
        using var rig = new DoctorRig(DoctorRig.Circuit);
        rig.Break("tap.ph", fault);

        var findings = await rig.LookAsync();

        var check = Assert.Single(findings.Checks, c => c.Symptom == symptom);
        Assert.Contains(words ?? "", $"{check.Instead}{DoctorWords.English.Advice(check)}", StringComparison.Ordinal);
        Assert.Equal(fault == "none" ? "points 3, slope 99.7,100.3,-0.89" : null, fault == "uncalibrated" ? null : findings.Readings[0].DeviceCalibration);
    }

    [Theory]
    [InlineData("none", Reason.None)]
    [InlineData("unplugged", Reason.Uncompensated)]
    public async Task A_circuit_is_compensated_with_what_the_thermometer_behind_it_reads(string fault, Reason reason)
    {
        using var rig = new DoctorRig(DoctorRig.Circuit + """

              - { domain: water, driver: bme280, bus: i2c-1, address: 0x76, period: 1s, channels: [
                  { name: box.temperature, output: temperature, signal: { mean: 20, swing: 1, period: 7min, noise: 0 } } ] }
            """);
        rig.Text = rig.Text.Replace("period: 2s", "period: 2s\n    options: { temperature_from: box.temperature }", StringComparison.Ordinal);
        rig.Break("box.temperature", fault);

        var findings = await rig.LookAsync();

        Assert.Equal(["tap.ph", "box.temperature"], findings.Readings.Select(r => r.Channel));
        Assert.Equal(reason, findings.Readings[0].Reason);
        Assert.NotNull(findings.Readings[0].Value);
    }

    /// <summary>A chip that answers alone on its bus, with one byte for whatever it is asked.</summary>
    private sealed class OneChip(byte address, byte held) : II2cBus
    {
        public string Name => "i2c-1";

        public string? Trouble => null;

        public I2cStatus Transfer(byte asked, ReadOnlySpan<byte> write, Span<byte> read)
        {
            read.Fill(held);
            return asked == address ? I2cStatus.Ok : I2cStatus.NoAcknowledge;
        }

        public void Dispose()
        {
        }
    }
}
