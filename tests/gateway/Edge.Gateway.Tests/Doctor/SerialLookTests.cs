using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Words;

namespace Edge.Gateway.Tests.Doctor;

public sealed class SerialLookTests
{
    private const string Meters = """
        name: meters
        sensors:
          - { domain: energy, driver: pzem-004t, bus: rs485, address: 1, period: 1s, channels: [ { name: pump.power, output: power, signal: { mean: 200, swing: 1, period: 7min, noise: 0 } } ] }
          - { domain: energy, driver: pzem-004t, bus: rs485, address: 7, period: 1s, channels: [ { name: fan.power, output: power, signal: { mean: 100, swing: 1, period: 7min, noise: 0 } } ] }
        """;

    [Fact]
    public async Task Meters_that_are_where_the_configuration_has_them_are_named()
    {
        using var rig = new DoctorRig(Meters);

        var checks = (await rig.LookAsync()).Checks;

        Assert.Equal("1, 7", Assert.Single(checks, c => c is { Topic: Topic.Bus, Symptom: Symptom.BusGood }).Detail);
        Assert.Equal(["rs485 1", "rs485 7"], checks.Where(c => c.Symptom == Symptom.DeviceGood).Select(c => c.Subject));
    }

    [Fact]
    public async Task A_meter_that_is_silent_once_is_asked_once_more()
    {
        using var rig = new DoctorRig(Meters);
        rig.OnProgress = at => rig.Unanswered = at.Topic == Topic.Bus ? 1 : 0;

        Assert.Equal(["rs485 1", "rs485 7"], (await rig.LookAsync()).Checks.Where(c => c.Symptom == Symptom.DeviceGood).Select(c => c.Subject));
    }

    [Fact]
    public async Task A_meter_with_another_address_is_offered()
    {
        using var rig = new DoctorRig(Meters);
        rig.Text = rig.Text.Replace("address: 7", "address: 5", StringComparison.Ordinal);

        var checks = (await rig.LookAsync()).Checks;

        var check = Assert.Single(checks, c => c.Symptom == Symptom.DeviceElsewhere);
        Assert.Equal(("rs485 5", "7"), (check.Subject, check.Instead));
        Assert.Contains("Write 7 in the configuration", DoctorWords.English.Advice(check), StringComparison.Ordinal);
        Assert.Contains(checks, c => c is { Symptom: Symptom.NotRead, Subject: "fan.power" });
        Assert.DoesNotContain(checks, c => c.Symptom is Symptom.DeviceSilent or Symptom.DeviceUnasked);
    }

    [Fact]
    public async Task A_meter_that_nobody_configured_is_told()
    {
        using var rig = new DoctorRig(Meters);
        rig.Text = rig.Text[..rig.Text.LastIndexOf("\n  - ", rig.Text.IndexOf("address: 7", StringComparison.Ordinal), StringComparison.Ordinal)];
        Assert.DoesNotContain("fan.power", rig.Text, StringComparison.Ordinal);

        var checks = (await rig.LookAsync()).Checks;

        Assert.Equal("rs485 7", Assert.Single(checks, c => c.Symptom == Symptom.DeviceUnasked).Subject);
    }

    [Fact]
    public async Task A_running_gateway_keeps_its_line_to_itself()
    {
        using var rig = new DoctorRig(Meters) { Running = new RunningGateway(true, null) };

        var checks = (await rig.LookAsync()).Checks;

        Assert.DoesNotContain(checks, c => c.Topic == Topic.Device);
    }
}
