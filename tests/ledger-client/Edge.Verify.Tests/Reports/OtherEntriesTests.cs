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

/// <summary>Alarms and who changed what: where a reader looks for them, with the person named as such.</summary>
public sealed class OtherEntriesTests
{
    private static readonly TestKeys Keys = new();
    private static readonly string Long = new('a', 64);

    [Theory]
    [InlineData(Language.English, "Complete", "Other entries", "by Zhao Liu")]
    [InlineData(Language.Chinese, "完整性", "其他条目", "经办 Zhao Liu")]
    public void Events_stand_under_their_own_heading_with_who_and_gaps_under_what_is_complete(Language language, string complete, string others, string who)
    {
        var words = PageOf.File(Evidence(), language).Words;
        var (first, gap, second, alarm) = (words.IndexOf($"{complete} ", StringComparison.Ordinal), words.IndexOf("because", StringComparison.Ordinal), words.IndexOf($"{others} ", StringComparison.Ordinal), words.IndexOf(who, StringComparison.Ordinal));

        Assert.True(first >= 0 && first < gap && gap < second && second < alarm, $"{first} {gap} {second} {alarm}: {words}");
    }

    [Fact]
    public void A_hash_in_an_events_text_is_shortened_unless_all_is_asked_for()
    {
        Assert.Contains("SHA-256 aaaaaaaaaaaa... replaces", Text(full: false), StringComparison.Ordinal);
        Assert.Contains("aaaaaaaaaaaaaaaaaaaa", Text(full: true), StringComparison.Ordinal);
    }

    private static byte[] Evidence()
    {
        var city = new ModelCity(Keys);
        var gateway = new ModelGateway(Keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        List<ulong> subjects =
        [
            gateway.Append(new EventEntry(EntryKind.Maintenance, 5, null, "configuration file", $"SHA-256 {Long} replaces {Long}, of Li", "Zhao Liu")),
            gateway.Append(new GapEntry(["a"], null, null, GapReason.Shed, "because")),
            gateway.Read("a", "L", 1, 1, Quality.Good, Reason.None),
        ];
        var receipt = city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], [.. subjects]).ToBytes();
    }

    private static string Text(bool full)
    {
        var file = Evidence();
        var text = new StringWriter();
        TextReport.Write(new ReportWriter(text), new Examination(
            new Arguments("x.edge", "policy.txt", Language.English, TimeSpan.Zero, false, full), file, Encoding.UTF8.GetBytes(Keys.PolicyText), Keys.Policy,
            new EvidenceVerifier(Keys.Policy).Verify(file), Languages.Phrases(Language.English)));
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
