using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Words;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>What the doctor finds of GPIO lines: contacts, and ALERT/RDY of converters that run by themselves.</summary>
public sealed class LineLookTests
{
    private const string Contacts = """
        name: contacts
        sensors:
          - { domain: pipeline, driver: contact, bus: gpio, line: 5, period: 500ms, options: { means: leak, debounce: 1ms }, channels: [ { name: main.leak, output: state, signal: { mean: 0, swing: 0, period: 7min, noise: 0 } } ] }
          - { domain: pipeline, driver: contact, bus: gpio, line: 6, period: 500ms, options: { means: door, debounce: 1ms }, channels: [ { name: main.door, output: state, signal: { mean: 0, swing: 0, period: 7min, noise: 0 } } ] }
        """;

    private const string Running = """
        name: running
        sensors:
          - { domain: pipeline, driver: ads1115, bus: i2c-1, address: 0x49, options: { mode: continuous, data_rate: 8, gain: 4.096, ready_bus: gpio, ready_line: 22 }, channels: [
              { name: main.surge, input: ain0, scale: loop, unit: bar, low: 0, high: 10, shunt: 150, signal: { mean: 5, swing: 0, period: 7min, noise: 0 } } ] }
        """;

    [Fact]
    public async Task A_wet_rope_and_an_open_door_are_to_be_looked_at_each()
    {
        using var rig = new DoctorRig(Contacts);
        Assert.All((await rig.LookAsync()).Checks, c => Assert.Equal(Verdict.Ok, c.Verdict));
        rig.Open("main.leak");
        rig.Open("main.door");

        var findings = await rig.LookAsync();

        Assert.Equal(["main.leak", "main.door"], findings.Checks.Where(c => c is { Symptom: Symptom.ContactActive, Verdict: Verdict.Look }).Select(c => c.Subject));
        Assert.Equal(["is wet now", "is open now"], DoctorWords.English.Treatments(findings).Select(t => t.Found));
        Assert.Equal(["现在潮湿", "现在打开"], DoctorWords.Chinese.Treatments(findings).Select(t => t.Found));
        Assert.Contains("Dry the rope", DoctorWords.English.Treatments(findings)[0].Advice, StringComparison.Ordinal);
        Assert.Contains("Close the door", DoctorWords.English.Treatments(findings)[1].Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GpioLineState.Present, Symptom.ReadySilent, "no edges of ALERT/RDY come at gpio 27")]
    [InlineData(GpioLineState.Gone, Symptom.ReadyAway, "gpio 27, where ALERT/RDY should be, cannot be used (gpio line 27 does not exist or cannot detect edges: check the line's number)")]
    public async Task A_line_that_ALERT_RDY_is_not_on_is_told_as_that(GpioLineState state, Symptom symptom, string found)
    {
        using var rig = new DoctorRig(Running) { Unwired = state };
        rig.Text = rig.Text.Replace("ready_line: 22", "ready_line: 27", StringComparison.Ordinal);

        var check = Assert.Single((await rig.LookAsync()).Checks, c => c.Verdict == Verdict.Broken);

        Assert.Equal(("main.surge", symptom, found), (check.Subject, check.Symptom, DoctorWords.English.Found(check)));
        foreach (var words in new[] { DoctorWords.English, DoctorWords.Chinese })
        {
            Assert.Contains("ALERT/RDY", words.Found(check), StringComparison.Ordinal);
            Assert.Contains("ready_line", words.Advice(check), StringComparison.Ordinal);
            Assert.Contains("3.3 V", words.Advice(check), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_transfer_that_fails_beside_a_line_that_is_there_is_the_buss_fault()
    {
        using var rig = new DoctorRig(Running);
        rig.Break("main.surge", "arbitration-lost");

        var check = Assert.Single((await rig.LookAsync()).Checks, c => c.Verdict == Verdict.Broken);

        Assert.Equal((Symptom.ReadingAbsent, Reason.BusFault), (check.Symptom, check.Reason));
    }
}
