using System.Text;
using System.Text.RegularExpressions;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Ledger.Text;
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

    [Theory]
    [InlineData(Language.English, "    9,000 good; 3.40 bar", "    1,000 uncertain: loop current between 20.5 and 21.0 mA; 3.50 bar", "... 9,994 more; --full shows all ...")]
    [InlineData(Language.Chinese, "    9,000 个良好；3.40 bar", "    1,000 个可疑：回路电流在 20.5 至 21.0 mA 之间；3.50 bar", "…… 其余 9,994 个，--full 可全部显示 ……")]
    public void Very_many_are_told_by_quality_and_reason_with_the_least_and_the_greatest_value_and_how_to_see_all(Language language, params string[] lines)
    {
        var text = Report(language, full: false).Split('\n');
        Assert.All(lines, l => Assert.Contains(text, t => t.TrimEnd().EndsWith(l.Trim(), StringComparison.Ordinal)));
        Assert.Contains("3.40 bar to 3.60 bar", Report(Language.English, full: false, Evidence(41, i => 3.4 + (i % 3 / 10.0))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    public void As_many_as_fit_a_screen_or_two_have_a_line_each_with_time_value_raw_code_and_quality_and_each_reason_once_below(int count)
    {
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            var lines = Report(language, full: false, Evidence(count, _ => 3.4000000000000004)).Split('\n');

            Assert.Equal(count, lines.Count(l => l.Contains(" bar  ", StringComparison.Ordinal) && l.Contains("2026-", StringComparison.Ordinal)));
            Assert.Equal(count / 10 + (count % 10 == 9 ? 1 : 0), lines.Count(l => l.TrimEnd().EndsWith(" (1)", StringComparison.Ordinal)));
            Assert.All(Enumerable.Range(0, count), raw => Assert.Single(lines, l => Regex.IsMatch(l, $" bar +{raw}  (good|uncertain|良好|可疑)")));
            Assert.StartsWith("    (1) ", Assert.Single(lines, l => l.Contains("20.5", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.Single(lines, l => l.Contains("± 0.012 s", StringComparison.Ordinal) && l.Contains("main.pressure", StringComparison.Ordinal));
            Assert.All(lines, l => Assert.True(TextWidth.Of(l) <= ReportWriter.Width, l));
            Assert.DoesNotContain(lines, l => l.Contains("--full shows all ...", StringComparison.Ordinal) || l.Contains("全部显示 ……", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_contact_is_told_in_words_and_its_number_where_all_was_asked_for()
    {
        const string Door = """{"driver":"contact","channel":{"output":"state"},"options":{"means":"door"},"resolution":1}""";

        Assert.Matches(@"main\.pressure +open +-? *\d* +good", Report(Language.English, full: false, Evidence(2, _ => 1, Door, "/")));
        Assert.Contains("闭合", Report(Language.Chinese, full: false, Evidence(2, _ => 0, Door, "/")), StringComparison.Ordinal);
        Assert.Contains("1 (open)", Report(Language.English, full: true, Evidence(2, _ => 1, Door, "/")), StringComparison.Ordinal);
        Assert.Contains("closed", Report(Language.English, full: false, Evidence(1, _ => 0, Door, "/")).Split('\n')[0], StringComparison.Ordinal);
    }

    private string Report(Language language, bool full) => Report(language, full, Evidence());

    private string Report(Language language, bool full, EvidenceFile evidence)
    {
        var policy = Encoding.UTF8.GetBytes(_keys.PolicyText);
        var file = evidence.ToBytes();
        var verdict = new EvidenceVerifier(TrustPolicy.Parse(policy)).Verify(file);
        var text = new StringWriter();
        TextReport.Write(new ReportWriter(text), new Examination(
            new Arguments("many.edge", "policy.txt", language, TimeSpan.Zero, false, full), file, policy, TrustPolicy.Parse(policy), verdict, Languages.Phrases(language)));
        return text.ToString();
    }

    private EvidenceFile Evidence() => Evidence(Count, i => i % 10 == 9 ? 3.5 : 3.4000000000000004);

    /// <summary>Each tenth reading is uncertain.</summary>
    private EvidenceFile Evidence(int count, Func<int, double> value, string definition = "{\"resolution\":0.01}", string unit = "bar")
    {
        var city = new ModelCity(_keys);
        var gateway = new ModelGateway(_keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Append(new ConfigurationEntry("main.pressure", definition, default, ""));
        ulong[] subjects = [.. Enumerable.Range(0, count).Select(i =>
            i % 10 == 9 || (count < 10 && i == 8) ? gateway.Read("main.pressure", unit, value(i), i, Quality.Uncertain, Reason.LoopOverrange) : gateway.Read("main.pressure", unit, value(i), i))];
        var receipt = city.Order(_keys.Cosigned(gateway.Checkpoint(), _keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], subjects);
    }
}
