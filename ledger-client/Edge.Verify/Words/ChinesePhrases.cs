using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Verify.Words;

/// <summary>Simplified Chinese: sentences. Words for codes are in the other part.</summary>
public sealed partial class ChinesePhrases : Phrases
{
    public override Language Language => Language.Chinese;

    public override string Help => """
        依据信任策略文件离线核验证据文件。任何数据都不会离开本机。

        用法：edge-verify 证据文件 --policy 策略文件 [选项]
              edge-verify 目录 --policy 策略文件 [选项]
              edge-verify 回执 --policy 策略文件 [--entry 文件 | --root 根] [选项]
              edge-verify accuse 甲 乙 --policy 策略文件 --out 文件 [选项]
              edge-verify page --out 页面.html

          证据文件         待核验的证据文件（*.edge），或指证文件；或载有其二维码内容的文本文件，
                           每行一个二维码
          回执             COSE 回执（RFC 9942）；回执不含所涉内容时另须给出：
                           日志条目的文件，或先前的根
          目录             待审计的网关全部日志（哈希块目录）
          --policy 策略文件
                           信任谁：城市链、各网关、各部门的公钥，以及法定见证数
          甲、乙           检查点、证据文件或哈希块目录：若同一日志签署了两份互不相容的历史，
                           则将证明写入 --out 所指文件

          page             写出核验页面：在浏览器中离线核验证据

          --lang en|zh     语言（默认依 LC_ALL、LC_MESSAGES、LANG）
          --zone +08:00    以相对 UTC 的该偏移显示时间（默认 UTC）
          --full           完整显示哈希值、公钥与全部读数
          --json           输出一个 JSON 对象，内容完整
          --html OUT.html  另写一份可打印存卷的网页报告
          --version        显示版本
          --help           显示本说明

        退出码 0：有效（可能附保留意见），或指证成立；1：否，并说明原因；
        2：未作核验（文件无法读取、报告无法写入，或命令有误）。

        例：edge-verify tap.edge --policy policy.txt --html report.html
        """;

    public override string Valid(string claim) => $"有效。{claim}。";

    public override string ValidBut(IReadOnlyList<string> reservations, string claim) => $"有效，但{string.Join("；", reservations)}。{claim}。";

    public override string Invalid(string why) => $"无效：{why}。";

    public override string NotChecked(string why) => $"未作核验：{why}";

    public override string Claim(string subject, string gateway, string existed, int accepted, int departments, string? complete)
    {
        var missing = complete is null ? "" : $"；{complete}";
        return $"网关 {gateway} {subject}；{existed}；{departments} 个部门中 {accepted} 个已见证{missing}";
    }

    public override string Reading(string value, string channel, string quality) =>
        $"在测点 {channel} 测得 {value}{(quality.Length > 0 ? $"（质量{quality}）" : "")}";

    public override string Absent(string channel, string quality) => $"记录到测点 {channel} 无数值（质量{quality}）";

    public override string Readings(QualityCounts counts, IReadOnlyList<string> channels, int more)
    {
        var all = counts.Good + counts.Uncertain + counts.Bad;
        var names = string.Join("、", channels) + (more > 0 ? $" 等 {Number(channels.Count + more)} 个测点" : " ");
        if (counts.Absent == all)
            return $"在测点 {names}记录 {Number(all)} 次，均无数值";
        var flawed = counts.Good == all && counts.Absent == 0 ? "" : $"（{Qualities(counts with { Good = 0 })}）";
        return $"在测点 {names}测得 {Number(all)} 个读数{flawed}";
    }

    public override string OtherEntries(IReadOnlyList<string> kinds, int count) => $"的 {Number(count)} 条日志条目（{string.Join("、", kinds)}）";

    public override string Existed(string? notBefore, string? notAfter, string zone) => (notBefore, notAfter) switch
    {
        (null, null) => "形成时间无从证明",
        (null, _) => $"形成时间不晚于 {notAfter}（{zone}）",
        (_, null) => $"形成时间不早于 {notBefore}（{zone}）",
        _ => $"形成时间不早于 {notBefore}，不晚于 {notAfter}（{zone}）",
    };

    public override string NothingMissing(ulong first, ulong last) => $"日志条目 {Number(first)} 至 {Number(last)} 完整（无遗漏），其中无缺测记录";

    public override string NothingWithheld(ulong first, ulong last) => $"日志条目 {Number(first)} 至 {Number(last)} 无隐瞒";

    public override string GapsRecorded(int count, ulong samples) => $"记录缺测 {Number(count)} 处{(samples > 0 ? $"，共缺读数 {Number(samples)} 个" : "")}";

    public override string Runs(long entries, ulong first, ulong last, int runs) =>
        $"日志条目 {Number(first)} 至 {Number(last)} 中的 {Number(entries)} 条，分为 {Number(runs)} 段，各段之内均无隐瞒；未涉及各段之间的条目";

    public override string MoreGaps(int count) => $"另有 {Number(count)} 处";

    protected override string StartsAt(string numbers, int count) => $"第 {numbers} 次启动";

    public override string Setting(ShownSetting setting) => setting.Chinese;

    public override string CalibrationOf(string channel, string said) => $"{channel} 的校准：{said}";

    public override string Gap(string channels, string? from, string? to, string zone, string why)
    {
        var when = (from, to) switch
        {
            (null, null) => "时间不详",
            (null, _) => $"至 {to} 为止（{zone}）",
            (_, null) => $"自 {from} 起（{zone}）",
            _ => $"{from} 至 {to}（{zone}）",
        };
        return $"{(channels.Length > 0 ? $"{channels} " : "")}{when}，{why}";
    }

    public override string SingleEntries(int count) => count == 1 ? "仅一条日志条目；未涉及其前后条目" : $"{Number(count)} 条单独的日志条目；未涉及其间条目";

    public override string Entries(IReadOnlyList<ulong> indices, int more)
    {
        var names = string.Join("、", indices.Select(i => Number(i)));
        return more > 0 ? $"日志条目 {names} 等 {Number(indices.Count + more)} 条" : $"日志条目 {names}";
    }

    public override string Accepted(int accepted, int departments, int quorum) => $"{departments} 个中 {accepted} 个；法定见证数为 {quorum}";

    public override string Block(ulong size, string? time, string zone) =>
        $"城市链日志至第 {Number(size - 1)} 条{(time is null ? "" : $"，达到法定见证数的时间为 {time}（{zone}）")}";

    public override string Counts(QualityCounts counts) => $"共 {Number(counts.Good + counts.Uncertain + counts.Bad)} 个：{Qualities(counts)}";

    public override string Qualities(QualityCounts counts)
    {
        var parts = new[] { ("良好", counts.Good), ("可疑", counts.Uncertain), ("坏值", counts.Bad), ("其中无数值", counts.Absent) };
        return string.Join("，", parts.Where(p => p.Item2 > 0).Select(p => $"{p.Item1} {Number(p.Item2)}").DefaultIfEmpty("无"));
    }

    public override string Alike(int count, string quality) => $"{Number(count)} 个{quality}";

    public override string During(int count, string from, string? to) => to is null ? $"{from}，{Number(count)} 个" : $"{from} 至 {to}，{Number(count)} 个";

    public override string Since(string state, string time) => $"{time} 起{state}";

    public override string Span(string least, string greatest) => $"{least} 至 {greatest}";

    public override string Omitted(int count) => $"…… 其余 {Number(count)} 个，--full 可全部显示 ……";

    public override string Recomputed(string own, string time) => $"{own}；推算：{time}";

    public override string BeyondCalendar(string second) => $"公元 9999 年之后（自 1970 年起第 {second} 秒）";

    public override string Uncertainty(double seconds) => string.Create(CultureInfo.InvariantCulture, $"± {seconds:0.###} s");

    public override string And(string last, IEnumerable<string> before) => string.Join("、", before.Append(last));

    public override string More(int count) => $"等另外 {Number(count)} 个";

    public override string Colon => "：";

    public override string Semicolon => "；";

    public override string Comma => "、";

    /// <summary>Before Chinese text: a blank after figures and Latin letters alone.</summary>
    private static string Spaced(string text) => text.Length > 0 && char.IsAscii(text[^1]) ? $"{text} " : text;

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString("#,0", CultureInfo.InvariantCulture);
}
