using System.Text;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Tests.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

/// <summary>Whatever is inside genuine entries, every report on them is made.</summary>
public sealed class HostileEntriesTests
{
    private static readonly TestKeys Keys = new();

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "1", "1e999", "-0.0", "1e-400", "0.001", "\"resolution\":", "\"driver\":", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\\u0000", "\"a\\\"", "\\",
        "\u0001", "\u202e", "\ufffe", "\ufffd", "\ud83d\ude00", "\u0301", "\n", "<", "&", "]]>", "--", "'", "管网", "\u2028", "\ue000", new string('{', 80), new string('x', 900),
    ];

    public static TheoryData<string> Definitions =>
    [
        "{\"driver\":\"\\ud800\"}", "{\"\\ud800\":1,\"resolution\":0.1}", "{\"resolution\":\"\\udfff\"}", "{\"a\":{\"\\udc00\":null}}", "[\"\\ud800\"]", "\"\\ud800\"",
        "{\"resolution\":1e-400}", "{\"resolution\":5e-324}", "{\"resolution\":1e999}", "{\"resolution\":-1}", "{\"resolution\":1,\"resolution\":\"\"}",
        "{\"a\":\"\\u0000\\u001b[31m\\u202e\"}", string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "1" + new string('}', 63), new string('[', 3000),
        "{\"formula\":1,\"inputs\":{\"\\ud800\":1}}", "{\"formula\":\"total\",\"of\":[1,\"\\udc00\"]}", "{\"inputs\":{\"a\":{\"calibration\":[1]},\"b\":7,\"c\":{\"calibration\":{\"who\":{}}}}}",
        "{\"options\":{\"temperature_from\":\"\\ud800\"}}", string.Concat(Enumerable.Repeat("{\"inputs\":{\"a\":", 30)) + "1" + new string('}', 60), "\u0000\u001b\uffff", "",
    ];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void A_definition_of_any_content_is_reported(string definition) => Report(definition, definition, 1);

    [Fact]
    public void Entries_of_any_text_are_reported()
    {
        var random = new Random(20_261_121);
        for (var round = 0; round < 60; round++)
            Report(Text(random), Text(random), Values[round % Values.Length], Text(random), Text(random), Text(random));
    }

    private static readonly double[] Values = [0, -0.0, double.MaxValue, double.MinValue, double.Epsilon, 1e300, -1e-300, 7.21];

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static void Report(string definition, string coefficients, double value, string text = "", string who = "", string date = "2026-11-01")
    {
        var file = Evidence(definition, coefficients, value, text, who, date).ToBytes();
        var policy = Encoding.UTF8.GetBytes(Keys.PolicyText);
        var trust = TrustPolicy.Parse(policy);
        var verdict = new EvidenceVerifier(trust).Verify(file);
        Assert.NotEqual(Outcome.Invalid, verdict.Outcome);
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var full in new[] { false, true })
            {
                Examination examination = new(new Arguments("x.edge", "policy.txt", language, TimeSpan.Zero, false, full), file, policy, trust, verdict, Languages.Phrases(language));
                var shown = new StringWriter();
                TextReport.Write(new ReportWriter(shown), examination);
                Assert.DoesNotContain('\u001b', shown.ToString());
                Assert.NotNull(PageOf.File(file, language, full).Root);
                using var json = new MemoryStream();
                JsonReport.Write(json, examination);
                Assert.Equal(definition, Definition(json.ToArray()));
            }
        }
    }

    private static string Definition(byte[] report)
    {
        using var json = JsonDocument.Parse(report);
        return json.RootElement.GetProperty("entries").EnumerateArray().First(e => e.GetProperty("kind").GetString() == "configuration").GetProperty("definition").GetString()!;
    }

    private static EvidenceFile Evidence(string definition, string coefficients, double value, string text, string who, string date)
    {
        var city = new ModelCity(Keys);
        var gateway = new ModelGateway(Keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, new WallTime(0, uint.MaxValue), ClockSource.None, text, text));
        gateway.Append(new ConfigurationEntry("a", definition, default, who));
        gateway.Append(new CalibrationEntry("a", date, text, who, coefficients));
        gateway.Append(new ClockEntry(6, new WallTime(253_402_300_799.999, 0), new WallTime(-0.0, 1), (ClockSource)200));
        gateway.Append(new EventEntry(EntryKind.Alarm, 7, null, who, text, who));
        gateway.Append(new GapEntry([], null, new WallTime(253_402_300_799, uint.MaxValue), (GapReason)77, text));
        gateway.Read("a", "bar", value, long.MinValue);
        gateway.Now = 253_402_300_799.5;
        gateway.Read("a", "<\u202e&\0", -value, long.MaxValue, Quality.Uncertain, (Reason)90);
        gateway.Now = null;
        gateway.Read("a", "pH", null, null, Quality.Bad);
        gateway.Close(null);
        var receipt = city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], [.. Enumerable.Range(0, (int)gateway.Size).Select(i => (ulong)i)]);
    }
}
