using System.Reflection;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Inputs;
using Edge.Verify.Outputs;
using Edge.Verify.Receipts;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Words;

public sealed class PhrasesTests
{
    private static readonly Phrases English = new EnglishPhrases();
    private static readonly Phrases Chinese = new ChinesePhrases();

    [Fact]
    public void Every_code_has_its_own_words_in_both_languages()
    {
        Check(Enum.GetValues<FindingCode>(), (p, c) => p.Finding(c, "x", NoteFault.NoQuorum));
        Check(Enum.GetValues<NoteFault>(), (p, c) => p.Word(c, "x"));
        Check(Enum.GetValues<Quality>(), (p, c) => p.Word(c));
        Check(Enum.GetValues<Reason>(), (p, c) => p.Word(c));
        Check(Enum.GetValues<GapReason>(), (p, c) => p.Word(c));
        Check(Enum.GetValues<ClockSource>(), (p, c) => p.Word(c));
        Check(Enum.GetValues<EntryKind>(), (p, c) => p.Word(c));
        Check(Enum.GetValues<Label>(), (p, c) => p.Word(c));
        Check(Enum.GetValues<PageLabel>(), (p, c) => p.Word(c));
        foreach (var kind in Enum.GetValues<OutputKind>())
            Check(Enum.GetValues<OutputFault>(), (p, c) => p.Output(kind, c, "x", "y"));
        Check(Enum.GetValues<UsageFault>(), (p, c) => p.Usage(c, "x"));
        foreach (var role in Enum.GetValues<InputRole>())
            Check(Enum.GetValues<InputFault>(), (p, c) => p.Input(role, c, "x", "y"));
    }

    [Fact]
    public void Every_type_of_key_has_a_name_of_its_own()
    {
        foreach (var phrases in new[] { English, Chinese })
        {
            string[] names = [.. Enum.GetValues<KeyType>().Append((KeyType)99).Select(phrases.Word)];
            Assert.Equal(names.Length, names.Distinct().Count());
            Assert.Equal("99", Assert.Single(names, n => n.Contains("99", StringComparison.Ordinal)).Split(' ')[^1]);
        }
    }

    [Fact]
    public void A_number_that_has_no_name_here_is_said_not_to_be_known()
    {
        Assert.Equal("good: a reason not known to this program (number 200)", English.QualityAndReason(Quality.Good, (Reason)200));
        Assert.Equal("良好：本程序未知的原因（代码 200）", Chinese.QualityAndReason(Quality.Good, (Reason)200));
        Assert.Contains("not known to this program (number 200)", English.Word((GapReason)200), StringComparison.Ordinal);
        Assert.Contains("本程序未知", Chinese.Word((ClockSource)200), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sentence_exists_in_both_languages_and_is_written_in_its_own()
    {
        var sentences = typeof(Phrases).GetMethods().Where(m => m is { IsAbstract: true, IsSpecialName: false } && !m.GetParameters().Any(p => p.ParameterType.IsEnum)).ToArray();
        Assert.True(sentences.Length >= 20, $"{sentences.Length} sentences found");
        foreach (var sentence in sentences.Where(s => s.Name is not (nameof(Phrases.And) or nameof(Phrases.Setting) or nameof(Phrases.Join) or nameof(Phrases.Uncertainty))))
        {
            var (english, chinese) = (Say(English, sentence), Say(Chinese, sentence));
            Assert.True(!HasHan(english) && english.Length > 0, $"{sentence.Name}: {english}");
            Assert.True(HasHan(chinese), $"{sentence.Name}: {chinese}");
        }

        Assert.False(HasHan(English.Help));
        Assert.True(HasHan(Chinese.Help));
    }

    [Fact]
    public void Chinese_has_blanks_around_figures_alone_and_brackets_of_its_own()
    {
        var many = Chinese.Entries([1, 2], 19);
        Assert.Contains("21 条的最早时间", Chinese.Finding(FindingCode.NoLowerBound, many, NoteFault.None), StringComparison.Ordinal);
        Assert.Contains("日志条目 6 的最早时间", Chinese.Finding(FindingCode.NoLowerBound, Chinese.Entries([6], 0), NoteFault.None), StringComparison.Ordinal);
        Assert.Contains("等 9 个测点测得", Chinese.Readings(new QualityCounts(30, 0, 0, 0), ["a", "b", "c"], 6), StringComparison.Ordinal);
        Assert.StartsWith("（", Chinese.Word(Label.ShowAll), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_with_another_key_than_the_policy_has_is_not_said_to_be_forged_alone()
    {
        Assert.Equal(
            "the checkpoint does not carry the signature of gateway gw-1 by the key in the policy file (is it the right policy, and the newest? has the key been rotated?)",
            English.Finding(FindingCode.GatewaySignature, "gw-1", NoteFault.NotSignedByLog));
        Assert.Equal(
            "检查点没有网关 gw-1 以信任策略文件中的密钥所作的签名（策略文件是否用对、是否最新？该密钥是否已更换？）",
            Chinese.Finding(FindingCode.GatewaySignature, "gw-1", NoteFault.NotSignedByLog));
    }

    [Fact]
    public void Of_a_receipt_figures_are_grouped_as_everywhere()
    {
        var (english, chinese) = (ReceiptPhrases.Of(English), ReceiptPhrases.Of(Chinese));
        Assert.Equal("Entry 1,078 (x) is in the log l, as signed at 3,025 entries", english.Included(1078, "x", "l", 3025));
        Assert.Equal("第 1,078 条日志条目（x）在日志 l 之中，签署时日志共 3,025 条", chinese.Included(1078, "x", "l", 3025));
        Assert.Contains("at 3,025 entries, begins with the 1,078 entries", english.Grown("l", 1078, 3025), StringComparison.Ordinal);
        Assert.Contains("共 3,025 条，开头是所给的根之下的 1,078 条", chinese.Grown("l", 1078, 3025), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chart_speaks_of_bad_values_where_there_are_some(bool hasBad)
    {
        Assert.Equal(hasBad, English.ChartSummary(3, "ph", "1", "2", "a", "b", hasBad).Contains("bad", StringComparison.Ordinal));
        Assert.Equal(hasBad, Chinese.ChartSummary(3, "ph", "1", "2", "a", "b", hasBad).Contains("坏值", StringComparison.Ordinal));
    }

    [Fact]
    public void Help_names_every_option_in_both_languages()
    {
        foreach (var option in new[] { "--policy", "--lang", "--zone", "--html", "--full", "--json", "--version", "--help" })
        {
            Assert.Contains(option, English.Help, StringComparison.Ordinal);
            Assert.Contains(option, Chinese.Help, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", null, null, Language.Chinese)]
    [InlineData(null, "zh_CN", "en_US", Language.Chinese)]
    [InlineData("", "", "zh_TW.UTF-8", Language.Chinese)]
    [InlineData("C", "zh_CN", "zh_CN", Language.English)]
    [InlineData(null, null, "de_DE.UTF-8", Language.English)]
    [InlineData(null, null, null, Language.English)]
    public void The_language_follows_the_locale_in_the_order_of_POSIX(string? all, string? messages, string? lang, Language expected) =>
        Assert.Equal(expected, Languages.Of(name => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, _ => lang }));

    private static void Check<T>(T[] codes, Func<Phrases, T, string> say)
        where T : struct, Enum
    {
        foreach (var phrases in new[] { English, Chinese })
        {
            // A code nobody wrote words for falls through to a sentence with its number.
            var fallback = say(phrases, (T)Enum.ToObject(typeof(T), 99));
            Assert.Contains("99", fallback, StringComparison.Ordinal);
            foreach (var code in codes)
            {
                var words = say(phrases, code);
                Assert.True(HasHan(words) == (phrases.Language == Language.Chinese), $"{code}: {words}");
                Assert.NotEqual(fallback.Replace("99", code.ToString("D"), StringComparison.Ordinal), words);
            }
        }
    }

    private static string Say(Phrases phrases, MethodInfo sentence) => (string)sentence.Invoke(phrases, [.. sentence.GetParameters().Select(Sample)])!;

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "x",
        var t when t == typeof(int) => 3,
        var t when t == typeof(bool) => true,
        var t when t == typeof(ulong) => 3UL,
        var t when t == typeof(long) => 3L,
        var t when t == typeof(double) => 0.5,
        var t when t == typeof(QualityCounts) => new QualityCounts(1, 2, 3, 4),
        var t when t == typeof(IReadOnlyList<ulong>) => new ulong[] { 1, 2 },
        _ => new[] { "x", "y" },
    };

    private static bool HasHan(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');
}
