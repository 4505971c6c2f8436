using System.Text.RegularExpressions;
using Edge.Gateway.Doctor.Readings;
using Edge.Gateway.Doctor.Reports;
using Edge.Gateway.Doctor.Words;
using Edge.Gateway.Doctor;
using Edge.Gateway.Health;
using Edge.Gateway.Tests.Health;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Gateway.Tests.Doctor;

public sealed partial class DoctorPageTests : IDisposable
{
    private readonly DoctorRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("none")]
    [InlineData("saturated")]
    [InlineData("unplugged")]
    [InlineData("bus-stuck")]
    public async Task Every_screen_fits_eighty_columns_in_both_languages(string fault)
    {
        _rig.Break("main.pressure", fault);
        _rig.Clock.Source = ClockSource.None;
        var findings = await _rig.LookAsync() with { Simulated = [.. LoopTrial.Usual.SelectMany(mA => LoopTrial.Of(_rig.Configuration, "main.pressure", mA))] };

        foreach (var words in new[] { DoctorWords.English, DoctorWords.Chinese })
        {
            var page = new DoctorPage(words, isColoured: false).Of(findings);
            Assert.All(page.Split('\n'), line => Assert.True(TextWidth.Of(line) <= DoctorPage.Width, line));
            Assert.All(new DoctorPage(words, isColoured: false, width: 60).Of(findings).Split('\n'), line => Assert.True(TextWidth.Of(line) <= 60, line));
            Assert.DoesNotContain('\e', page);
            Assert.Contains('\e', new DoctorPage(words, isColoured: true).Of(findings));
        }
    }

    [Fact]
    public async Task What_is_broken_stands_first_and_what_one_deed_mends_is_one_deed()
    {
        _rig.Break("main.pressure", "unplugged");
        _rig.Clock.Source = ClockSource.None;

        var treatments = DoctorWords.English.Treatments(await _rig.LookAsync());

        Assert.Equal([(Verdict.Broken, "i2c-1 0x49"), (Verdict.Look, "main.pressure, main.level"), (Verdict.Look, "clock")], treatments.Select(t => (t.Verdict, t.Subjects)));
    }

    [Fact]
    public async Task A_contact_is_told_in_words_and_its_number_is_kept()
    {
        const string Site = """
            name: cabinet
            sensors:
              - { domain: water, driver: contact, bus: gpio, line: 22, period: 1s, options: { means: door }, channels: [ { name: box.door, output: state, signal: { mean: 0, swing: 1, period: 7min, noise: 0 } } ] }
            """;
        using var rig = new DoctorRig(Site);
        rig.Running = new RunningGateway(true, Healths.Well with { Channels = new Dictionary<string, ChannelHealth> { ["box.door"] = Healths.Channel() with { Unit = "/", Value = 1 } } });

        var findings = await rig.LookAsync();

        Assert.Matches(@"box\.door +open ", new DoctorPage(DoctorWords.English, isColoured: false).Of(findings));
        Assert.Matches(@"box\.door +打开 ", new DoctorPage(DoctorWords.Chinese, isColoured: false).Of(findings));
        Assert.Equal(1, Assert.Single(findings.Readings).Value);
    }

    [Fact]
    public async Task What_is_counted_above_is_what_is_listed_below()
    {
        _rig.Break("main.pressure", "unplugged");
        _rig.Clock.Source = ClockSource.None;

        var findings = await _rig.LookAsync();

        Assert.StartsWith("1 broken, 2 to look at", DoctorWords.English.Sum(findings), StringComparison.Ordinal);
        Assert.StartsWith("故障 1 项，请看 2 项", DoctorWords.Chinese.Sum(findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_thermometer_and_its_channel_are_one_deed_beside_a_running_gateway_too()
    {
        using var rig = new DoctorRig("""
            name: dead
            sensors:
              - { domain: water, driver: ds18b20, bus: w1, device: 28-0316a27913ff, period: 2s, channels: [
                  { name: pipe.temperature, signal: { mean: 20, swing: 0, period: 7min, noise: 0 } } ] }
            """);
        Directory.CreateDirectory(rig.Configuration.Buses.Single().Folder!);
        var silent = new ChannelHealth("water", "Cel", null, "Bad", "NoAnswer", 0.4, 2);
        rig.Running = new RunningGateway(true, new GatewayHealth { Gateway = "g", Time = "", Connected = true, Channels = new Dictionary<string, ChannelHealth> { ["pipe.temperature"] = silent } });

        var treatment = Assert.Single(DoctorWords.English.Treatments(await rig.LookAsync()), t => t.Verdict == Verdict.Broken);

        Assert.Equal((Verdict.Broken, "w1 28-0316a27913ff, pipe.temperature", "ds18b20 does not answer"), (treatment.Verdict, treatment.Subjects, treatment.Found));
    }

    [Fact]
    public async Task Channels_that_are_computed_are_named_with_when_they_are_judged()
    {
        _rig.Text += "derived:\n  - { name: pump.twice, formula: linear, of: pump.voltage, unit: V, factor: 2 }\n";

        var findings = await _rig.LookAsync();

        Assert.Equal(["pump.twice"], findings.Derived);
        foreach (var (words, line) in new[] { (DoctorWords.English, "Computed from others, and judged while the gateway runs: pump.twice."), (DoctorWords.Chinese, "由其他测点计算得出，网关运行时才判定：pump.twice。") })
        {
            Assert.Contains(line, new DoctorPage(words, isColoured: false).Of(findings), StringComparison.Ordinal);
            Assert.Contains(line, new ReportPage(words).Of(findings, null), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_findings_in_a_report_are_those_whose_hash_it_shows_and_stand_in_it_once_and_whole()
    {
        var findings = await _rig.LookAsync();
        var page = new ReportPage(DoctorWords.English).Of(findings, new SignedExamination("Li Wei", 42));

        var json = Embedded().Match(page).Groups[1].Value;
        Assert.Equal(FindingsJson.Write(findings), json);
        Assert.Contains($"<dd>{ReportPage.Hash(json)}</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>Li Wei</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>42</dd>", page, StringComparison.Ordinal);
        Assert.Contains("0708c855", page, StringComparison.Ordinal);
        Assert.Contains(findings.ConfigurationSha256, page, StringComparison.Ordinal);
        Assert.Equal(64, findings.ConfigurationSha256.Length);
    }

    [Fact]
    public async Task Nothing_that_a_device_a_file_or_a_person_says_becomes_a_part_of_the_page()
    {
        var findings = await _rig.LookAsync();
        var evil = "</script><script>alert(1)</script>";
        findings = findings with { Board = evil, Checks = [new Check(Topic.Bus, evil, Symptom.NotChecked) { Detail = evil }], Readings = [findings.Readings[0] with { Calibration = evil }] };

        var page = new ReportPage(DoctorWords.English).Of(findings, new SignedExamination(evil, 1));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("</script>").Length);
    }

    [Fact]
    public async Task What_a_broker_says_does_nothing_to_a_terminal()
    {
        _rig.Broker = new WillingBroker("no\e[2J\nthing");

        Assert.DoesNotContain('\e', new DoctorPage(DoctorWords.English, isColoured: false).Of(await _rig.LookAsync()));
    }

    [Fact]
    public void A_current_goes_through_shunt_code_and_scale_and_meets_the_limits_of_its_loop_and_the_channels_alarms()
    {
        _rig.Text = _rig.Text.Replace("main.pressure: { domain: pipeline", "main.pressure: { domain: pipeline, alarm_high: 9", StringComparison.Ordinal);

        var trials = LoopTrial.Usual.SelectMany(mA => LoopTrial.Of(_rig.Configuration, "main.pressure", mA)).ToList();

        Assert.Equal(
            [(4200, null, Reason.LoopLow, false), (4800, 0.0, Reason.None, false), (14400, 5.0, Reason.None, false), (24000, 10.0, Reason.None, true), (25800, null, Reason.LoopHigh, false)],
            trials.Select(t => ((int)t.Raw!, t.Value, t.Reason, t.Alarm)));
        Assert.Empty(LoopTrial.Of(_rig.Configuration, "pump.voltage", 12));
        Assert.Equal(["main.pressure", "main.level"], LoopTrial.Loops(_rig.Configuration));
    }

    [Theory]
    [InlineData("3.5mA", 3.5)]
    [InlineData("12", 12.0)]
    [InlineData("31", null)]
    [InlineData("-4", null)]
    [InlineData("4 A", null)]
    public void A_current_is_read_as_people_write_it(string text, double? current) => Assert.Equal(current, LoopTrial.Currents(text)?.Single());

    [Theory]
    [InlineData(4.0, 16)]
    [InlineData(20.0, 134)]
    [InlineData(-3.0, 4)]
    [InlineData(40.0, 146)]
    public async Task A_loop_is_drawn_with_its_current_between_live_zero_and_end_and_never_beside_its_scale(double current, double at)
    {
        var reading = (await _rig.LookAsync()).Readings[0] with { Milliamps = current };

        var page = new ReportPage(DoctorWords.English).Of((await _rig.LookAsync()) with { Readings = [reading] }, null);

        var x = double.Parse(Pointer().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(at, x, 1.0);
    }

    [GeneratedRegex("<script type=\"application/json\" id=\"findings\">(.*?)</script>")]
    private static partial Regex Embedded();

    [GeneratedRegex("<path d=\"M([0-9.]+) 18l")]
    private static partial Regex Pointer();
}
