using System.Text;
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

/// <summary>Of many readings it is told when they were not good, and when a contact changed.</summary>
public sealed class ManyReadingsTimesTests
{
    private const string Leak = """{"driver":"contact","channel":{"output":"state"},"options":{"means":"leak"},"resolution":1}""";

    private readonly TestKeys _keys = new();

    [Theory]
    [InlineData(Language.English, "208 good: 148 dry, 60 wet states and their changes; gateway's clock (UTC): dry from 2026-11-20 00:14:02; wet from 00:15:42; dry from 00:16:42")]
    [InlineData(Language.Chinese, "208 个良好：148 个干燥、60 个潮湿 状态及其变化；网关时钟 (UTC)：2026-11-20 00:14:02 起干燥；00:15:42 起潮湿；00:16:42 起干燥")]
    public void A_contacts_states_are_counted_and_its_changes_are_told_with_their_times(Language language, string said)
    {
        var readings = Enumerable.Range(0, 208).Select(i => new Sample(i is >= 100 and < 160 ? 1 : 0)).ToArray();

        Assert.Contains(said, Text(Cut(readings, Leak, "/"), language), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_changes_the_first_are_told_and_how_many_there_are() =>
        Assert.Contains(
            "wet from 00:14:07; and 54 more ", Text(Cut([.. Enumerable.Range(0, 60).Select(i => new Sample(i % 2))], Leak, "/"), Language.English), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        Language.English,
        "89 uncertain: has not changed for too long; 2.000 bar gateway's clock (UTC): 20 from 2026-11-20 00:14:12 to 00:14:31; 60 from 00:14:42 to 00:15:41; 8 from 00:15:44 to 00:15:51; and 1 more")]
    [InlineData(
        Language.Chinese,
        "89 个可疑：长时间不变；2.000 bar 网关时钟 (UTC)：2026-11-20 00:14:12 至 00:14:31，20 个；00:14:42 至 00:15:41，60 个；00:15:44 至 00:15:51，8 个；另有 1 处")]
    public void What_is_not_good_is_told_with_its_longest_times_in_order_and_the_number_of_the_others(Language language, string said)
    {
        var text = Text(Cut(Doubted()), language);

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains(language == Language.English ? "1 bad: the device does not answer gateway's clock (UTC): 1 at 2026-11-20 00:14:02" : "1 个坏值：设备无应答 网关时钟 (UTC)：2026-11-20 00:14:02，1 个", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_clock_places_in_the_log_are_told_instead() =>
        Assert.Contains(" 20 from entry 12 to entry 31; ", Text(Cut(Doubted(), clock: false), Language.English), StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, "208 readings at main.channel from 2026-11-20 08:14:02.000 UTC+8 to 2026-11-20 08:17:29.000 UTC+8: 148 dry, 60 wet", "dry", "wet")]
    [InlineData(Language.Chinese, "测点 main.channel 自 2026-11-20 08:14:02.000 UTC+8 至 2026-11-20 08:17:29.000 UTC+8 的 208 个读数：148 个干燥、60 个潮湿", "干燥", "潮湿")]
    public void The_page_draws_a_contact_in_steps_between_two_words(Language language, string caption, string low, string high)
    {
        var page = PageOf.File(Cut([.. Enumerable.Range(0, 208).Select(i => new Sample(i is >= 100 and < 160 ? 1 : 0))], Leak, "/"), language);

        Assert.Equal(caption, page.All("figcaption").First().Value);
        var words = page.All("text").Select(t => t.Value).ToArray();
        Assert.Equal([low, high], words.TakeWhile(w => !w.Contains(':', StringComparison.Ordinal)));
        var line = page.All("path").Single(p => p.Attribute("class")?.Value == "line").Attribute("d")!.Value;
        var points = line.Replace("h0", "", StringComparison.Ordinal).Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(' ')).ToArray();
        Assert.All(points.Zip(points.Skip(1)), pair => Assert.True(pair.First[0] == pair.Second[0] || pair.First[1] == pair.Second[1], line));
        Assert.Contains(page.All("li"), l => l.Value.Contains("08:15:42", StringComparison.Ordinal) && l.Value.Contains(high, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_tells_below_the_chart_when_readings_were_not_good_and_nothing_where_all_are()
    {
        var page = PageOf.File(Cut(Doubted()));
        var list = page.All("ul").Single(u => u.Attribute("class")?.Value == "when");

        Assert.Equal(2, list.Elements().Count());
        Assert.StartsWith("89 uncertain: has not changed for too long; 2.000 bar; gateway's clock (UTC+8): 20 from 2026-11-20 08:14:12 to 08:14:31; ", list.Elements().First().Value, StringComparison.Ordinal);
        var blind = PageOf.File(Cut([.. Enumerable.Range(0, 50).Select(_ => new Sample(null, Quality.Bad, Reason.NoAnswer))]));
        Assert.Contains("channel main.channel: 50 bad: the device does not answer; ", blind.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(PageOf.File(Cut([.. Enumerable.Range(0, 50).Select(_ => new Sample(2))])).All("ul"), u => u.Attribute("class")?.Value == "when");
    }

    [Theory]
    [InlineData(Language.English, "30 runs with nothing withheld between entries 2 and 119, holding 60 of them; nothing is said of what lies between the runs")]
    [InlineData(Language.Chinese, "日志条目 2 至 119 中的 60 条，分为 30 段，各段之内均无隐瞒；未涉及各段之间的条目")]
    public void Many_runs_of_entries_are_told_in_one_sentence_on_the_page_and_in_the_report(Language language, string said)
    {
        var file = Cut([.. Enumerable.Range(0, 200).Select(_ => new Sample(2))], subjects: [.. Enumerable.Range(0, 30).SelectMany(i => new[] { (ulong)(2 + (4 * i)), (ulong)(3 + (4 * i)) })]);

        Assert.Contains(said, Text(file, language), StringComparison.Ordinal);
        Assert.Single(PageOf.File(file, language).All("p"), p => p.Value.Contains(language == Language.English ? "runs" : "段", StringComparison.Ordinal));
        Assert.Equal(30, PageOf.File(file, language, full: true).All("p").Count(p => p.Value.Contains(language == Language.English ? "no gap recorded" : "无缺测记录", StringComparison.Ordinal)));
    }

    private readonly record struct Sample(double? Value, Quality Quality = Quality.Good, Reason Reason = Reason.None);

    private static Sample[] Doubted() =>
    [
        new(null, Quality.Bad, Reason.NoAnswer),
        .. Enumerable.Range(1, 119).Select(i => i is >= 10 and < 30 or >= 40 and < 100 or >= 102 and < 110 or 112 ? new Sample(2, Quality.Uncertain, Reason.FlatLine) : new Sample(2)),
    ];

    /// <summary>In one line.</summary>
    private string Text(byte[] file, Language language)
    {
        var policy = Encoding.UTF8.GetBytes(_keys.PolicyText);
        var verdict = new EvidenceVerifier(TrustPolicy.Parse(policy)).Verify(file);
        var text = new StringWriter();
        TextReport.Write(new ReportWriter(text, 4_000), new Examination(
            new Arguments("many.edge", "policy.txt", language, TimeSpan.Zero, false, false), file, policy, TrustPolicy.Parse(policy), verdict, Languages.Phrases(language)));
        return string.Join(' ', text.ToString().Split('\n').Select(l => l.Trim()));
    }

    /// <summary>One reading a second, the first at entry 2.</summary>
    private byte[] Cut(Sample[] samples, string definition = """{"resolution":0.001}""", string unit = "bar", bool clock = true, ulong[]? subjects = null)
    {
        var gateway = new ModelGateway(_keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Append(new ConfigurationEntry("main.channel", definition, default, ""));
        var readings = new List<ulong>();
        for (var i = 0; i < samples.Length; i++)
        {
            gateway.Now = clock ? Scene.Start + i : null;
            readings.Add(gateway.Read("main.channel", unit, samples[i].Value, 1, samples[i].Quality, samples[i].Reason));
        }

        var receipt = new ModelCity(_keys).Order(_keys.Cosigned(gateway.Checkpoint(), _keys.Gateway, Scene.Start + 300, 0, 1, 2), Scene.Start + 302);
        return gateway.Cut(receipt, gateway.Size, [], subjects ?? [.. readings]).ToBytes();
    }
}
