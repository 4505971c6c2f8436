using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords
{
    private static IEnumerable<(string Label, string Text)> Historian(GatewayHealth health)
    {
        if (health.Historian is not { } historian)
            yield break;
        yield return ("历史库", (historian.Heard
                ? $"已存 {Number(historian.Held)} 条日志条目；{(historian.Remaining == 0 ? "无待传条目" : $"待传 {Number(historian.Remaining)} 条")}{(health.DrainSeconds is { } drain ? $"，约 {Long(drain)}后补传完毕" : "")}"
                : $"未应答；{Number(historian.Remaining)} 条日志条目等待传送")
            + (historian.Skipped > 0 ? $"；{Number(historian.Skipped)} 条在送达前已不在网关" : ""));
    }
}
