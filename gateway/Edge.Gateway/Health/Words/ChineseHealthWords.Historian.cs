using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords
{
    private static IEnumerable<(string Label, string Text)> Historian(GatewayHealth health)
    {
        if (health.Historian is { } historian)
            yield return ("历史库", Historian(historian, health) + (historian.Skipped > 0 ? $"；{Number(historian.Skipped)} 条在送达前已不在网关" : ""));
    }

    private static string Historian(HistorianHealth historian, GatewayHealth health) => historian switch
    {
        _ when health.IsHalted => $"已存 {Number(historian.Held)} 条日志条目；存证终止期间不再传送",
        { Trouble: not null } => "传送失败，正在重新开始（原因见日志编号 9）",
        { Connected: false } => $"没有连接，无法询问；{Waiting(historian)}",
        { Heard: true } => $"已存 {Number(historian.Held)} 条日志条目；{(historian.Remaining is > 0 and var left ? $"待传 {Number(left)} 条" : "无待传条目")}{(health.DrainSeconds is { } drain ? $"，约 {Long(drain)}后补传完毕" : "")}",
        { Doubt: not null } => $"有应答，但未被采信（原因见日志编号 222）；{Waiting(historian)}",
        _ => $"未应答；{Waiting(historian)}",
    };

    private static string Waiting(HistorianHealth historian) => historian.Remaining is > 0 and var left ? $"{Number(left)} 条日志条目等待传送" : "无待传条目";
}
