using System.Reflection;
using Edge.Gateway.Evidence;
using Edge.Ledger.Entries;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Evidence;

public sealed class EvidenceWordsTests
{
    [Fact]
    public void Every_refusal_exists_in_both_languages_and_is_written_in_its_own()
    {
        var sentences = typeof(EvidenceWords).GetMethods().Where(m => m.IsAbstract).ToArray();
        Assert.True(sentences.Length >= 15, $"{sentences.Length} sentences found");
        foreach (var sentence in sentences)
        {
            foreach (var words in new[] { EvidenceWords.English, EvidenceWords.Chinese })
            {
                var said = (string)sentence.Invoke(words, [.. sentence.GetParameters().Select(Sample)])!;
                Assert.True(HasHan(said) == (words == EvidenceWords.Chinese), $"{sentence.Name}: {said}");
            }
        }
    }

    [Theory]
    [InlineData("1 尚无任何内容上链存证", "--channel", "tap.ph")]
    [InlineData("2 没有测点 tap.hp", "--channel", "tap.hp")]
    [InlineData("2 --since yesterday：不是带 Z 或时区偏移的时间", "--channel", "tap.ph", "--since", "yesterday", "--until", "today")]
    [InlineData("2 --since 晚于 --until", "--channel", "tap.ph", "--since", "2026-11-20T01:00Z", "--until", "2026-11-20T00:00Z")]
    [InlineData("2 区间应从较小的条目到较大的条目", "--from", "2", "--to", "1")]
    [InlineData("2 没有第 7 条日志条目：日志共 0 条", "--index", "7")]
    public async Task The_program_refuses_in_the_language_asked_for(string expected, params string[] which)
    {
        using var folder = new TemporaryDirectory();
        var configuration = folder.Write("gateway.yaml", Configuration.ConfigurationText.With("data/edge-log", "edge-log"));
        using (Store.Log.LogFolder.Open(folder.File("edge-log")))
        {
        }

        await using var process = ChildProcess.Start(Programs.Gateway, ["evidence", "--config", configuration, "--out", folder.File("x.edge"), "--lang", "zh", .. which]);

        var code = await process.WaitForExit();
        Assert.StartsWith(expected, $"{code} {process.Error}", StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_grouped_and_lists_joined_as_everywhere()
    {
        Assert.Equal("Entry 99,999 does not exist: the log holds 3,025 entries, from 0 on.", EvidenceWords.English.NoEntry(99_999, 3025));
        Assert.Equal("没有第 99,999 条日志条目：日志共 3,025 条，从 0 起。", EvidenceWords.Chinese.NoEntry(99_999, 3025));
        Assert.Equal("没有测点 x；配置中有 a、b。", EvidenceWords.Chinese.NoChannel("x", ["a", "b"]));
        Assert.Equal("这两个时间之间测点 main.pressure 没有已上链存证的读数，也没有相应的缺测记录。", EvidenceWords.Chinese.NoneBetween("main.pressure"));
        Assert.Equal("no anchored reading carries a time between the two, and no gap speaks of it", EvidenceWords.English.NoneBetween(null));
    }

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "x",
        var t when t == typeof(bool) => true,
        var t when t == typeof(int) => 3,
        var t when t == typeof(ulong) => 3UL,
        var t when t == typeof(IReadOnlyList<string>) => new[] { "x" },
        _ => new WallTime(1, 1),
    };

    private static bool HasHan(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');
}
