using Edge.Verify.Outputs;

namespace Edge.Verify.Words;

/// <summary>Simplified Chinese: the printable page.</summary>
public sealed partial class ChinesePhrases
{
    public override string LanguageTag => "zh-Hans";

    public override string Stop => "。";

    public override string Join(string sentence, string next) => sentence + next;

    public override (string Before, string Between, string After) PageNumber => ("第 ", " 页，共 ", " 页");

    public override string Bytes(long count) => $"{Number(count)} 字节";

    public override string ChartSummary(int count, string channel, string low, string high, string from, string to, bool hasBad) =>
        $"测点 {channel} 的 {Number(count)} 个读数，{from} 至 {to}：最低 {low}，最高 {high}{(hasBad ? "（坏值不计）" : "")}";

    public override string ContactSummary(int count, string channel, string states, string from, string to) =>
        $"测点 {channel} 自 {from} 至 {to} 的 {Number(count)} 个读数：{states}";

    public override string Rows(int shown, int all) => shown == all
        ? $"全部 {Number(all)} 个读数，按日志顺序"
        : $"共 {Number(all)} 个读数，此处列出首尾 {Number(shown)} 个；--full 可全部显示";

    public override string LeftOut(int count) => $"其余 {Number(count)} 项此处从略；--full 可全部显示。";

    public override string Span(ulong first, ulong last) => first == last ? $"条目 {Number(first)}" : $"条目 {Number(first)} 至 {Number(last)}";

    public override string CheckpointOf(string origin, ulong size) => $"日志 {origin}，共 {Number(size)} 条";

    public override string Quorum(int size) => $"其中至少 {size} 个须一致见证";

    public override string Cut(int characters) => $" ……（另有 {Number(characters)} 个字符）";

    public override string ClockUntil(string to) => $"至 {to}";

    public override string Output(OutputKind kind, OutputFault fault, string path, string detail) => fault switch
    {
        OutputFault.NotAReport => $"文件 {path} 已存在，且不是本程序的{Word(kind)}。请另指定文件名",
        OutputFault.AlreadyThere => $"文件 {path} 已存在，{Word(kind)}不会覆盖它。请另指定文件名",
        OutputFault.IsDirectory => $"无法写入{Word(kind)}：{path} 是目录，请指定其中的文件",
        OutputFault.NotAFile => $"无法写入{Word(kind)}：{path} 是管道、套接字或磁盘设备，请指定文件",
        OutputFault.SamePlace => $"页面与指证文件不能都写入 {path}，请指定两个文件",
        OutputFault.NoFolder => $"无法写入{Word(kind)}：{path} 所在的目录不存在",
        OutputFault.NotBuilt => $"本程序不含{Word(kind)}：编译时缺少 Node.js 和 npm。请在装有或可安装它们的计算机上运行 ./edge verify page --out {path}",
        OutputFault.Denied => $"无法写入{Word(kind)}：当前用户无权写入 {path}",
        OutputFault.CannotWrite => $"无法写入{Word(kind)} {path}（{detail}）",
        _ => $"{Word(kind)} {path}：代码 {(int)fault}",
    };

    public override string PageWritten(string path) => $"核验页面已写入 {path}：单个文件，可用任何浏览器打开，无需联网。";

    private static string Word(OutputKind kind) => kind switch { OutputKind.Accusation => "指证文件", OutputKind.VerifierPage => "核验页面", _ => "报告" };

    public override string Word(PageLabel label) => label switch
    {
        PageLabel.Report => "证据核验报告",
        PageLabel.Valid => "有效",
        PageLabel.ValidBut => "有效，附保留意见",
        PageLabel.Invalid => "无效",
        PageLabel.Why => "理由",
        PageLabel.Reservations => "保留意见",
        PageLabel.Proved => "仅以信任策略文件中的公钥核验：所示条目确在该网关的日志中，位置与内容均未改动；日志由该网关签名，并经达到法定见证数的部门见证。",
        PageLabel.WhyInvalid => "该文件不能证明其所主张的内容。",
        PageLabel.NothingShown => "文件内容未经证明，故此处一概不予显示。",
        PageLabel.Reason => "原因",
        PageLabel.Measured => "测量内容",
        PageLabel.Unit => "单位",
        PageLabel.ChartMarks => "凡有缺失之处，曲线即断开。曲线下方：空心标记为可疑值，实心标记为坏值或无数值；带叉的方框为记录在案的缺测。",
        PageLabel.NotDrawn => "未绘出的其他测点",
        PageLabel.AllReadings => "读数",
        PageLabel.Time => "两个时间均取自各部门，而非网关自身时钟。",
        PageLabel.OneTime => "此时间取自各部门，而非网关自身时钟。",
        PageLabel.WholeSecondsOfBound => "部门以整秒签名：“不晚于”指该秒结束之前。",
        PageLabel.NotBefore => "不早于",
        PageLabel.NotAfter => "不晚于",
        PageLabel.Conditions => "当时生效的配置、校准与时钟",
        PageLabel.Seals => "封存",
        PageLabel.Closes => "封存范围",
        PageLabel.Counts => "读数",
        PageLabel.Beacon => "所载城市链区块（高度）",
        PageLabel.NoBeacon => "尚无",
        PageLabel.NoPlace => "未列条目号的封存由读数以其哈希值指明；它在日志中的位置不在本文件之内。",
        PageLabel.Department => "部门",
        PageLabel.When => "见证时间",
        PageLabel.Silent => "未见证，或本文件未载",
        PageLabel.Place => "在日志中的位置",
        PageLabel.Checkpoint => "检查点",
        PageLabel.Root => "日志根哈希值",
        PageLabel.BlockHash => "区块哈希值",
        PageLabel.EntryHash => "条目哈希值",
        PageLabel.ConfigurationFileHash => "配置文件哈希值",
        PageLabel.Trust => "信任策略所信任者",
        PageLabel.Files => "文件",
        PageLabel.Name => "文件",
        PageLabel.Size => "大小",
        PageLabel.Again => "再次核验",
        PageLabel.AgainHow => "在任何一台计算机上，无需联网，凭上列各项。程序由城市提供，或由其源代码以 ./edge verify 编译；任何依 SPEC.md 编写的其他核验程序，结论必须相同：",
        PageLabel.AgainDigest => "本结论仅对 SHA-256 与此完全一致的文件成立；用 sha256sum 可查看手中文件的值。",
        PageLabel.Appendix => "附录：完整哈希值与公钥",
        PageLabel.AppendixNote => "哈希值为十六进制。公钥写法与信任策略文件相同：名称、密钥标识、Base64 编码的类型与公钥。",
        PageLabel.Keys => "信任策略中的公钥",
        PageLabel.MadeBy => "出具程序",
        PageLabel.Offline => "离线核验；本页不加载任何外部内容，也不含程序",
        PageLabel.QrCode => "证据文件的 SHA-256",
        _ => $"标签 {(int)label}",
    };
}
