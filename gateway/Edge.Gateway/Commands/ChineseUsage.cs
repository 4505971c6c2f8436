using System.Text.RegularExpressions;

namespace Edge.Gateway.Commands;

/// <summary>What the command-line library says in English of a wrong command line, in Chinese.</summary>
internal static class ChineseUsage
{
    private static readonly (Regex English, string Chinese)[] Known =
    [
        Sentence(@"Option '(.+)' is required\.", "缺少选项 $1。"),
        Sentence(@"Unrecognized command or argument '(.*)'\.", "没有“$1”这个命令或参数。"),
        Sentence(@"Required argument missing for command: '(.+)'\.", "命令 $1 缺少参数。"),
        Sentence(@"Required argument missing for option: '(.+)'\.", "选项 $1 之后需要一个值。"),
        Sentence(@"Required command was not provided\.", "请写出命令。"),
        Sentence(@"Option '(.+)' expects a single argument but \d+ were provided\.", "选项 $1 只能给出一次，一个值。"),
        Sentence(@"Cannot parse argument '(.*)' for option '(.+)' as expected type '.+'\.", "选项 $2 不能是“$1”。"),
        Sentence(@"Argument '(.*)' not recognized\. Must be one of:\s*(.+)", "“$1”不可用，只能是：$2"),
    ];

    /// <summary>As it is where it is none of the sentences known.</summary>
    public static string Of(string message)
    {
        foreach (var (english, chinese) in Known)
        {
            if (english.Match(message) is { Success: true } match)
                return match.Result(chinese);
        }

        return message;
    }

    private static (Regex English, string Chinese) Sentence(string english, string chinese) =>
        (new Regex($"^{english}$", RegexOptions.CultureInvariant | RegexOptions.Singleline), chinese);
}
