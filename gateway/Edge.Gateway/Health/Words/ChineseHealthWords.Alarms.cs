using Edge.Ledger.Text;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords
{
    protected override string Alarm(string name, string text, AlarmHealth? alarm, ChannelHealth? channel)
    {
        if (alarm?.Limit is not { } limit)
            return $"{name}：{ChineseEventText.Of(text)}{Since(alarm)}";
        var now = channel is { Measures: true } ? $"现为 {Value(channel)}" : "现无数值";
        var end = alarm.EndsAt is { } at ? $"；{(alarm.IsAbove ? "降至" : "升至")} {Measure(at, channel)} 时解除" : "";
        return $"{name}：{(alarm.IsAbove ? "高于上限" : "低于下限")} {Measure(limit, channel)}{Since(alarm)}；{now}{end}";
    }

    private static string Since(AlarmHealth? alarm) => alarm switch
    {
        { Since: { } since, SecondsAgo: { } ago } when Moment(since) is { } at => $"，自 {at} 起（{Long(ago)}前）",
        { Since: { } since } when Moment(since) is { } at => $"，自 {at} 起",
        { SecondsAgo: { } ago } => $"，已持续 {Long(ago)}",
        _ => "",
    };

    private static string Missed(GatewayHealth health)
    {
        var missing = Missing(health).ToList();
        return string.Join("、", missing.Take(Most).Select(m => $"{m.Channel} 错过 {m.Percent}% 的采样")) + (missing.Count > Most ? $"等 {missing.Count} 个测点" : "");
    }
}
