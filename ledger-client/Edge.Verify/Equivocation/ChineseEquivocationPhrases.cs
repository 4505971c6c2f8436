using System.Globalization;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Equivocation;

internal sealed class ChineseEquivocationPhrases(Phrases shared) : EquivocationPhrases(shared)
{
    public override string Proved(string log, ulong first, ulong second, string firstBy, string secondBy)
    {
        var histories = first == second
            ? $"{log}签署了两份互不相同的历史，均为 {Entries(first)}"
            : $"{log}签署了两份历史：一份为 {Entries(first)}，另一份为 {Entries(second)}，却并非前者的延续";
        var accepted = (firstBy, secondBy) switch
        {
            ("", "") => "没有部门见证过其中任何一份",
            (_, "") => $"见证前者的部门：{firstBy}；没有部门见证后者",
            ("", _) => $"没有部门见证前者；见证后者的部门：{secondBy}",
            _ => $"见证前者的部门：{firstBy}；见证后者的部门：{secondBy}",
        };
        return $"已证明：{histories}。其自身签名即为证明；若无其他证据，其所记录的内容均不可采信。{accepted}。";
    }

    public override string NotProved(string why) => $"未能证明：{why}。";

    public override string Relation(Reconciliation relation, string log) => relation switch
    {
        Reconciliation.Irreconcilable => $"{log}的两个检查点相互矛盾",
        Reconciliation.OtherLog => "两者没有同一日志的检查点，合在一起不能说明什么",
        Reconciliation.Same => $"两者是{log}的同一检查点，没有矛盾",
        Reconciliation.Continued => $"{log}的较大检查点是较小检查点的延续，没有矛盾",
        Reconciliation.NotShown => $"{log}的两个检查点大小不同，所给内容不能说明较大者是否延续较小者。请以哈希块目录的形式提供较大者的全部日志",
        _ => $"关系代码 {(int)relation}",
    };

    public override string Entries(ulong size) => $"{size.ToString("#,0", CultureInfo.InvariantCulture)} 条日志条目";

    public override string Word(EquivocationLabel label) => label switch
    {
        EquivocationLabel.Log => "日志",
        EquivocationLabel.First => "第一份历史",
        EquivocationLabel.Second => "第二份历史",
        EquivocationLabel.AcceptedByNobody => "没有部门见证",
        EquivocationLabel.File => "指证文件",
        EquivocationLabel.Written => "已写入",
        EquivocationLabel.NothingWritten => "未写入任何文件。",
        EquivocationLabel.Report => "指证核验报告",
        EquivocationLabel.Digest => "指证文件的 SHA-256",
        EquivocationLabel.Proved => "指证成立",
        EquivocationLabel.NotProved => "指证不成立",
        EquivocationLabel.Why => "仅以信任策略文件中的公钥核验：两个检查点均由同一日志签名，而只增不改的日志不可能兼有二者。",
        EquivocationLabel.WhyNot => "该文件不能证明某日志签署了两份历史。",
        _ => $"标签 {(int)label}",
    };

    protected override string Gateway(string id) => $"网关 {id} ";

    protected override string OtherLog(string name) => $"日志 {name} ";
}
