using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Inputs;

namespace Edge.Verify.Words;

public sealed partial class ChinesePhrases
{
    public override string Finding(FindingCode code, string about, NoteFault cause) => code switch
    {
        FindingCode.FileAltered => "文件形成后被改动或损坏：其摘要与内容不符",
        FindingCode.NotAGateway => $"{about} 不是网关名称",
        FindingCode.GatewayUnknown => $"网关 {about} 不在信任策略文件中，其公钥无人担保",
        FindingCode.GatewaySignature when cause == NoteFault.NotSignedByLog => $"检查点没有网关 {about} 以信任策略文件中的密钥所作的签名（策略文件是否用对、是否最新？该密钥是否已更换？）",
        FindingCode.GatewaySignature => $"网关 {about} 的签名与内容不符",
        FindingCode.DepartmentSignature => $"部门 {about} 的签名与内容不符",
        FindingCode.NoQuorum => $"网关 {about} 的检查点未达到法定见证数",
        FindingCode.BlockNotAccepted => $"应包含该存证的城市链区块不被认可：{Word(cause, about)}",
        FindingCode.NotInBlock => "城市链区块中没有该网关的存证",
        FindingCode.NotInLog => "所示日志条目与网关检查点所覆盖的内容不符",
        FindingCode.ContextMismatch => $"{Spaced(about)}所附的配置、校准、时钟或封存缺失，或并非记录时所采用的",
        FindingCode.BeaconNotAccepted => $"用以证明最早时间的城市链区块不被认可：{Word(cause, about)}",
        FindingCode.Reconcilable => $"未能证明 {about} 的两个检查点相互矛盾：证明不成立",
        FindingCode.NoLowerBound => $"文件中没有内容能证明{Spaced(about)}的最早时间",
        FindingCode.BoundsCrossed => $"各部门的时钟相互矛盾，{Spaced(about)}没有可成立的时间",
        FindingCode.DeviceClockOutside => $"{Spaced(about)}的网关自身时钟在可证明的时间之外",
        FindingCode.UnknownKind => $"本程序不了解{about} 的含义：内容真实，但类型较新",
        FindingCode.NoUpperBound => $"信任策略不要求部门见证，{Spaced(about)}的最晚时间无从证明",
        FindingCode.MeaningNotDisclosed => $"{Spaced(about)}的配置或校准仅以哈希值列出；需要时可索取完整证据文件",
        _ => $"核验结果代码 {(int)code}",
    };

    public override string Word(NoteFault fault, string about) => fault switch
    {
        NoteFault.None => "已认可",
        NoteFault.NotACheckpoint => "不是检查点",
        NoteFault.OtherOrigin => $"属于另一日志 {about}",
        NoteFault.UnknownLog => $"日志 {about} 不在信任策略文件中",
        NoteFault.NotSignedByLog => $"没有 {about} 的签名",
        NoteFault.BadLogSignature => $"{about} 的签名与内容不符",
        NoteFault.BadCosignature => $"部门 {about} 的签名与内容不符",
        NoteFault.NoQuorum => $"未达到法定见证数（{about}）",
        _ => $"代码 {(int)fault}",
    };

    public override string Word(Label label) => label switch
    {
        Label.Gateway => "网关",
        Label.BuiltWithSm3 => "日志以 SM3 计算哈希值",
        Label.Software => "软件",
        Label.Readings => "读数",
        Label.Entry => "条目",
        Label.Channel => "测点",
        Label.Value => "数值",
        Label.Raw => "原始码",
        Label.Quality => "质量",
        Label.DeviceTime => "网关时钟",
        Label.NoDeviceClock => "时钟未同步",
        Label.NotBefore => "不早于",
        Label.NoValue => "无数值",
        Label.WholeSeconds => "部门以整秒签名：“不晚于”指该秒结束之前",
        Label.RecomputedTimes => "“推算”依据网关开机以来不间断的计时和后来得知的时间算出：出自网关自身，并非部门所证明",
        Label.ProvedTime => "可证明的时间",
        Label.NoProvedTime => "无",
        Label.Configuration => "配置",
        Label.Calibration => "校准",
        Label.NoConfiguration => "无配置记录",
        Label.NoCalibration => "无校准记录",
        Label.OwnEvidence => "见其自身的证据",
        Label.Changes => "状态及其变化",
        Label.Input => "输入",
        Label.NotShown => "本文件未予展示",
        Label.Certificate => "证书",
        Label.By => "经办",
        Label.ConfigurationFile => "文件",
        Label.Clock => "启动时的时钟",
        Label.OtherEntries => "其他条目",
        Label.UnknownKind => "未知类型",
        Label.AllChannels => "全部测点",
        Label.AcceptedBy => "见证部门",
        Label.NotAcceptedBy => "未见证",
        Label.CityBlock => "城市链区块",
        Label.Completeness => "完整性",
        Label.NothingBetween => "未涉及这些条目之间的内容",
        Label.Reservations => "保留意见",
        Label.NoReservations => "无",
        Label.Trusted => "信任来源",
        Label.TrustNote => "以上结论均以信任策略文件中的公钥为依据：",
        Label.TrustNoteOfOneKey => "以上结论仅以信任策略文件中该日志自身的公钥为依据，其他公钥与此无关：",
        Label.TrustNoteOfNothing => "判断所依据的信任策略文件中的公钥：",
        Label.CityLogs => "城市链",
        Label.Gateways => "网关",
        Label.Departments => "部门",
        Label.EvidenceFile => "证据文件",
        Label.PolicyFile => "信任策略文件",
        Label.Details => "内容",
        Label.ShowAll => "（--full 可完整显示哈希值与公钥）",
        Label.None => "无",
        _ => $"标签 {(int)label}",
    };

    public override string Word(Quality quality) => FieldWords.Chinese.Of(quality);

    public override string Word(Reason reason) => FieldWords.Chinese.Of(reason);

    public override string Word(WatchedContact contact, bool isActive) => FieldWords.Chinese.Of(contact, isActive);

    public override string Word(Ne107 category) => FieldWords.Chinese.Of(category);

    public override string Word(GapReason reason) => FieldWords.Chinese.Of(reason);

    public override string Word(KeyType type) => type switch
    {
        KeyType.Ed25519 => "Ed25519",
        KeyType.Ed25519Cosignature => "Ed25519 见证签名",
        KeyType.EcdsaP256 => "ECDSA P-256",
        KeyType.Sm2 => "国密 SM2",
        _ => $"密钥类型 {(int)type}",
    };

    public override string Word(ClockSource source) => FieldWords.Chinese.Of(source);

    public override string Word(EntryKind kind) => kind switch
    {
        EntryKind.Reading => "读数",
        EntryKind.Seal => "封存",
        EntryKind.Gap => "缺测",
        EntryKind.Boot => "网关启动",
        EntryKind.Clock => "时钟校正",
        EntryKind.Configuration => "配置",
        EntryKind.Calibration => "校准",
        EntryKind.Maintenance => "检修",
        EntryKind.Tamper => "防拆",
        EntryKind.Alarm => "告警",
        EntryKind.KeyRotation => "更换密钥",
        EntryKind.Software => "软件",
        _ => UnknownKind((ulong)kind),
    };

    public override string UnknownKind(ulong number) => $"未知类型 {number}";

    public override string Usage(UsageFault fault, string about) => fault switch
    {
        UsageFault.NoEvidence => "未指定证据文件。用法：edge-verify 证据文件 --policy 策略文件",
        UsageFault.NoPolicy => "未指定信任策略文件。请加上 --policy 策略文件，说明信任谁",
        UsageFault.SecondEvidence => $"一次只核验一个证据文件；“{about}”是第二个",
        UsageFault.UnknownOption => $"没有选项“{about}”。--help 列出全部选项",
        UsageFault.NoValue => $"{about} 之后需要一个值",
        UsageFault.GivenTwice => $"{about} 重复给出",
        UsageFault.NotALanguage => $"不支持语言“{about}”。请写 --lang en 或 --lang zh",
        UsageFault.NotTwoAccused => $"accuse 需要两份可相互对照的输入（检查点、证据文件或哈希块目录），而不是 {about} 份",
        UsageFault.NoOutput => "未指定要写入的文件。请加上 --out 文件",
        UsageFault.NotAZone => $"“{about}”不是相对 UTC 的偏移。请写例如 --zone +08:00",
        UsageFault.NotARoot => $"“{about}”不是根：请写 64 位十六进制数字，或按检查点中的写法，即 32 字节的 base64",
        UsageFault.NoEntry => $"此回执针对第 {about} 条日志条目，但不含该条目。请加上 --entry 文件",
        UsageFault.NoRoot => $"此回执由先前的根推出。请加上 --root BASE64：您所知的前 {about} 条之根",
        UsageFault.NotNeeded => $"此文件用不着 {about}，请去掉",
        _ => $"用法错误代码 {(int)fault}",
    };

    public override string Input(InputRole role, InputFault fault, string path, string detail)
    {
        var file = $"{role switch { InputRole.Policy => "信任策略文件", InputRole.Log => "日志文件", InputRole.Entry => "日志条目文件", _ => "证据文件" }} {path} ";
        return fault switch
        {
            InputFault.NotFound when role == InputRole.Log => $"{file}不存在：待审计的目录应含有检查点",
            InputFault.NotFound => $"{file}不存在",
            InputFault.NameNotUtf8 => $"{file}无法打开：文件名含有非 UTF-8 字节。请改名或另存为普通文件名，或写 /dev/stdin 并以 < 传入该文件",
            InputFault.IsDirectory => $"{file}是目录，请指定其中的文件",
            InputFault.EvidenceFolder => $"目录 {path} 没有检查点，不是日志；其中是证据文件，请指定其一，例如 {detail}",
            InputFault.NotAFile when role == InputRole.Log => $"{file}不是普通文件，而是管道、套接字或设备。请重新索取以普通文件保存的日志",
            InputFault.NotAFile => $"{file}不是普通文件，而是管道、套接字或设备。请先存成文件，或由标准输入传入并写 /dev/stdin",
            InputFault.Hyphen => $"{file}不存在。若指标准输入，请写 /dev/stdin",
            InputFault.Denied => $"{file}当前用户无权读取",
            InputFault.Empty => $"{file}是空文件",
            InputFault.TooLarge => $"{file}超过此类文件的上限 {detail} 字节",
            InputFault.CannotRead => $"{file}无法读取（{detail}）",
            InputFault.Malformed when role == InputRole.Policy => $"{file}不是信任策略文件（{FormFaults.InChinese(detail)}）",
            InputFault.Malformed when role == InputRole.Log => $"{file}不是检查点（{FormFaults.InChinese(detail)}）",
            InputFault.Malformed when role == InputRole.Entry => $"{file}不是日志条目（{FormFaults.InChinese(detail)}）",
            InputFault.Malformed => $"{file}不是证据文件或已损坏（{FormFaults.InChinese(detail)}）",
            InputFault.Swapped when role == InputRole.Policy => $"{file}是证据文件。两个文件是否颠倒了？",
            InputFault.Swapped => $"{file}是信任策略文件。两个文件是否颠倒了？",
            _ => Code(fault, ShownText.Name(path), detail),
        };
    }

    public override string Unforeseen(string detail) => $"程序出错，这是我们的缺陷，请告知我们（{detail}）";
}
