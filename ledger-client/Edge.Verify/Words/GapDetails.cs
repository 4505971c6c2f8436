using System.Text.RegularExpressions;
using Edge.Ledger.Entries;

namespace Edge.Verify.Words;

/// <summary>
/// What a gateway writes of a gap for people, in English, clause by clause: left out where the reason says it already, in the reader's language where it is one
/// of the gateway's own sentences. What others wrote stays as it is, and in Chinese is said to be.
/// </summary>
public static class GapDetails
{
    private const string Between = "; ";
    private const string Ended = "the gateway ended without a stop";

    private static readonly (Regex English, string Chinese)[] Known =
    [
        Clause(Ended, "网关未经停止即中断"),
        Clause($"{Ended}, and it is not known whether the board went on running", "网关未经停止即中断，主板是否仍在运行不详"),
        Clause("the gateway ended without a stop, and the board went on running", "网关未经停止即中断，主板仍在运行"),
        Clause("readings after the last commit may be missing", "最后一次写入之后的读数可能缺失"),
        Clause("it lasted (.+) s", "历时 $1 秒"),
        Clause("the clock had said (.+) before, which is later than now: it was wrong then or is wrong now", "此前时钟显示 $1，晚于现在：当时或现在的时钟有误"),
        Clause("the board slept for (.+) s", "主板休眠 $1 秒"),
        Clause(@"(\d+) samples? did not fit the queue", "队列容不下 $1 个采样"),
        Clause(@"(\d+) samples? missed (?:its|their) time, because the gateway or the device stood still", "网关或器件停顿，$1 个采样未按时进行"),
        Clause(@"(\d+) samples? missed (?:its|their) time, because the gateway or the device stood still, from (.+) s to (.+) s after the board's start", "网关或器件停顿，$1 个采样未按时进行，主板启动后 $2 秒至 $3 秒"),
        Clause(@"(\d+) samples? did not fit the queue, from (.+) s to (.+) s after the board's start", "队列容不下 $1 个采样，主板启动后 $2 秒至 $3 秒"),
        Clause(@"(\d+) samples? not taken in time", "$1 个采样未能及时采集"),
        Clause(@"(\d+) samples? not taken in time, from (.+) s to (.+) s after the board's start", "$1 个采样未能及时采集，主板启动后 $2 秒至 $3 秒"),
        Clause(@"(\d+) samples? not taken in time, the longest hole ([0-9.]+) s", "$1 个采样未能及时采集，最长间断 $2 秒"),
        Clause(@"(\d+) samples? not taken in time, the longest hole ([0-9.]+) s, from (.+) s to (.+) s after the board's start", "$1 个采样未能及时采集，最长间断 $2 秒，主板启动后 $3 秒至 $4 秒"),
        Clause(@"the entries (\d+) to (\d+) of this log were damaged in the store", "本日志第 $1 至 $2 条在存储中损坏"),
        Clause(@"the entries (\d+) to (\d+) of this log were not durable yet when it ended, or damaged in the store since", "本日志第 $1 至 $2 条在网关中断时尚未持久，或此后在存储中损坏"),
        Clause(@"(\d+) readings? not taken: the store was full", "存储已满，未采集 $1 个读数"),
        Clause(@"(\d+) readings? not taken: sampling of this channel was stopped, because the store was nearly full", "存储将满，该测点停止采样，未采集 $1 个读数"),
        Clause(@"(\d+) readings? not kept: one of (\d+) was, because the store was nearly full", "存储将满，每 $2 个保留 1 个，未保留 $1 个读数"),
        Clause("the gateway ended while readings were left out: how many since is not known", "网关在舍弃读数期间中断，此后数目不详"),
        Clause(@"(\d+) readings?: (\d+) among entries (\d+) to (\d+), which the city had accepted", "$1 个读数：其中 $2 个在日志条目 $3 至 $4 之间，城市已见证"),
        Clause(@"(\d+) readings?: (\d+) among entries (\d+) to (\d+), which the city had not accepted", "$1 个读数：其中 $2 个在日志条目 $3 至 $4 之间，城市尚未见证"),
    ];

    private static readonly Regex Counted = new(@"^(\d{1,15}) (?:samples? |readings? not (?:taken|kept))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>How many readings were not taken or not kept, by what the gap tells; 0 when it does not.</summary>
    public static ulong Missing(GapEntry gap) => gap.Detail.Split(Between).Select(c => Counted.Match(c)).Where(m => m.Success)
        .Aggregate(0UL, (sum, m) => sum + ulong.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Empty when there is nothing to add to the reason.</summary>
    public static string Of(GapEntry gap, Language language)
    {
        var clauses = gap.Detail.Split(Between).Where(c => !(gap.Why == GapReason.Stopped && c == "the gateway was stopped"));
        return language == Language.Chinese ? string.Join('；', clauses.Select(Chinese)) : string.Join(Between, clauses);
    }

    /// <summary>The reason in one line: where sampling was not stopped by anybody, with that.</summary>
    /// <param name="word">The reason's own word in the reader's language.</param>
    public static string Reason(GapEntry gap, string word, Language language)
    {
        if (gap.Why != GapReason.Stopped || Array.Find(gap.Detail.Split(Between), c => c.StartsWith(Ended, StringComparison.Ordinal)) is not { } ended)
            return word;
        return language == Language.Chinese ? $"{word}（{Chinese(ended)}）" : $"{word} ({ended})";
    }

    private static string Chinese(string clause)
    {
        foreach (var (english, chinese) in Known)
        {
            if (english.Match(clause) is { Success: true } match)
                return match.Result(chinese);
        }

        return clause.Any(char.IsAsciiLetter) ? $"原文：{clause}" : clause;
    }

    private static (Regex English, string Chinese) Clause(string english, string chinese) =>
        (new Regex($"^{english}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), chinese);
}
