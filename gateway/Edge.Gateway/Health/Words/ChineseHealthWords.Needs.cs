using Edge.Gateway.Sampling;
using Edge.Gateway.Time.Rtc;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Sensors.Catalog;
using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords
{
    private const string AskTheCity = "请查明哪台设备持有此密钥，或恢复了什么旧副本，并询问城市。";

    public override string NeedsHead => "需要您处理";

    public override string Denied(string socket) => $"当前用户无权询问网关：{socket} 只对网关的用户和用户组开放。请运行 sudo -u edge {ProgramName.Script} status，或加入该用户组。";

    public override string NoAnswer(string socket) => $"{socket} 有程序在监听，但其应答不是网关的应答。请查看 journalctl -u edge-gateway；若网关已停滞，看门狗会将其重启。";

    public override string Advice(Need need, GatewayHealth health) => need switch
    {
        Need.StoreRefuses when !health.Opened => $"存储无法打开，因此未在测量：{ChineseReasons.Of(health.Store ?? "")}处理后网关会自行继续。",
        Need.StoreRefuses => $"存储不接收读数：{ChineseReasons.Of(health.Store ?? "")}内存中最多可等待 {Number(SampleQueue.DefaultCapacity)} 个读数；网关会自行反复重试。",
        Need.ReadingsLeftOut => $"存储已满：{LeftOut(health)}。{MakeRoom(health)}未采集的均有缺测记录。{Lasting(health)}",
        Need.StoreDamaged => $"{(IsByHand(health.Damage) ? "日志的文件曾被移走或替换。" : "日志曾损坏。")}{SeeToDamage(health.Damage, health.Quarantine ?? "quarantine", health.Configuration)}。所发现的（最新在前）：",
        Need.AnchoringHalted when health.HaltedEarlier => $"此次启动前存证已终止：{Forked(health.Fork, health.Gateway)}现正重试，若问题未解决会再次终止。读数照常封存。{AskTheCity}",
        Need.AnchoringHalted => $"存证已终止：{Forked(health.Fork, health.Gateway)}读数照常封存。{AskTheCity}",
        Need.ChannelsFail => BlamesWires(health) ? "没有数值的测点，请检查这些传感器的接线和供电：" : "没有数值的测点：",
        Need.ChannelsDoubtful => "读数可疑的测点，请检查传感器，再看配置中使其可疑的规则：",
        Need.AlarmsOpen => "未解除的告警：",
        Need.SamplesMissed => $"近来有采样未能及时采集：{Missed(health)}。请调长其 period 或调低 data_rate，或减轻主板负荷；缺测均有记录。",
        Need.BusHeld => string.Concat(health.Buses.Where(b => b.Value.IsHeld).Select(b => DevicesOf(b.Key, health) is [var only] ? HeldBy(b.Key, b.Value.HeldLine, only) : Held(b.Key, b.Value.HeldLine) + (OnBus(b.Key, health, "、") is { Length: > 0 } devices ? $"其上的器件：{devices}。" : ""))),
        Need.DevicesUnsteady => $"经常不能一次应答的器件：{Unsteady(health, "、")}。请检查其插头和供电、上拉电阻及线缆长度；降低总线速率可更耐干扰。",
        Need.ConfigurationChanged => $"网关运行的不是文件中的配置：它于 {Long(health.UptimeSeconds)}前以 {Hash(health.ConfigurationHash)} 启动，而 {health.Configuration} 现为 {Hash(health.ConfigurationHashOnDisk)}（SHA-256）。要使文件生效，请运行 {ProgramName.ConfigCheck(health.Configuration)}，再重启网关。",
        Need.RoomEnds when Judgement.LastsTooMuch(health) => $"日志空间将尽。{Lasting(health)}",
        Need.RoomEnds when Judgement.DiskEnds(health) => $"磁盘即将写满：剩余 {ByteText.Format(health.FreeBytes ?? 0)}。{(health.Proving == ProvingState.Yes ? "请腾出空间。" : "请腾出空间，或恢复与城市的连接，使旧条目可以清除。")}",
        Need.RoomEnds => $"日志空间将尽：与城市失联时只够用{Time(health.RoomDays ?? 0)}{Bound(health)}。{MakeRoom(health)}",
        Need.CityNeverReached => $"从未连上城市：{(health.Broker is { } problem ? ChineseReasons.Of(problem) : "尚无连接。")}请检查配置中的 broker:、网络和消息服务器。",
        Need.CityDoesNotAccept when health.Proving == ProvingState.Refused => $"城市拒绝此网关：{Refusals(health)}。{Admission(health)}",
        Need.CityDoesNotAccept => $"已有连接，但城市已有 {Long(health.LagSeconds)}没有认可任何检查点。{Silent(health)}请询问城市。",
        Need.WriteAheadLogGrows => $"存储的预写日志已有 {ByteText.Format(health.WalBytes ?? 0)}，通常为 16 MB。有程序一直在读取日志，例如导出：请将其结束。",
        Need.CardWears => $"按此速率，存储卡最多可用{Time(health.CardLifeDays ?? 0)}。请调大 store.commit_age 和 seal.age，或换用更耐写的卡。",
        Need.RtcFails => $"配置的实时时钟不可用：{Rtc(health)}",
        Need.ClockDisagrees => $"时钟与城市的时间相差 {Difference(health)}（{(health.ClockAheadOfCitySeconds > 0 ? "偏快" : "偏慢")}）。请查明是否有人调过时钟、能否连上授时服务器（timedatectl），然后校时。其间读数照常保存和存证，但所带时间有误；城市的时间另有记录。",
        Need.ClockUnknown => "时钟无人担保：读数照常保存和存证，但不带自身时间。请使网关能连上授时服务器，或加装带电池的实时时钟。",
        _ => need.ToString(),
    };

    private static string Held(string bus, string? line) => line switch
    {
        null => $"{bus} 已锁死：与其上任何器件的传输都不能完成。SDA 或 SCL 似被拉低：请检查是否对地短路，再逐一拔下器件，直到其余器件应答；最后拔下的就是原因。",
        "SCL" => $"{bus} 的 SCL 被拉低，时钟无法使其释放：请检查是否对地短路，再逐一拔下器件，直到其恢复为高。",
        _ => $"{bus} 的 SDA 在九个时钟后仍为低：请检查是否对地短路，再逐一断开器件供电，直到其恢复为高。",
    };

    private static string HeldBy(string bus, string? line, string only) =>
        (line is null ? $"{bus} 已锁死：传输都不能完成。SDA 或 SCL 似被拉低" : $"{bus} 的 {line} 被拉低") + $"：请检查是否对地短路，再拔下其上唯一的器件 {only}；若随后恢复为高，原因即在该器件。";

    private static string MakeRoom(GatewayHealth health)
    {
        var more = Judgement.DiskBinds(health) switch { true => "腾出磁盘空间", false => "调高 store.budget", _ => "调高 store.budget，或腾出空间" };
        return health.Proving == ProvingState.Yes ? $"请{more}。" : $"请恢复与城市的连接，使旧条目可以清除；或{more}。";
    }

    private static string Bound(GatewayHealth health) => Judgement.DiskBinds(health) switch
    {
        true => "（受磁盘剩余空间所限）",
        false => $"（受存储上限 {ByteText.Format(health.BudgetBytes ?? 0)} 所限）",
        _ => "",
    };

    private static string Silent(GatewayHealth health)
    {
        var silent = Judgement.Silent(health).Select(d => $"{d.Key}（{(d.Value.SecondsAgo is { } ago ? $"{Long(ago)}前曾应答" : "启动以来未应答")}）").ToList();
        var refused = health.Departments.Where(d => d.Value.Refusal is not null).Select(d => $"{d.Key} 拒绝：{Refusal(d.Value.Refusal!)}。");
        return $"{(silent.Count == 0 ? $"{health.Departments.Count} 个部门均有应答。" : $"{health.Departments.Count} 个部门中未应答的：{string.Join("、", silent)}。")}"
            + $"{(health.Quorum is { } quorum ? $"至少须有 {quorum} 个部门认可。" : "")}{string.Concat(refused)}";
    }

    private static string Name(Need need, GatewayHealth health) => need switch
    {
        Need.StoreRefuses => "存储",
        Need.ReadingsLeftOut => "存储空间",
        Need.StoreDamaged => IsByHand(health.Damage) ? "被移走的文件" : "损坏",
        Need.AnchoringHalted => "存证",
        Need.ChannelsFail => "测点",
        Need.ChannelsDoubtful => "可疑读数",
        Need.AlarmsOpen => "告警",
        Need.SamplesMissed => "错过的采样",
        Need.BusHeld => "总线",
        Need.ConfigurationChanged => "配置",
        Need.DevicesUnsteady => "器件不稳",
        Need.RoomEnds => "空间",
        Need.CityNeverReached => "消息服务器",
        Need.CityDoesNotAccept => "城市",
        Need.WriteAheadLogGrows => "预写日志",
        Need.CardWears => "存储卡",
        Need.RtcFails => "实时时钟",
        Need.ClockDisagrees or Need.ClockUnknown => "时钟",
        _ => need.ToString(),
    };

    public override string Damage(NotedDamage damage) => $"{(FoundAt(damage) is { } at ? $"{at}：" : "")}{ChineseReasons.Of(damage)}{(damage.Quarantine is { } file ? $"移出至：{file}。" : "")}";

    protected override string MoreDamage(int count, string command) => $"另有 {Number(count)} 处：{command}";

    public override string NoDamage => "没有尚未处理的损坏。";

    public override string SeeToDamage(IReadOnlyList<NotedDamage> damage, string quarantine, string? configuration) =>
        $"通过核验的均已保留。{(IsByHand(damage) ? "" : damage.Any(d => d.Quarantine is not null) ? $"请保存移至 {quarantine} 的内容，并更换存储卡：损坏还会再次发生。" : "请更换存储卡：损坏还会再次发生。")}"
        + $"{(damage.Any(d => d.ByHand) ? "若文件是您自己移走的（例如为更换组件栈），无需其他处理；否则请查明还有谁在写入日志文件夹。" : "")}处理后请运行：{ProgramName.DamageSeen(configuration)}";

    public override string NoneDamaged(StoppedHealth health) => $"{NoDamage}网关未在运行，已查看日志：{Looked(health)}。";

    public override string DamageSeen(string file) => $"已记下。记录保留在 {file}。";

    private static string Lasting(GatewayHealth health) => !Judgement.LastsTooMuch(health) ? "" :
        $"哈希与索引已占 {ByteText.Format(health.LastingBytes ?? 0)}（日志最多可用 {ByteText.Format((health.StoreBytes ?? 0) + Math.Max(0, health.RoomLeftBytes ?? 0))}），它们须保留，以便日后证明：请调高 store.budget，或换用更大的磁盘。";

    private static string Forked(ForkHealth? fork, string gateway) => fork switch
    {
        null => "",
        { By: var by, Size: var size, End: var end } when size > end => $"{(by is null ? "城市" : by + " ")}所知的 {gateway} 已有 {Number(size)} 条，而本日志只到 {Number(end)} 条：日志由旧副本恢复，或另有设备持有其密钥。",
        { By: var by, Size: var size } => $"{(by is null ? "城市" : by + " ")}所知的 {gateway} 历史与本日志不同：在 {Number(size)} 条处根哈希不一致。另有设备持有其密钥，或日志恢复后又继续写入。",
    };

    private static string Rtc(GatewayHealth health) => health.Rtc switch
    {
        null => "",
        { State: nameof(RtcState.Stopped), Name: var name } when name.StartsWith(BusRtc.Word, StringComparison.Ordinal) => $"{name} 曾停走或掉电。请检查其电池；内核时钟同步后网关会为它校时。",
        { Name: var name } when name.StartsWith(BusRtc.Word, StringComparison.Ordinal) => $"{name} 不应答，或应答的不是 DS3231。请检查其接线、供电和内核是否占用（dtoverlay=i2c-rtc），或修改 clock.rtc、clock.rtc_bus。详见日志编号 21。",
        { State: nameof(RtcState.Stopped), Name: var name } => $"{name} 曾停走或掉电。请检查其电池，然后校时（hwclock --systohc）。",
        { Name: var name } => $"{name} 不存在，或无法询问它是否停走过。请检查 dtoverlay、/dev/{name} 的读取权限，或修改 clock.rtc。详见日志编号 21。",
    };

    private static string Refusals(GatewayHealth health) => string.Join("；", health.Departments.Where(d => d.Value.Refusal is not null).Select(d => $"{d.Key}：{Refusal(d.Value.Refusal!)}"));

    /// <summary>The statuses of c2sp.org/tlog-witness.</summary>
    private static string Refusal(string refusal) => refusal.Split(' ')[0] switch
    {
        "400" => "400 请求不当",
        "403" => "403 签名不符",
        "404" => "404 未获准入",
        "409" => "409 条数不一致",
        "422" => "422 历史不一致",
        _ => refusal,
    };

    private static string Admission(GatewayHealth health) => health.Departments.Values.Any(d => d.Refusal?.StartsWith("404 ", StringComparison.Ordinal) == true)
        ? "请把网关的验证公钥（edge-gateway keygen 曾输出）交给城市，以获准入。读数照常封存。"
        : "请询问这些部门。读数照常封存。";

    private string LeftOut(GatewayHealth health) => health.LeftOut.Count == 0
        ? "长时间既无存证，也无条目可清除"
        : string.Join("；", health.LeftOut.GroupBy(l => l.Value).Select(g => $"{string.Join("、", g.Take(Most).Select(l => l.Key))}{(g.Count() > Most ? $" 等 {g.Count()} 个" : "")}：{Field.Of(Known<GapReason>(g.Key) ?? default)}"));
}
