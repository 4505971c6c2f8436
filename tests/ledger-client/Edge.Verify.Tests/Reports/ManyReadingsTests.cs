using System.Text;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

public sealed class ManyReadingsTests
{
    private const int Count = 10_000;
    private readonly TestKeys _keys = new();

    [Theory]
    [InlineData(Language.English, "10,000: 9,000 good, 1,000 uncertain")]
    [InlineData(Language.Chinese, "共 10,000 个：良好 9,000，可疑 1,000")]
    public void Ten_thousand_readings_fit_a_page_with_their_counts(Language language, string counts)
    {
        var text = Report(language, full: false);
        Assert.Contains(counts, text, StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, 20, 60);
        Assert.Contains("9,994", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_shows_each_of_them() =>
        Assert.True(Report(Language.English, full: true).Split('\n').Length > 2 * Count);

    [Fact]
    public void Reservations_of_one_kind_are_one_sentence() =>
        Assert.Contains("nothing in the file proves an earliest time for entries 2, 3, 4 and 9,997 more", Report(Language.English, false).ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Fact]
    public void The_resolution_of_the_channel_gives_the_decimals()
    {
        var text = Report(Language.English, full: false);
        Assert.Contains(" 3.40 bar", text, StringComparison.Ordinal);
        Assert.Contains(" 3.4000000000000004 bar", Report(Language.English, full: true), StringComparison.Ordinal);
    }

    private string Report(Language language, bool full)
    {
        var policy = Encoding.UTF8.GetBytes(_keys.PolicyText);
        var file = Evidence().ToBytes();
        var verdict = new EvidenceVerifier(TrustPolicy.Parse(policy)).Verify(file);
        var text = new StringWriter();
        TextReport.Write(new ReportWriter(text), new Examination(
            new Arguments("many.edge", "policy.txt", language, TimeSpan.Zero, false, full), file, policy, TrustPolicy.Parse(policy), verdict, Languages.Phrases(language)));
        return text.ToString();
    }

    private EvidenceFile Evidence()
    {
        var city = new ModelCity(_keys);
        var gateway = new ModelGateway(_keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Append(new ConfigurationEntry("main.pressure", "{\"resolution\":0.01}", default, ""));
        ulong[] subjects = [.. Enumerable.Range(0, Count).Select(i =>
            i % 10 == 9 ? gateway.Read("main.pressure", "bar", 3.5, i, Quality.Uncertain, Reason.LoopOverrange) : gateway.Read("main.pressure", "bar", 3.4000000000000004, i))];
        var receipt = city.Order(_keys.Cosigned(gateway.Checkpoint(), _keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], subjects);
    }
}
