using System.Text;
using Edge.Ledger.Clocks;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Tests.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

/// <summary>What decides a computed value is read in the report on it.</summary>
public sealed class InputDefinitionTests
{
    public const string Billing =
        """{"factor":1,"formula":"total","of":["main.flow"],"unit":"L","inputs":{"main.flow":{"driver":"pulse-flow","bus":"gpio","unit":"L/s","options":{"k_factor":"225"},"calibration":{"date":"2026-11-28","certificate":"C-9","who":"Zhao Liu","result":"exact"}}}}""";

    public const string Shifted =
        """{"formula":"linear","of":["main.ph"],"inputs":{"main.ph":{"driver":"ezo-ph","keeps_calibration":true,"inputs":{"tap.temperature":{"driver":"ds18b20"}}}}}""";

    public const string Earlier = """{"formula":"total","of":["main.flow"]}""";

    public const string Compensated = """{"driver":"ezo-ph","options":{"temperature_from":"tap.temperature"},"inputs":{"tap.temperature":{"driver":"ds18b20","calibration":{"date":"2026-11-27","who":"Li"}}}}""";

    private static readonly TestKeys Keys = new();

    public static TheoryData<string, Language, string[]> Said => new()
    {
        {
            Billing, Language.English,
            ["formula total; of [\"main.flow\"]; factor 1", "  input         main.flow: driver pulse-flow; bus gpio; k_factor 225", "  calibration   calibration of main.flow: 2026-11-28; certificate C-9;"]
        },
        { Billing, Language.Chinese, ["exact", "main.flow：驱动（driver）pulse-flow；总线（bus）gpio；K 系数", "main.flow 的校准：2026-11-28；证书 C-9；"] },
        { Shifted, Language.English, ["  input         main.ph: driver ezo-ph", "  input         tap.temperature: driver ds18b20", "  calibration   calibration of main.ph: see its own evidence", "calibration of tap.temperature: no calibration recorded"] },
        { Shifted, Language.Chinese, ["main.ph 的校准：见其自身的证据", "tap.temperature 的校准：无校准记录"] },
        { Earlier, Language.English, ["  calibration   calibration of main.flow: see its own evidence"] },
        { Compensated, Language.English, ["  calibration   no calibration recorded", "calibration of tap.temperature: 2026-11-27; by Li"] },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void The_definition_and_the_calibration_of_each_input_are_told(string definition, Language language, string[] said)
    {
        var text = Text(definition, language);
        Assert.All(said, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.Equal(definition == Compensated, text.Contains("  calibration   no calibration recorded", StringComparison.Ordinal));
        Assert.DoesNotContain("keeps_calibration", text, StringComparison.Ordinal);
        var page = PageOf.File(Evidence(definition), language).Words;
        Assert.All(said, s => Assert.Contains(s.Trim().Split("  ")[^1].Trim(), page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_beyond_what_anybody_reads_is_counted()
    {
        var many = $"{{\"formula\":\"total\",\"of\":[{string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"c{i}\""))}]}}";

        Assert.Contains("calibration of c15: see its own evidence", Text(many, Language.English), StringComparison.Ordinal);
        Assert.DoesNotContain("calibration of c16", Text(many, Language.English), StringComparison.Ordinal);
        Assert.Contains("... 4 more", Text(many, Language.English), StringComparison.Ordinal);
    }

    /// <summary>Evidence of one reading under a definition, without a calibration of its own.</summary>
    internal static byte[] Evidence(string definition)
    {
        var city = new ModelCity(Keys);
        var gateway = new ModelGateway(Keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Append(new ConfigurationEntry("main.it", definition, default, "Zhao Liu"));
        var reading = gateway.Read("main.it", "L", 1, 1, Quality.Good, Reason.None);
        var receipt = city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], [reading]).ToBytes();
    }

    /// <summary>What edge-verify says of the calibrations of a definition's inputs.</summary>
    internal static string[] Calibrations(string definition, Language language) =>
        InputDefinition.Calibrated(InputDefinition.Of(new ConfigurationEntry("main.it", definition, default, "")), Languages.Phrases(language));

    private static string Text(string definition, Language language)
    {
        var file = Evidence(definition);
        var text = new StringWriter();
        TextReport.Write(new ReportWriter(text), new Examination(
            new Arguments("x.edge", "policy.txt", language, TimeSpan.Zero, false, false), file, Encoding.UTF8.GetBytes(Keys.PolicyText), Keys.Policy,
            new EvidenceVerifier(Keys.Policy).Verify(file), Languages.Phrases(language)));
        return text.ToString();
    }
}
