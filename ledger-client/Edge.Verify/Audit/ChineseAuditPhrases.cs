using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Audit;

internal sealed class ChineseAuditPhrases(Phrases shared) : AuditPhrases(shared)
{
    public override string Claim(ulong entries, string gateway, string existed, int accepted, int departments) =>
        $"此目录中网关 {gateway} 的全部 {Number(entries)} 条日志条目均为其检查点所涵盖者；{existed}；{departments} 个部门中 {accepted} 个已见证";

    public override string Finding(AuditFinding finding) => finding.Code switch
    {
        AuditCode.NotAGateway or AuditCode.GatewayUnknown or AuditCode.GatewaySignature or AuditCode.DepartmentSignature or AuditCode.NoQuorum =>
            Shared.Finding((FindingCode)finding.Code, finding.Detail, finding.Cause),
        AuditCode.RootDiffers => "哈希块与检查点中的根不符：检查点属于另一日志或另一份历史，或有多个哈希块被改动",
        AuditCode.Missing => $"缺少 {finding.Path}；{Entries(finding)}",
        AuditCode.WrongLength => $"{finding.Path} 被截短或加长（{finding.Detail}）；{Entries(finding)}",
        AuditCode.TileDiffers => $"{finding.Path} 被改动：其哈希值并非检查点之下者；{Entries(finding)}",
        AuditCode.EntryDiffers when finding.Count == 1 => $"{finding.Path} 中第 {Number(finding.FirstEntry)} 条日志条目并非当时所记",
        AuditCode.EntryDiffers => $"{finding.Path} 中第 {Number(finding.FirstEntry)} 至 {Number(finding.FirstEntry + finding.Count - 1)} 条日志条目并非当时所记",
        AuditCode.EntryMalformed => $"第 {Number(finding.FirstEntry)} 条日志条目的格式是任何网关都不得写入的（{finding.Detail}）",
        AuditCode.ContextMismatch => $"第 {Number(finding.FirstEntry)} 条中测点 {ShownText.Name(finding.Detail)} 的读数所指的启动、配置、校准、时钟和封存并非当时有效者",
        AuditCode.SealMismatch => $"第 {Number(finding.FirstEntry)} 条的封存与所封批次不符（{finding.Detail}）",
        AuditCode.NotSealed => $"最后的第 {Number(finding.FirstEntry)} 条不是封存：检查点止于批次之中",
        AuditCode.UnknownKind => $"有 {Number(finding.Count)} 条日志条目的类型为本程序所不知，首条为第 {Number(finding.FirstEntry)} 条：真实，含义未知",
        AuditCode.NoUpperBound => "信任策略未要求任何部门见证，故不能证明最晚时间",
        AuditCode.Pruned => $"第 {Number(finding.FirstEntry)} 条之前的 {Number(finding.Count)} 条日志条目不在此目录中；其哈希值无误",
        AuditCode.Lost => $"有 {Number(finding.Count)} 条日志条目不在此目录中，首条为第 {Number(finding.FirstEntry)} 条：网关存储已将其丢失，日志自身已载明（见第 {finding.Detail.Replace(", ", "、", StringComparison.Ordinal)} 条的缺测）；其哈希值无误",
        AuditCode.ExtraFile => $"{ShownText.Name(finding.Path)} 不是此日志的文件，其中日志以外的内容未作查验",
        AuditCode.ContextUnchecked => $"自第 {Number(finding.FirstEntry)} 条起有 {Number(finding.Count)} 个读数无法查验其配置与校准",
        _ => $"结论代码 {(int)finding.Code}",
    };

    public override string AndMore(string first, ulong more) => $"{first}；另有 {Number(more)} 处错误";

    public override string Entries(ulong count, ulong size) => count == size ? $"{Number(count)} 条，全部查验" : $"共 {Number(size)} 条，查验 {Number(count)} 条";

    public override string Kind(EntryKind kind, ulong count) => $"{Shared.Word(kind)}：{Number(count)}";

    public override string Channel(QualityCounts counts) =>
        $"良好 {Number(counts.Good)}，可疑 {Number(counts.Uncertain)}，坏值 {Number(counts.Bad)}{(counts.Absent > 0 ? $"（其中无数值 {Number(counts.Absent)}）" : "")}";

    public override string Folder(ulong files, ulong bytes) => $"哈希块和条目包 {Number(files)} 个，共 {Number(bytes)} 字节";

    public override string Progress(ulong done, ulong of) => $"日志条目 {Number(done)} / {Number(of)}";

    public override string Hashing(ulong bytes) => $"目录的 SHA-256：已计 {Number(bytes)} 字节";

    public override string Word(AuditLabel label) => label switch
    {
        AuditLabel.Log => "日志",
        AuditLabel.Checkpoint => "检查点",
        AuditLabel.Entries => "日志条目",
        AuditLabel.Channels => "读数",
        AuditLabel.Folder => "目录",
        AuditLabel.Faults => "错误",
        AuditLabel.Refused => "该目录并非其检查点所称覆盖的完整、未改动的日志。",
        AuditLabel.Report => "日志审计报告",
        AuditLabel.DigestOfFolder => "目录中日志文件的 SHA-256",
        AuditLabel.DigestOfCheckpoint => "检查点的 SHA-256",
        AuditLabel.DigestHow => "本结论仅对 SHA-256 与此完全一致的目录成立，该值由目录中名称和大小符合日志文件者的 SHA-256 清单算出，其他文件不计在内；用以下命令可查看手中目录的值：",
        AuditLabel.Proved => "仅以信任策略文件中的公钥核验：目录中的条目即网关检查点所覆盖的条目，各封存与其批次相符，各读数所载依据均为当时生效者；检查点经达到法定见证数的部门见证。",
        _ => $"标签 {(int)label}",
    };

    public override string Omitted(ulong count) => $"…… 另有 {Number(count)} 处 ……";

    private static string Entries(AuditFinding finding) => finding.FirstEntry is { } first
        ? finding.Count == 1 ? $"第 {Number(first)} 条日志条目无法查验" : $"第 {Number(first)} 至 {Number(first + finding.Count - 1)} 条日志条目无法查验"
        : "已由其下的内容重新算出，并未因此而有日志条目未经查验";

    private static string Number(ulong? value) => value.GetValueOrDefault().ToString("#,0", CultureInfo.InvariantCulture);
}
