using Edge.Gateway.Health;
using Edge.Ledger.Text;

namespace Edge.Gateway.Doctor.Words;

internal sealed partial class ChineseDoctorWords : DoctorWords
{
    public override FieldWords Field => FieldWords.Chinese;

    public override string Code => "zh-Hans";

    public override string Beside(Findings findings) => findings switch
    {
        { IsOther: false } => "网关正在运行：读数取自网关，未触动其器件。",
        { ConfigurationInForceSha256: null } => "网关正在运行，但没有说明生效的是哪一份配置：其读数一概不算作此文件的，也未询问其总线上的地址。",
        _ => "网关运行的是另一份配置：其读数中只显示与此文件相同的测点，未触动其器件。",
    };

    public override string Raises => "告警";

    public override string Interrupted => "未查完即结束；没有写入任何内容。";

    protected override string Colon => "：";

    protected override string Comma => "、";

    public override string Of(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "正常",
        Verdict.Look => "请看",
        _ => "故障",
    };

    public override string Of(Topic topic) => topic switch
    {
        Topic.Configuration => "配置",
        Topic.Identity => "密钥与信任策略",
        Topic.Board => "主板",
        Topic.Bus => "总线",
        Topic.Device => "器件",
        Topic.Channel => "测点",
        Topic.Clock => "时钟",
        Topic.Disk => "磁盘",
        Topic.Log => "网关与日志",
        Topic.Sparkplug => "Sparkplug 消息服务器",
        _ => "消息服务器",
    };

    public override string Looking(Check at) => at.Topic switch
    {
        Topic.Bus => $"总线 {at.Subject}：逐一询问地址",
        Topic.Channel => $"正在读取 {at.Subject}",
        _ => $"正在查看{Of(at.Topic)}",
    };

    protected override string AllWell(int checks) => $"{checks} 项检查全部正常。";

    protected override string Sum(int broken, int look, int well) => $"故障 {broken} 项，请看 {look} 项，正常 {well} 项。";

    protected override string Computed(string channels) => $"由其他测点计算得出，网关运行时才判定：{channels}。";

    public override string Time(Findings findings) => findings.Time is { } time
        ? $"{time.Replace('T', ' ').TrimEnd('Z')} UTC ± {findings.TimeUncertaintySeconds:0.###} 秒，担保者：{Field.Of(findings.ClockSource)}"
        : "未知：没有谁为此时钟担保";

    public override string Written(string path) => $"报告：{path}。请打印并签字。";

    public override string Signed(ulong index, bool byGateway) =>
        $"已记入日志，第 {index} 条{(byGateway ? "，由运行中的网关写入" : "；请启动网关，日志在其后继续")}。上链存证后可摘出：{ProgramName.Called} evidence --index {index} --out commissioning.edge";

    public override string NotSigned(string why) => $"未记入日志：{why}";

    public override string NoName => "--sign 须写姓名，一行，1 至 200 个字符。";

    public override string NotInForce => "运行中的网关生效的是另一份配置，或没有说明是哪一份；写入的条目将与其实际所为不符。请重启网关使此文件生效，再检查并签署。";

    public override string NotItself => "配置、密钥或信任策略有误，网关本身也无法启动。请先处理。";

    public override string NotOwner(string key) => $"只有 {key} 的属主可以，否则网关此后无法续写；请以该用户运行：runuser -u edge -- ……";

    public override string NotTaken => $"运行中的网关没有确认：可能已记入日志，也可能没有。请看 {ProgramName.Called} status，再重新签署；多记一条并无妨碍。";

    public override string NotCurrent(string text) => $"--simulate：“{text}”不是电流；请写 0 至 30（如 3.5mA、4、12、20、21.5）或 all，其后写测点。";

    public override string NoLoop(string channel, IEnumerable<string> loops) =>
        $"--simulate：{channel} 不是此配置中的电流环；{(loops.Any() ? $"电流环有 {string.Join("、", loops)}" : "此配置没有电流环")}。";

    public override string NoChannel(string current, IEnumerable<string> loops) =>
        $"--simulate：请在 {current} 之后写测点，如 --simulate {current} {loops.FirstOrDefault() ?? "main.pressure"}，或写 all；{(loops.Any() ? $"电流环有 {string.Join("、", loops)}" : "此配置没有电流环")}。";

    public override string NotAlone(string configuration) => $"另一个检查正在进行（{configuration}），同时检查会互相取走应答；请等它结束后再检查。";

    public override string Of(DoctorLabel label) => label switch
    {
        DoctorLabel.Report => "现场投运报告",
        DoctorLabel.Mend => "待处理，按此顺序",
        DoctorLabel.Channels => "测点",
        DoctorLabel.Well => "另外查过，均正常",
        DoctorLabel.Checks => "全部检查",
        DoctorLabel.Simulated => "模拟的环路电流",
        DoctorLabel.SimulatedNote => "按配置的取样电阻、码值和量程计算得出，并非实测。",
        DoctorLabel.NotRead => "未读取",
        DoctorLabel.Channel => "测点",
        DoctorLabel.Terminal => "接线",
        DoctorLabel.Raw => "原始码",
        DoctorLabel.Value => "数值",
        DoctorLabel.Current => "电流",
        DoctorLabel.Quality => "质量",
        DoctorLabel.Calibration => "校准",
        DoctorLabel.Verdict => "结论",
        DoctorLabel.Subject => "对象",
        DoctorLabel.Found => "所见",
        DoctorLabel.Board => "主板",
        DoctorLabel.Configuration => "配置（SHA-256）",
        DoctorLabel.InForce => "生效的配置（SHA-256）",
        DoctorLabel.Key => "设备密钥",
        DoctorLabel.Time => "时间",
        DoctorLabel.Entry => "日志条目",
        DoctorLabel.SignedBy => "投运人",
        DoctorLabel.FindingsHash => "检查结果（SHA-256）",
        DoctorLabel.HowToCheck => "检查结果在本文件中 <script id=\"findings\"> 标记之内；其 SHA-256 写在日志条目里。",
        DoctorLabel.Signature => "签字",
        DoctorLabel.SignatureDate => "日期",
        DoctorLabel.Scale => "量程位置",
        _ => "未记入日志（--sign 姓名）",
    };
}
