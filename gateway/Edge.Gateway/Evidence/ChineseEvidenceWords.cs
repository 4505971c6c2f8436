using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Evidence;

internal sealed class ChineseEvidenceWords : EvidenceWords
{
    public override string NothingAsked => "未指明任何日志条目";

    public override string NothingAnchored => "尚无任何内容上链存证；请待网关连上城市后再试";

    public override string NotAnchored(ulong index, ulong below) => $"第 {Number(index)} 条日志条目尚未上链存证：城市只有第 {Number(below)} 条之前的条目。请待网关连上城市后再试";

    public override string NotSealed(ulong index) => $"第 {Number(index)} 条日志条目尚未封存";

    public override string NotASeal(ulong index) => $"第 {Number(index)} 条日志条目应为封存，却不是";

    public override string NoReading(string channel, bool withValue) => $"没有测点 {channel} 已上链存证的{(withValue ? "有数值的" : "")}读数";

    public override string TooLong(ulong entries, int most) => $"共 {Number(entries)} 条；一个证据文件最多 {Number(most)} 条。请分成较短的区间依次截取";

    public override string TooMany(int most) => $"超过 {Number(most)} 条；一个证据文件最多这么多。请分成较短的时段依次截取";

    public override string NoneBetween(string? channel) => $"这两个时间之间{(channel is null ? "" : $"测点 {channel} ")}没有已上链存证的读数，也没有相应的缺测记录。";

    public override string SomeEvicted(ulong oldest, WallTime? sealedAt) =>
        $"第 {Number(oldest)} 条之前的日志条目已因存储上限舍弃，其中可能有该时段的：哈希值仍在，内容已无。现存最早的批次{Text(sealedAt)}；请截取其后的内容";

    public override string AllDamaged(ulong first, ulong last) =>
        $"{(first == last ? $"第 {Number(first)} 条" : $"第 {Number(first)} 至 {Number(last)} 条")}日志条目在存储中损坏，所要的内容别无留存：哈希值仍在，内容已失";

    public override string DamagedLeftOut(ulong count, ulong first, ulong last) =>
        (count == 1 ? $"未列入：第 {Number(first)} 条日志条目，它可能属于所要内容，但在存储中损坏；哈希值仍在，内容已失。"
            : $"未列入：第 {Number(first)} 至 {Number(last)} 条之间的 {Number(count)} 条日志条目，它们可能属于所要内容，但在存储中损坏；哈希值仍在，内容已失。");

    public override string EvictedLeftOut(ulong oldest) => $"第 {Number(oldest)} 条之前的日志条目已因存储上限舍弃，其中可能有该时段的；日志中没有相应的缺测记录，因此该文件不涉及它们。";

    public override string AlarmNotSought(ulong below) => $"时段开始时是否已有未解除的告警不详：向前查到第 {Number(below)} 条日志条目，未找到；更早的未查，或已不再保存。";

    public override string ContextLeftOut(int readings) => $"有 {Number(readings)} 个读数，文件无法表明其记录时的配置与校准，也无法表明其最早存在时间：相关条目已损坏或丢失。";

    public override string Evicted(ulong index, ulong oldest) => $"第 {Number(index)} 条日志条目已因存储上限舍弃；现存最早的是第 {Number(oldest)} 条。其哈希值仍可证明，内容已无。";

    public override string NotVerified(string policyFile, string finding) => $"证据未能通过 {policyFile} 的核验：{finding}";

    public override string NoChannel(string channel, IReadOnlyList<string> known) => $"没有测点 {channel}；配置中有 {string.Join("、", known)}。";

    public override string NoEntry(ulong index, ulong size) => $"没有第 {Number(index)} 条日志条目：日志共 {Number(size)} 条，从 0 起。";

    public override string NotATime(string option, string text) => $"{option} {text}：不是带 Z 或时区偏移的时间，应如 {Moment.Examples[0]} 或 {Moment.Examples[1]}";

    public override string TimesSwapped => "--since 晚于 --until。";

    public override string RangeSwapped => "区间应从较小的条目到较大的条目：--from 大于 --to。";

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Text(WallTime? wall) => wall is { } time ? $"封存于 {Moment.Text(time)}" : "封存时，时钟未同步";
}
