using Edge.Gateway.Configuration;
using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Reports;
using Edge.Gateway.Doctor.Words;
using Edge.Gateway.Health;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>Beside a gateway that was started with another configuration than the file that is examined.</summary>
public sealed class OtherConfigurationTests : IDisposable
{
    private readonly DoctorRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Only_readings_of_channels_that_are_the_same_are_taken_and_the_file_is_said_not_to_be_in_force()
    {
        _rig.Running = Runs(_rig.Configuration);
        Change("address: 0x45", "address: 0x41");
        Change("high: 10,", "high: 16,");

        var findings = await _rig.LookAsync();

        Assert.Equal(
            [("main.pressure", null), ("main.level", 2.5), ("pump.voltage", null), ("box.temperature", 2.5)], findings.Readings.Select(r => (r.Channel, r.Value)));
        Assert.Equal(["main.pressure", "pump.voltage"], findings.Checks.Where(c => c is { Symptom: Symptom.ChannelOther, Verdict: Verdict.Look }).Select(c => c.Subject));
        var told = Assert.Single(findings.Checks, c => c.Symptom == Symptom.ConfigurationOther);
        Assert.Equal((Verdict.Look, "2026-11-28 23:30:00 UTC", _rig.Running.Health!.ConfigurationHash), (told.Verdict, told.Detail, told.Instead));
        Assert.True(findings.IsOther);
        foreach (var (words, beside, row) in new[] { (DoctorWords.English, "The gateway runs another configuration than this file", "in force (SHA-256)"), (DoctorWords.Chinese, "网关运行的是另一份配置", "生效的配置（SHA-256）") })
        {
            Assert.Contains(beside, new DoctorPage(words, isColoured: false).Of(findings), StringComparison.Ordinal);
            Assert.Contains(beside, new ReportPage(words).Of(findings, null), StringComparison.Ordinal);
            Assert.Contains(row, new ReportPage(words).Of(findings, null), StringComparison.Ordinal);
            Assert.Contains(_rig.Running.Health!.ConfigurationHash!, new ReportPage(words).Of(findings, null), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_calibration_is_another_channel_too()
    {
        _rig.Running = Runs(_rig.Configuration);
        Change("main.level: { domain: pipeline, calibration: { date: 2026-11-01", "main.level: { domain: pipeline, calibration: { date: 2026-11-28");

        Assert.Equal("main.level", Assert.Single((await _rig.LookAsync()).Checks, c => c.Symptom == Symptom.ChannelOther).Subject);
    }

    [Fact]
    public async Task What_is_the_running_gateways_is_not_asked_whatever_the_file_has_in_its_place_or_calls_its_bus()
    {
        _rig.Running = Runs(_rig.Configuration);
        Change("address: 0x45", "address: 0x41");
        _rig.Text = string.Join('\n', _rig.Text.Split('\n').TakeWhile(l => !l.Contains("driver: bme280", StringComparison.Ordinal))).Replace("i2c-1", DoctorRig.SameBus, StringComparison.Ordinal) + "\n";

        var findings = await _rig.LookAsync();

        Assert.Empty(_rig.Touched.Intersect([(byte)0x45, (byte)0x49, (byte)0x76]));
        Assert.Contains((byte)0x41, _rig.Touched);
        Assert.DoesNotContain(findings.Checks, c => c.Symptom == Symptom.DeviceUnasked);
        Assert.Contains(findings.Checks, c => c is { Symptom: Symptom.DeviceSilent, Subject: DoctorRig.SameBus + " 0x41" });
        Assert.DoesNotContain(findings.Checks, c => c.Topic == Topic.Device && c.Place == "0x49");
    }

    [Fact]
    public async Task A_device_that_only_the_file_has_and_that_answers_is_no_stranger()
    {
        var text = _rig.Text;
        _rig.Text = string.Join('\n', text.Split('\n').TakeWhile(l => !l.Contains("driver: bme280", StringComparison.Ordinal))) + "\n";
        _rig.Running = Runs(_rig.Configuration);
        _rig.Text = text;

        var findings = await _rig.LookAsync();

        Assert.Contains(findings.Checks, c => c is { Symptom: Symptom.DeviceGood, Subject: "i2c-1 0x76" });
        Assert.DoesNotContain(findings.Checks, c => c.Symptom == Symptom.DeviceUnasked);
        Assert.Contains(findings.Checks, c => c is { Symptom: Symptom.ChannelOther, Subject: "box.temperature" });
    }

    [Fact]
    public async Task Of_one_that_does_not_say_what_it_has_in_force_nothing_is_taken_and_no_address_is_asked()
    {
        _rig.Running = new RunningGateway(true, Runs(_rig.Configuration).Health! with { ConfigurationHash = "", Addresses = null });
        Change("address: 0x45", "address: 0x41");
        Change("high: 10,", "high: 16,");
        Change("high: 4,", "high: 5,");

        var findings = await _rig.LookAsync();

        Assert.Empty(_rig.Touched);
        Assert.Equal(["box.temperature"], findings.Readings.Where(r => r.Value is not null).Select(r => r.Channel));
    }

    [Fact]
    public async Task The_connection_of_another_configuration_is_not_this_files()
    {
        _rig.Broker = new WillingBroker("The broker b:1 cannot be reached: no route.");
        _rig.Running = Runs(_rig.Configuration);
        Assert.DoesNotContain((await _rig.LookAsync()).Checks, c => c.Symptom == Symptom.BrokerAway);
        Change("port: 9", "port: 10");

        Assert.Contains((await _rig.LookAsync()).Checks, c => c.Symptom == Symptom.BrokerAway);
    }

    private void Change(string part, string by)
    {
        Assert.Contains(part, _rig.Text, StringComparison.Ordinal);
        _rig.Text = _rig.Text.Replace(part, by, StringComparison.Ordinal);
    }

    /// <summary>A gateway that has this in force for a quarter of an hour, and reads 2.5 everywhere.</summary>
    private static RunningGateway Runs(GatewayConfiguration inForce) => new(true, new GatewayHealth
    {
        Gateway = inForce.Origin.ToString(),
        Time = "2026-11-28T23:45:00.000Z",
        UptimeSeconds = 900,
        Connected = true,
        ConfigurationHash = inForce.FileSha256,
        Addresses = ConfigurationInForce.Addresses(inForce),
        Channels = inForce.Channels.ToDictionary(c => c.Name, c => new ChannelHealth("", c.Unit, 2.5, nameof(Quality.Good), nameof(Reason.None), 0.2, 0.5) { Fingerprint = c.Fingerprint }),
    });
}
