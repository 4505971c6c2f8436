using Edge.Gateway.Configuration;
using Edge.Gateway.Health.Words;

namespace Edge.Gateway.Doctor.Words;

internal sealed partial class ChineseDoctorWords
{
    public override string Found(Check check) => check.Symptom switch
    {
        Symptom.ConfigurationGood => "可以使用",
        Symptom.ConfigurationFaulty => ChineseProblems.Of(check.Detail ?? "").TrimEnd('。'),
        Symptom.ConfigurationOther => check.Instead is null ? "运行中的网关没有说明生效的是哪一份配置"
            : $"网关{(check.Detail is { } since ? $"自 {since} 起" : "")}运行的是另一份配置（SHA-256 {ShortHash(check.Instead)}）",
        Symptom.IdentityGood => "密钥和信任策略与配置相符",
        Symptom.IdentityFaulty => ChineseProblems.Of(check.Detail ?? "").TrimEnd('。'),
        Symptom.IdentityHidden => "当前用户无权读取",
        Symptom.BoardSeen => check.Detail is { Length: > 0 } there ? $"有 {there}" : "没有当前用户可用的 I2C 适配器和 GPIO 芯片",
        Symptom.BusGood => check.Detail is { Length: > 0 } answers ? $"工作正常；应答的地址 {answers}" : "存在",
        Symptom.BusShared => $"网关正在使用{(check.Detail is null ? "" : $"；除其器件外，{(check.Detail is { Length: > 0 } others ? $"应答的有 {others}" : "没有别的应答")}")}",
        Symptom.BusMissing => $"此主板上没有 {check.Detail}{(check.Instead is { Length: > 0 } there ? $"；有 {there}" : "")}",
        Symptom.LibraryMissing => $"此处没有 {check.Detail}，而此程序（组件栈 managed）须用它读取 GPIO 线路",
        Symptom.ChipMissing => $"此主板上没有标签为 {check.Detail} 的 GPIO 芯片{(check.Instead is { Length: > 0 } there ? $"；有 {there}" : "")}",
        Symptom.SerialMissing => $"此主板上没有 {check.Detail}{(check.Instead is { Length: > 0 } there ? $"；有 {there}" : "；没有插串口适配器")}",
        Symptom.BusDenied => "当前用户无权使用，或被其他程序占用",
        Symptom.BusStuck => "已锁死：无法进行任何传输",
        Symptom.BusSilent => "没有任何器件应答",
        Symptom.BusAway => "无人提供此远程总线",
        Symptom.DeviceGood => $"{check.Driver} 有应答{(check.Detail is null ? "" : "，并自报型号相符")}",
        Symptom.DeviceSilent => $"{check.Driver} 没有应答",
        Symptom.DeviceElsewhere => $"{check.Driver} 在此没有应答，但在 {check.Instead} 有一个",
        Symptom.DeviceOther => $"此处应为 {check.Driver}，而应答的是{(check.Instead is { Length: > 0 } other ? $" {other}" : "另一种器件")}{(check.Registers is { } registers ? $"（其标识寄存器：{registers}）" : "")}",
        Symptom.DeviceUnasked => $"有应答，但配置中没有{(check.Instead is { Length: > 0 } name ? $"；它是或可能是 {name}" : "")}",
        Symptom.ReadingGood => check.IsSecond ? "第二次读取良好；第一次没有应答或应答有损坏" : "读数良好",
        Symptom.ContactActive => $"现在{Field.Of(Watched(check), true)}",
        Symptom.ReadySilent => $"{check.ReadyLine} 上没有 ALERT/RDY 的边沿",
        Symptom.ReadyAway => $"ALERT/RDY 所用的 {check.ReadyLine} 无法使用",
        Symptom.ReadingDoubted or Symptom.ReadingAbsent or Symptom.ReadingAwaited => Field.Of(check.Reason),
        Symptom.NotRead => "未读取",
        Symptom.ChannelOther => "在运行中的网关里是另一个测点或没有此测点，其读数不算作此测点的",
        Symptom.ClockGood => check.Detail ?? "",
        Symptom.ClockUnvouched => "没有谁为时间担保",
        Symptom.RtcFaulty => $"电池供电的时钟不可信（{check.Detail?.TrimEnd('.')}）",
        Symptom.DiskGood => $"可供日志使用 {check.Detail}",
        Symptom.DiskFull => $"剩余空间少于必须留出的 {check.Instead}",
        Symptom.DiskClosed => check.Detail is null ? "当前用户无法在此写入" : "其文件系统以只读方式挂载",
        Symptom.GatewayRuns => $"网关正在运行，无需人工处理；{check.Detail} 条日志条目",
        Symptom.GatewayNeeds => "网关正在运行，有事需要处理",
        Symptom.GatewayMute => "有进程在用网关的密钥，但不向当前用户说明状态",
        Symptom.LogGood => $"网关未运行；其日志 {check.Detail} 条，完整",
        Symptom.LogNew => "还没有日志：网关启动时开始",
        Symptom.LogFaulty or Symptom.LogOtherStack => ChineseReasons.Of(check.Detail ?? "").TrimEnd('。'),
        Symptom.BrokerGood => "接受连接",
        Symptom.BrokerAway or Symptom.SparkplugAway => check.Detail is { } why ? ChineseReasons.Of(why).TrimEnd('。') : "未连接",
        Symptom.TooSlow => $"{Of(check.Topic)}未在时限内应答",
        _ => $"检查本身失败（{check.Detail?.TrimEnd('.')}）",
    };
}
