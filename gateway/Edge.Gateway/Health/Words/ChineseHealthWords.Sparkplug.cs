using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords
{
    private static IEnumerable<(string Label, string Text)> Sparkplug(GatewayHealth health)
    {
        if (health.Sparkplug is { } node)
            yield return ("Sparkplug", $"{State(node)}；{(node.Remaining > 0 ? $"待补发 {Number(node.Remaining)} 条日志条目" : "无待补发条目")}{(node.Problem is { } why ? $"。最近原因：{ChineseReasons.Of($"{why}.")}" : "")}");
    }

    private static string State(SparkplugHealth node) => node switch
    {
        { Born: true } => "正在向主机发送读数",
        { Connected: true, PrimaryHost: { } host } => $"等待主要主机 {host} 上线",
        { Connected: true } => "已连接，正在发送出生消息",
        _ => "与其消息服务器未连接，读数留在日志中",
    };
}
