using System.Globalization;
using Edge.Gateway.Evidence;
using Edge.Gateway.Health;
using Edge.Gateway.Outputs;

namespace Edge.Gateway.Export;

internal sealed class ChineseExportWords : ExportWords
{
    public override string Done(ExportSum sum, string folder) =>
        $"{folder}：{sum.Under.Checkpoint.Origin} 的 {Number(sum.Under.Checkpoint.Size)} 条日志条目，{Number(sum.Bundles)} 个条目包{(sum.Incomplete == 0 ? "" : $"、另有 {Number(sum.Incomplete)} 个残缺包")}和 {Number(sum.Tiles)} 个哈希块（tile），共 {Number((ulong)sum.Bytes)} 字节；"
        + $"{(sum.Written == 0 ? "没有新文件" : $"新文件 {Number(sum.Written)} 个")}。{(sum.Kept == 0 ? "" : "原有文件只核对了长度；其内容请用 edge-verify 核验该目录。")}检查点为"
        + (sum.Under.IsAccepted ? $"城市最近认可的一个，附 {sum.Under.Note.Signatures.Count - 1} 个见证签名。" : "网关最近签署的一个，没有见证签名。");

    public override string Progress(ulong entries, ulong of) => $"日志条目 {Number(entries)} / {Number(of)}";

    public override string NotAcceptedYet => "城市尚未认可此日志的任何检查点，改用网关最近签署的检查点。";

    public override string Lost(ulong entries) => $"{Number(entries)} 条日志条目已丢失：在存储中损坏。其哈希值仍在，其周围尚存的条目在 tile/remains 中。审计该目录时，检查点之内的缺测载明丢失者报为丢失，其余报为缺失：若如此，待网关记下损坏并经城市见证后，请重新导出。";

    public override string Evicted(ulong firstEntry) => $"第 {Number(firstEntry)} 条之前的日志条目不全或没有：因保留期满或为腾出空间已舍弃；其哈希值仍在。";

    public override string ConfigurationFound(string file) => $"使用 {file}。";

    public override string NoConfiguration(bool orStore) =>
        $"哪一台网关？没有 ./gateway.yaml，也没有 /etc/edge/gateway.yaml：请用 --config 指明其配置文件{(orStore ? "，或用 --store 指明日志副本" : "")}。";

    public override string ConfigurationHidden(string file) => $"当前用户无权读取 {file}。请以网关的用户运行（runuser -u edge -- ...），或用 --config 指明另一文件。";

    public override string NoStoreNamed => "--store 没有写出目录。请写网关日志的目录，或去掉 --store。";

    public override string NoStore(string path) => $"{path} 不存在。请写网关日志的目录，或其副本。";

    public override string StoreIsFile(string path) => $"{path} 不是目录，而是文件、管道或设备。网关的日志是一个目录：请写该目录。";

    public override string NoLogIn(string folder) => $"{folder} 中没有日志。请写网关配置中 store.folder 所指的目录，或其副本。";

    public override string NothingSigned(string store) => $"{store}：尚无签名。请启动网关；首次封存时签名。";

    public override string NotDurable(string why) => $"最新签名的检查点尚未安全写入磁盘，断电仍可能使其丢失，因此未导出任何内容。{why}";

    public override string NotAnExport(string folder, string found) => $"{folder} 中有其他内容（{found}）。请另选新的或空的目录，或此日志先前导出的目录。";

    public override string InUse(string folder) => $"另一导出正在写入 {folder}。请等其结束。";

    public override string InTheWay(string path) => $"{path} 有碍导出：它是链接、管道或设备，或者应为文件处是目录、应为目录处是文件。请将其移走，或另选目录。";

    public override string NotACheckpoint(string file, string why) => $"{file} 不是检查点（{why}）。请另选目录。";

    public override string OtherLog(string folder, string held, string own) => $"{folder} 中是 {held} 的日志，而这是 {own} 的日志。请另选目录。";

    public override string OtherHistory(string folder, ulong size) =>
        $"{folder} 中是此日志的另一份历史：其前 {Number(size)} 条的根与此处不同。二者之一经过恢复或伪造：请都保留以备查验。";

    public override string LogIsShorter(string folder, ulong held, ulong own) =>
        $"{folder} 中有 {Number(held)} 条日志条目，此日志仅有 {Number(own)} 条。它由旧副本恢复，或并非网关自己的日志：请都保留以备查验。";

    public override string FolderIsNewer(string folder, ulong held, ulong own) =>
        $"{folder} 中的检查点已含 {Number(held)} 条；城市最近认可的只含 {Number(own)} 条。未作改动：请稍后再运行，或加 --newest。";

    public override string FolderIsAccepted(string folder) =>
        $"{folder} 中的检查点已有部门见证；最近签署的检查点尚无部门见证，不会取而代之。请为它另选目录，或去掉 --newest。";

    public override string DiskFull(string folder) => $"{folder} 所在磁盘已满。已写入的保留可用：请腾出空间后再次运行。";

    public override string NotSigned(ulong index, ulong size) => $"第 {Number(index)} 条尚不在任何已签署的检查点之内：最近的检查点含 {Number(size)} 条，从 0 起。";

    public override string OneEntry => "日志仅有一条已签署的条目。COSE 回执无法表示其位置（RFC 9942 没有空路径）：请待下一个检查点。";

    public override string NoConsistency(ulong oldSize, ulong size) =>
        $"从 {Number(oldSize)} 条到 {Number(size)} 条没有 COSE 一致性回执：--from-size 至少为 1，且小于最近签署的检查点的条数。";

    public override string NoCose(string origin) => $"{origin}：COSE 回执只适用于以 Ed25519 或 ECDSA P-256 签名的 SHA-256 树；此日志使用 SM3 或 SM2。";

    public override string OtherKey(string vkey) => $"日志中最近的检查点不是用密钥 {vkey} 签署的。请指明该日志自己的密钥，或该密钥自己的日志。";

    public override string Cut(EvidenceSum sum, string path)
    {
        var readings = sum.Channels.Take(Shown).Select(c => $"{c.Channel} 的读数 {Number((ulong)c.Readings)} 个");
        var more = sum.Channels.Count > Shown ? [$"另外 {sum.Channels.Count - Shown} 个测点的读数"] : Array.Empty<string>();
        var gaps = sum.Gaps > 0 ? [$"缺测记录 {Number((ulong)sum.Gaps)} 条"] : Array.Empty<string>();
        var others = sum.Others > 0 ? [$"其他日志条目 {Number((ulong)sum.Others)} 条"] : Array.Empty<string>();
        var place = sum.First == sum.Last ? $"第 {Number(sum.First)} 条" : $"第 {Number(sum.First)} 至 {Number(sum.Last)} 条之间";
        return $"{path}：{string.Join("，", [.. readings, .. more, .. gaps, .. others])}；{place}，{Number((ulong)sum.Bytes)} 字节。"
            + (sum.Whole is var (first, last) ? $"第 {Number(first)} 至 {Number(last)} 条无一遗漏，文件本身可证明。"
                : sum.First == sum.Last || sum.IsBroken ? ""
                : $"它不表明其间没有遗漏：--from {Invariant(sum.First)} --to {Invariant(sum.Last)} 可证明这一点。");
    }

    public override string SayWhich =>
        "请说明是哪些读数：--channel 名称（最近一个）、--channel 名称 --since 时间 --until 时间、--index N …，或 --from N --to N。";

    public override string SayWhatToIssue => "请说明要什么：--index N（可加 --receipt-only），或 --from-size N。";

    public override string Needs(string option, string other) => $"{option} 还需要 {other}。";

    public override string NotTogether(string option, string other) => $"{option} 与 {other} 不能同时使用：请去掉其一。";

    public override string VerifyFrom(ulong oldSize, string root, string path) =>
        $"它向知道前 {Number(oldSize)} 条之根的人证明日志只有增加。此日志中该根为 {root}\n请与您保存的根对照，再运行：{ProgramName.Script} verify {path} --policy 信任策略文件 --root {root}";

    public override string VerifyWhole(ulong index, string path) => $"其中有第 {Number(index)} 条日志条目及其回执。核验：{ProgramName.Script} verify {path} --policy 信任策略文件";

    public override string VerifyEntry(ulong index, string entryPath, string path) => entryPath.Length > 0
        ? $"第 {Number(index)} 条日志条目在 {entryPath}。核验：{ProgramName.Script} verify {path} --policy 信任策略文件 --entry {entryPath}"
        : $"其中不含第 {Number(index)} 条日志条目本身：--entry-out 文件 可一并写出。核验：{ProgramName.Script} verify {path} --policy 信任策略文件 --entry 文件";

    public override string NoName => "要写的文件没有名称。请给出名称。";

    public override string NotReplaced(string path, OutputKind kind) => $"{path} 已存在，且不是{kind switch
    {
        OutputKind.Evidence => "证据文件",
        OutputKind.Receipt => " COSE 回执",
        OutputKind.Report => "投运报告",
        _ => "这条日志条目",
    }}。未作改动：请另选文件名，或先移走该文件。";

    public override string OfAnother(string path, OutputKind kind, string origin, string own) =>
        $"{path} 已存在，是 {origin} 的{(kind == OutputKind.Evidence ? "证据文件" : " COSE 回执")}，而本网关是 {own}。未作改动：请另选文件名，或先移走该文件。";

    public override string SamePlace(string path) => $"回执与日志条目不能都写入 {path}。未写入任何文件：请指定两个文件。";

    public override string PartOfLog(string path) => $"{path} 属于网关的日志，绝不覆盖。请另选文件名。";

    public override string IsFolder(string path) => $"{path} 是目录。请指明其中的文件。";

    public override string NotAFile(string path) => $"{path} 是设备或管道，不是文件。请指明文件。";

    public override string LeadsNowhere(string path, string target) => $"{path} 是指向 {target} 的链接，而那里什么也没有。请删除该链接，或直接指明文件。";

    public override string NoFolder(string path, string folder) => $"无法写入 {path}：没有目录 {folder}。请更正名称，或先建目录：mkdir -p {folder}";

    public override string FolderMade(string folder) => $"原来没有目录 {folder}，已新建。";

    public override string Replaced(string file, ulong bytes) => $"先前的文件 {file}（{Number(bytes)} 字节）已被替换。";

    public override string Denied(string path) => $"无法写入 {path}：当前用户无权在该目录中建立文件。请另选目录，或请其属主授权。";

    public override string NoSpace(string path) => $"{path} 未写入：磁盘已满。请腾出空间，或另选磁盘。";

    public override string CannotWrite(string path, string why) => $"无法写入 {path}（{why}）。请另选位置。";

    private const int Shown = 4;

    private static string Invariant(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(ulong value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
