using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Tests.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

/// <summary>The one sentence that is read aloud: it must not sound better than what was measured.</summary>
public sealed class VerdictSentenceTests
{
    private readonly TestKeys _keys = new();

    [Theory]
    [InlineData(Language.English, "5 readings at tap3.ph and main.pressure (1 uncertain, 1 bad, of these 1 without a value), measured by gateway gw-1; ")]
    [InlineData(Language.Chinese, "网关 gw-1 在测点 tap3.ph、main.pressure 测得 5 个读数（可疑 1，坏值 1，其中无数值 1）；")]
    public void Of_many_readings_it_counts_those_that_are_not_good_and_those_without_a_value(Language language, string said) =>
        Assert.Contains(said, Sentence(new Scene().Range.ToBytes(), language), StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, "; nothing withheld between entries 8 and 14; 1 gap recorded: tap3.ph from 2026-11-20 08:14:34 to 08:14:37 (UTC+8), the gateway could not keep up.")]
    [InlineData(Language.Chinese, "；日志条目 8 至 14 无隐瞒；记录缺测 1 处：tap3.ph 2026-11-20 08:14:34 至 08:14:37（UTC+8），网关来不及处理。")]
    public void Over_a_recorded_gap_it_does_not_say_that_nothing_is_missing_but_what(Language language, string said) =>
        Assert.EndsWith(said, Sentence(new Scene().Range.ToBytes(), language), StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, "nothing missing between entries 1 and 3, and no gap recorded.")]
    [InlineData(Language.Chinese, "日志条目 1 至 3 完整（无遗漏），其中无缺测记录。")]
    public void Without_a_gap_it_says_that_nothing_is_missing(Language language, string said) =>
        Assert.EndsWith(said, Sentence(Cut(null, 3.5), language), StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, "3 readings without a value at main.pressure, recorded by gateway gw-1")]
    [InlineData(Language.Chinese, "网关 gw-1 在测点 main.pressure 记录 3 次，均无数值")]
    public void Nothing_is_said_to_be_measured_where_no_reading_has_a_value(Language language, string said) =>
        Assert.Contains(said, Sentence(Cut(null, null), language), StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, "3 gaps recorded: until 2026-11-20 08:14:02 (UTC+8), powered off; and 2 more.")]
    [InlineData(Language.Chinese, "记录缺测 3 处：至 2026-11-20 08:14:02 为止（UTC+8），断电；另有 2 处。")]
    public void Of_many_gaps_it_names_the_first_and_says_how_many_there_are(Language language, string said) =>
        Assert.EndsWith(said, Sentence(Cut(new WallTime(Scene.Start, 12), 3.5), language), StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, "; nothing is said of what lies between these entries; 1 gap recorded: tap3.ph from 2026-11-20 08:14:34 to 08:14:37 (UTC+8), the gateway could not keep up.")]
    [InlineData(Language.Chinese, "；未涉及这些条目之间的内容；记录缺测 1 处：tap3.ph 2026-11-20 08:14:34 至 08:14:37（UTC+8），网关来不及处理。")]
    public void Of_a_set_it_names_the_gaps_disclosed_and_says_that_it_speaks_of_nothing_between(Language language, string said)
    {
        var scene = new Scene();
        Assert.EndsWith(said, Sentence(Set(scene, [scene.FirstBlock, scene.SecondBlock], scene.Middle, scene.Ph, scene.Gap), language), StringComparison.Ordinal);
        Assert.EndsWith(said, Sentence(Set(scene, [scene.SecondBlock], scene.Ph, scene.Gap), language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "; nothing withheld between entries 11 and 12; 1 gap recorded: tap3.ph from")]
    [InlineData(Language.Chinese, "；日志条目 11 至 12 无隐瞒；记录缺测 1 处：tap3.ph ")]
    public void A_gap_that_was_noted_after_a_range_is_named_as_one_within(Language language, string said)
    {
        var scene = new Scene();
        Assert.Equal((11UL, 12UL), (scene.Absent, scene.Uncertain));
        var gap = scene.Gateway.Append(new GapEntry(["tap3.ph"], new WallTime(Scene.Start + 32, 12), new WallTime(Scene.Start + 35, 12), GapReason.Overrun, ""));
        var receipt = scene.City.Order(scene.Keys.Cosigned(scene.Gateway.Checkpoint(), scene.Keys.Gateway, Scene.Start + 63, 0, 1, 3), Scene.Start + 65);
        Assert.Contains(said, Sentence(scene.Gateway.Cut(receipt, scene.Gateway.Size, [scene.SecondBlock], scene.Absent, scene.Uncertain, gap).ToBytes(), language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "; nothing is said of what lies between these entries.", "departments.")]
    [InlineData(Language.Chinese, "；未涉及这些条目之间的内容。", "已见证。")]
    public void Of_a_set_without_gaps_it_says_what_is_not_said_and_of_one_reading_nothing_more(Language language, string ofSet, string ofOne)
    {
        var scene = new Scene();
        Assert.EndsWith(ofSet, Sentence(scene.Set.ToBytes(), language), StringComparison.Ordinal);
        Assert.EndsWith(ofOne, Sentence(scene.One.ToBytes(), language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "; nothing withheld between entries 1 and 5; 2 gaps recorded, with 619 readings missing: main.surge from ")]
    [InlineData(Language.Chinese, "；日志条目 1 至 5 无隐瞒；记录缺测 2 处，共缺读数 619 个：main.surge ")]
    public void Readings_that_were_missed_between_readings_that_are_there_are_counted_beside_nothing_withheld(Language language, string said)
    {
        var gateway = new ModelGateway(_keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 0, null, ClockSource.Kernel, "edge 0.1.0", ""));
        gateway.Read("main.surge", "bar", 3.5);
        foreach (var (second, missed) in new[] { (2, 618), (4, 1) })
        {
            var moment = new WallTime(Scene.Start + second, 12);
            gateway.Append(new GapEntry(["main.surge"], moment, moment, GapReason.Overrun, $"{missed} samples missed their time, because the gateway or the device stood still"));
            gateway.Read("main.surge", "bar", 3.5);
        }

        var receipt = new ModelCity(_keys).Order(_keys.Cosigned(gateway.Checkpoint(), _keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        Assert.Contains(said, Sentence(gateway.Cut(receipt, gateway.Size, [], 1, 2, 3, 4, 5).ToBytes(), language), StringComparison.Ordinal);
    }

    private static string Sentence(byte[] file, Language language) => PageOf.File(file, language).One("h1").Value;

    private static byte[] Set(Scene scene, SignedNote[] blocks, params ulong[] subjects) => scene.Gateway.Cut(scene.Receipt, scene.Size, blocks, subjects).ToBytes();

    /// <summary>Three readings, behind three gaps if there is a time at which the first ends.</summary>
    private byte[] Cut(WallTime? gapEnd, double? value)
    {
        var gateway = new ModelGateway(_keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 0, null, ClockSource.Kernel, "edge 0.1.0", ""));
        var gaps = gapEnd is null ? [] : new[] { gapEnd, null, null }.Select(end => gateway.Append(new GapEntry([], null, end, GapReason.PoweredOff, ""))).ToArray();
        var readings = Enumerable.Range(0, 3).Select(_ => gateway.Read("main.pressure", "bar", value, 1, value is null ? Quality.Bad : Quality.Good, value is null ? Reason.NoAnswer : Reason.None));
        ulong[] subjects = [.. gaps, .. readings];
        var receipt = new ModelCity(_keys).Order(_keys.Cosigned(gateway.Checkpoint(), _keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], subjects).ToBytes();
    }
}
