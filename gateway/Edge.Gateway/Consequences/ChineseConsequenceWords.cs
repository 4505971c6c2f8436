using Edge.Gateway.Configuration;
using Edge.Gateway.Health.Words;
using Edge.Sensors.Catalog;
using Edge.Store.Log;

namespace Edge.Gateway.Consequences;

internal sealed class ChineseConsequenceWords : ConsequenceWords
{
    public override string Look => "! ";

    public override string Title(GatewayConfiguration configuration, bool hasRoom, bool isWhole, bool isOwn) =>
        $"{configuration.Origin}：{(!isOwn ? "配置格式正确，但其日志由另一组件栈维护" : !hasRoom ? "配置格式正确，但本磁盘没有可供其日志使用的空间" : isWhole ? "配置正确" : "配置格式正确，但所列设备本机并不齐全")}，传感器 {configuration.Sensors.Count} 个，测点 {configuration.Channels.Count} 个。其结果如下：";

    public override (string Label, string Text) Readings(double perDay) => ("读数", $"每天 {Number(perDay)} 个");

    public override (string Label, string Text) OnDisk(double perReading, double perDay) =>
        ("占用存储", $"每个读数 {Number(perReading)} B，每天 {ByteText.Format(perDay)}；城市的回执和区块另计");

    public override (string Label, string Text) Hashes(double perDay) => ("其中哈希值", $"每天 {ByteText.Format(perDay)}；日志条目舍弃后哈希值仍保留");

    public override (string Label, string Text) Seals(double perDay) => ("封存", $"每天 {Number(perDay)} 次");

    public override (string Label, string Text) Offline(double days, long room, bool diskLimits) =>
        ("与城市断开时", room == 0 ? "日志一开始即为存储已满" : $"{Days(days).TrimStart()}后{(diskLimits ? $"本机磁盘写满：可供日志使用 {ByteText.Format(room)}" : $"达到存储上限 {ByteText.Format(room)}")}");

    public override (string Label, string Text) Then(IReadOnlyList<FullPolicy> policies) => ("其后", string.Join("；再后", policies.Select(Policy)));

    public override (string Label, string Text) Written(double? perDay) =>
        ("写入量", perDay is { } bytes ? $"每天 {ByteText.Format(bytes)}，在本机磁盘上测得；文件系统自身的日志另计" : "未测得：本机的临时文件不在磁盘上");

    public override (string Label, string Text) Card(double years) => ("存储卡寿命", $"按此写入量约 {Number(years)} 年（依其数据手册）");

    public override (string Label, string Text) Anchors(int afterMonth, double perMonth) =>
        ("上链存证", $"断开一个月后一次 {Number(afterMonth)} B 即可补齐；连通时每月至多 {ByteText.Format(perMonth)}");

    public override (string Label, string Text) Purposes(int suited, int all) => ("用途", suited == all ? $"{all} 个测点的采样均满足其用途" : $"{all} 个有用途的测点中，{suited} 个的采样满足其用途");

    public override (string Label, string Text) Leaks(double? metres) => ("漏点定位", metres is { } far
        ? $"仅就本网关时钟而言，至多精确到 {Number(far)} m（波速 {Number(PurposeNeeds.WaveSpeed)} m/s）"
        : $"时钟每不确定 10 ms 即偏 12 m（波速 {Number(PurposeNeeds.WaveSpeed)} m/s）；时钟的不确定度见 edge status");

    public override string Say(Doubt doubt, ConfigurationConsequences consequences, GatewayConfiguration configuration) => doubt switch
    {
        Doubt.NotLookedAt => $"未查看 {string.Join("、", Unreadable.Of(configuration))}：当前用户无权读取。请以网关运行所用的用户检查。",
        Doubt.NoDevice => $"本机没有 {string.Join("、", MissingDevices.Of(configuration))}。请启用 I2C（dtparam=i2c_arm=on，模块 i2c-dev），或改正其编号（i2cdetect -l）。",
        Doubt.NoChip => $"本机没有标签为 {string.Join("、", MissingDevices.Chips(configuration))} 的 GPIO 芯片。请用 gpiodetect 查看标签，并改正 buses 下的 chip。",
        Doubt.LateEdges => $"{string.Join("、", LateEdges.On(configuration.Buses))} 上的脉冲可能丢失：此版本（Stack=managed）在边沿到达时才计数；多数（并非全部）丢失会使读数标为“存疑”。计费用的表计请用组件栈 system 的版本。",
        Doubt.NoSocket => $"本机没有 {string.Join("、", MissingDevices.Sockets(configuration))}：目前无人提供该远程总线。请启动提供方，或改正 buses 下的 socket。",
        Doubt.NoOneWire => $"本机没有 {string.Join("、", MissingDevices.OneWires(configuration))}：内核未启用 1-wire 总线。请启用（dtoverlay=w1-gpio），或改正 buses 下的 folder。",
        Doubt.NoSerialLine => $"本机没有 {string.Join("、", MissingDevices.SerialLines(configuration))}。请插上串行适配器（ls /dev/serial/by-id），或改正 buses 下的 serial。",
        Doubt.NoClock => $"本机没有 {MissingDevices.Clock(configuration)}。请启用其设备树叠加（dtoverlay=i2c-rtc,...），或在 clock.rtc 中另写一个（ls /sys/class/rtc）。",
        Doubt.OtherStack => $"网关不会以现有日志启动。{(LogFolder.OtherStack(configuration.Store.Folder) is { } refusal ? ChineseReasons.Of(refusal.Message) : "")}",
        Doubt.NoRoom => $"本磁盘可用空间不足 {ByteText.Format(configuration.Store.FreeSpaceFloor)}（store.free_space_floor）：日志一开始即为存储已满。请腾出空间，或调低该值。",
        Doubt.DiskIsSmaller => $"本机磁盘可供日志使用的仅 {ByteText.Format(consequences.Room)}，小于 store.budget：何时存满由磁盘决定。",
        Doubt.KeptShorter => $"已存证的日志条目无法保留{Days(configuration.Store.KeepAnchored?.TotalDays ?? 0)}（retention.keep_anchored）：{Days(consequences.BufferDays).TrimStart()}后最早的即被舍弃。请调高 store.budget、降低采样频度，或缩短保留时间。",
        Doubt.HashesFill => $"哈希值从不舍弃，{Days(consequences.HashesFillDays)}后将占满全部空间。请调高 store.budget，或降低采样频度。",
        Doubt.TooSlow => $"采样频度不满足用途：{string.Join("；", PurposeNeeds.TooSlow(configuration).Select(c => $"{c.Name} 每 {DurationText.Format(c.Period)} 一次，需写 period: {DurationText.Format(PurposeNeeds.Longest(c.Purpose))} 或更短"))}。请缩短 period，或改写用途。",
        Doubt.NoDeadband => $"采样频繁的测点有告警限值而无回差：{string.Join("；", AlarmNeeds.WithoutDeadband(configuration).Select(c => $"{c.Name} 每 {DurationText.Format(c.Period)} 一次"))}。值在限值附近波动时会反复告警：请写 alarm_deadband，大于其噪声。",
        Doubt.CalibratedLater => $"校准日期尚未到来：{string.Join("、", consequences.CalibratedLater(configuration))}；本机时钟的今天是 {consequences.Today:yyyy-MM-dd}。该日期会记入日志和证据：请改正 calibration 的 date，或校正时钟。",
        Doubt.TapNotTrusted => "手机打开取水点页面时会告警：网关出示的是自签证书。请向手机信任的机构申请其名称的证书，并设置 site: certificate 与 key。",
        Doubt.TapWithoutAddress => "取水点页面没有地址，无法打印通往它的二维码：请在 site: tap: address: 后写上手机访问本网关所用的 https:// 地址。",
        Doubt.TapOtherName => $"手机打开取水点页面时会告警：证书 {configuration.Site?.CertificateFile} 不适用于 {configuration.Site?.Tap?.Address?.IdnHost}。请改正 site: tap: address，或申请该名称的证书。",
        Doubt.TapPastDay => $"手机打开取水点页面时会告警：证书 {configuration.Site?.CertificateFile} 已过有效期。请更新证书，或校正时钟。",
        Doubt.NobodyNamed => "未写明由谁启用此配置：请在 who: 后写上姓名，每次更改都会随之记入日志。",
        Doubt.CardUnknown => "存储卡情况不明：设置 store.card 后可估计其寿命。",
        _ => $"{doubt:D}",
    };

    private static string Policy(FullPolicy policy) => policy switch
    {
        StopPolicy stop => $"停止采样 {string.Join("、", stop.Channels)}",
        ThinPolicy { Channels.Count: 0 } thin => $"每 {thin.Keep} 个读数保留一个",
        ThinPolicy thin => $"{string.Join("、", thin.Channels)} 每 {thin.Keep} 个读数保留一个",
        EvictPolicy => "舍弃最早的读数",
        _ => "不再采集",
    };

    private static string Days(double days) => days switch
    {
        < 1 / 1440.0 => "不到一分钟",
        < 0.95 / 24 => $" {Number(Math.Floor(days * 1440))} 分钟",
        < 2 => $" {Number(days * 24)} 小时",
        _ => $" {Number(days)} 天",
    };
}
