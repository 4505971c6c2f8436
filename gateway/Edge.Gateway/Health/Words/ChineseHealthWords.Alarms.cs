using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords
{
    protected override string Alarm(string name, string text, AlarmHealth? alarm, ChannelHealth? channel)
    {
        if (alarm?.Limit is not { } limit)
            return $"{name}：{ChineseEventText.Of(text)}{Since(alarm, IsSinceUnknown(text))}{Seen(alarm)}";
        var now = channel is { Measures: true } ? $"现为 {Value(channel)}" : "现无数值";
        var end = alarm.EndsAt is { } at ? $"；{(alarm.IsAbove ? "降至" : "升至")} {Measure(at, channel)} 时解除" : "";
        return $"{name}：{(alarm.IsAbove ? "高于上限" : "低于下限")} {Measure(limit, channel)}{Since(alarm)}；{now}{end}{Seen(alarm)}";
    }

    protected override string Doubtful(string name, ChannelHealth channel) => $"{name}：{State(channel, isLeftOut: false)}，已 {Long(channel.DoubtfulSeconds ?? 0)}"
        + (Known<Purpose>(channel.Purpose ?? "") switch { Purpose.Billing => "；用于计费", Purpose.Transients => "；用于压力波分析", Purpose.LeakLocation => "；用于漏点定位", _ => "" });

    protected override string Fails(string? device, IEnumerable<string> names, int more, string why) =>
        $"{(device is null ? "" : $"{device}：")}{string.Join("、", names)}{(more > 0 ? $"等 {more + names.Count()} 个" : "")}（{why}）";

    protected override string More(int count) => $"另有 {count} 项";

    protected override string Why(ChannelHealth channel) => channel switch
    {
        { MissingDevice: { } device } => $"{device} 不存在：请启用 I2C，或改正配置中的 buses",
        { SecondsAgo: null } => "启动以来无读数",
        { SecondsAgo: { } ago } when ago > channel.PatienceSeconds => $"{Long(ago)}无读数",
        _ when Known<Reason>(channel.Reason ?? "") is { } reason => Field.Of(reason) + reason switch
        {
            Reason.Overrun => "：主板过忙，请调长 period 或调低 data_rate",
            Reason.WarmUp => "：刚开始工作，请稍候",
            _ => "",
        },
        _ => channel.Reason ?? "坏值",
    };

    protected override string Over(string name, EndedAlarmHealth alarm) =>
        $"{name}：{ChineseEventText.Of(alarm.Text)}{(alarm.LastedSeconds is { } lasted ? $"，持续 {Precise(lasted)}" : "")}，{Long(alarm.SecondsAgo)}前已结束{(Moment(alarm.At) is { } at ? $"（{at}）" : "")}";

    private static string Since(AlarmHealth? alarm, bool isFound = false) => alarm switch
    {
        { Since: { } since, SecondsAgo: { } ago } when Moment(since) is { } at => isFound ? $"，{at}（{Long(ago)}前）起所见即如此" : $"，自 {at} 起（{Long(ago)}前）",
        { Since: { } since } when Moment(since) is { } at => isFound ? $"，{at} 起所见即如此" : $"，自 {at} 起",
        { SecondsAgo: { } ago } => isFound ? $"，所见已 {Long(ago)}" : $"，已持续 {Long(ago)}",
        _ => "",
    };

    private static string Seen(AlarmHealth? alarm) =>
        alarm?.AcknowledgedBy is { } who ? $"；{who} 已{(Moment(alarm.AcknowledgedAt) is { } at ? $"于 {at} " : "")}确认" : "";

    private static string Missed(GatewayHealth health)
    {
        var missing = Missing(health).ToList();
        return string.Join("、", missing.Take(Most).Select(m => $"{m.Channel} 错过 {m.Percent}% 的采样")) + (missing.Count > Most ? $"等 {missing.Count} 个测点" : "");
    }
}
