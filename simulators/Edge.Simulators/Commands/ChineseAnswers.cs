using System.Text.RegularExpressions;

namespace Edge.Simulators.Commands;

/// <summary>What a running simulator answers, in Chinese: the English answer is the key, {} stands for what it names.</summary>
public static class ChineseAnswers
{
    private static readonly (Regex English, string Chinese)[] Known =
    [
        .. new[]
        {
            ("ok", "已执行"),
            ("ok: {}", "测点：$1"),
            ("error: write fault CHANNEL KIND, brown-out CHANNEL, contact CHANNEL active|inactive|free or channels; channels are {}", "错误：请写 fault 测点 故障、brown-out 测点、contact 测点 active|inactive|free 或 channels；测点有 $1"),
            ("error: {} does not notice a brown-out", "错误：$1 对欠压没有反应"),
            ("error: {} is no contact; use fault {} KIND", "错误：$1 不是触点；请用 fault $2 故障"),
            ("error: write contact {}: active is an open door, a wet rope; free follows its signal again", "错误：请写 contact $1：active 表示门开或漏水绳潮湿，free 表示恢复跟随其信号"),
            ("error: {} cannot be {}", "错误：$1 没有 $2 这种故障"),
            ("error: kinds of fault are {}", "错误：故障有 $1"),
            ("The bench refused the command.", "模拟器拒绝了该命令。"),
            ("Nobody serves {} ({}): start edge-sim serve --socket {}.", "没有程序提供 $1：请启动 edge-sim serve --socket $3。"),
            ("What listens at {} is not an edge-sim of this version.", "监听 $1 的不是此版本的 edge-sim。"),
            ("The simulator at {} gave no answer.", "$1 处的模拟器没有应答。"),
        }.Select(k => (Pattern(k.Item1), k.Item2)),
    ];

    private static readonly (Regex English, string Chinese)[] Devices =
    [
        (new("the chip at (0x[0-9A-F]+)", RegexOptions.CultureInvariant), "$1 处的芯片"),
        (new("a contact", RegexOptions.CultureInvariant), "触点"),
        (new("a flow meter", RegexOptions.CultureInvariant), "流量计"),
        (new("a meter on a serial line", RegexOptions.CultureInvariant), "串行线上的电表"),
        (new("a 1-wire thermometer", RegexOptions.CultureInvariant), "1-wire 温度计"),
    ];

    /// <summary>As it is where it is none of those known.</summary>
    public static string Of(string answer)
    {
        foreach (var (english, chinese) in Known)
        {
            if (english.Match(answer) is { Success: true } match)
                return Devices.Aggregate(match.Result(chinese), (text, device) => device.English.Replace(text, device.Chinese));
        }

        return answer;
    }

    private static Regex Pattern(string english) => new($"^{string.Join("(.*?)", english.Split("{}").Select(Regex.Escape))}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
