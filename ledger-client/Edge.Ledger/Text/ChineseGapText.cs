using System.Text.RegularExpressions;

namespace Edge.Ledger.Text;

/// <summary>
/// What a gateway writes of a gap for people stands there in English, clause by clause, as it is in the log; here the same in Chinese.
/// A clause that is none of its own is somebody else's, and is said to be.
/// </summary>
public static class ChineseGapText
{
    private const string Ended = "the gateway ended without a stop";

    private static readonly (Regex English, string Chinese)[] Known =
    [
        Sentence("the gateway was stopped", "网关被停止"),
        Sentence(Ended, "网关未经停止即中断"),
        Sentence($"{Ended}, and it is not known whether the board went on running", "网关未经停止即中断，主板是否仍在运行不详"),
        Sentence("the gateway ended without a stop, and the board went on running", "网关未经停止即中断，主板仍在运行"),
        Sentence("readings after the last commit may be missing", "最后一次写入之后的读数可能缺失"),
        Sentence("it lasted (.+) s", "历时 $1 秒"),
        Sentence("the clock had said (.+) before, which is later than now: it was wrong then or is wrong now", "此前时钟显示 $1，晚于现在：当时或现在的时钟有误"),
        Sentence("the board slept for (.+) s", "主板休眠 $1 秒"),
        Sentence(@"(\d+) samples? did not fit the queue", "队列容不下 $1 个采样"),
        Sentence(@"(\d+) samples? missed (?:its|their) time, because the gateway or the device stood still", "网关或器件停顿，$1 个采样未按时进行"),
        Sentence(@"(\d+) samples? missed (?:its|their) time, because the gateway or the device stood still, from (.+) s to (.+) s after the board's start", "网关或器件停顿，$1 个采样未按时进行，主板启动后 $2 秒至 $3 秒"),
        Sentence(@"(\d+) samples? did not fit the queue, from (.+) s to (.+) s after the board's start", "队列容不下 $1 个采样，主板启动后 $2 秒至 $3 秒"),
        Sentence(@"(\d+) samples? not taken in time", "$1 个采样未能及时采集"),
        Sentence(@"(\d+) samples? not taken in time, from (.+) s to (.+) s after the board's start", "$1 个采样未能及时采集，主板启动后 $2 秒至 $3 秒"),
        Sentence(@"(\d+) samples? not taken in time, the longest hole ([0-9.]+) s", "$1 个采样未能及时采集，最长间断 $2 秒"),
        Sentence(@"(\d+) samples? not taken in time, the longest hole ([0-9.]+) s, from (.+) s to (.+) s after the board's start", "$1 个采样未能及时采集，最长间断 $2 秒，主板启动后 $3 秒至 $4 秒"),
        Sentence(@"the entries (\d+) to (\d+) of this log were damaged in the store", "本日志第 $1 至 $2 条在存储中损坏"),
        Sentence(@"the entries (\d+) to (\d+) of this log were not durable yet when it ended, or damaged in the store since", "本日志第 $1 至 $2 条在网关中断时尚未持久，或此后在存储中损坏"),
        Sentence(@"(\d+) readings? not taken: the store was full", "存储已满，未采集 $1 个读数"),
        Sentence(@"(\d+) readings? not taken: sampling of this channel was stopped, because the store was nearly full", "存储将满，该测点停止采样，未采集 $1 个读数"),
        Sentence(@"(\d+) readings? not kept: one of (\d+) was, because the store was nearly full", "存储将满，每 $2 个保留 1 个，未保留 $1 个读数"),
        Sentence("the gateway ended while readings were left out: how many since is not known", "网关在舍弃读数期间中断，此后数目不详"),
        Sentence(@"(\d+) readings?: (\d+) among entries (\d+) to (\d+), which the city had accepted", "$1 个读数：其中 $2 个在日志条目 $3 至 $4 之间，城市已见证"),
        Sentence(@"(\d+) readings?: (\d+) among entries (\d+) to (\d+), which the city had not accepted", "$1 个读数：其中 $2 个在日志条目 $3 至 $4 之间，城市尚未见证"),
    ];

    /// <param name="english">One line, as a gap entry has it.</param>
    public static string Of(string english) => english.Length == 0 ? "" : string.Join('；', english.Split("; ").Select(Clause));

    /// <param name="english">One of its clauses.</param>
    public static string Clause(string english)
    {
        foreach (var (known, chinese) in Known)
        {
            if (known.Match(english) is { Success: true } match)
                return match.Result(chinese);
        }

        return english.Any(char.IsAsciiLetter) ? $"原文：{english}" : english;
    }

    private static (Regex English, string Chinese) Sentence(string english, string chinese) =>
        (new Regex($"^{english}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), chinese);
}
