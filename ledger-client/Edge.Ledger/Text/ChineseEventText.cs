using System.Text.RegularExpressions;

namespace Edge.Ledger.Text;

/// <summary>
/// What a gateway itself writes into alarms, tamper, maintenance and software entries stands there in English, as it is in the log; here the same in Chinese.
/// A text that is none of its sentences is somebody's own, and is shown as such.
/// </summary>
public static class ChineseEventText
{
    private const string Own = "原文：";
    private const string Hash = "([0-9a-f]{64})";
    private const string Calibrated = "calibrated (.*?) by (.+?)(?:, certificate (.+?))?(?:, result (.+?))?";

    private static readonly (Regex English, string Chinese)[] Sentences =
    [
        Known("(.+) is within the deadband of the limit (.+), as before the start", "$1，处于限值 $2 的回差之内，与启动前相同"),
        Known("(.+) is above the limit ([^,]+)", "$1，高于上限 $2"),
        Known("(.+) is below the limit ([^,]+)", "$1，低于下限 $2"),
        Known("(.+) is within limits again", "$1，已回到限值之内"),
        Known("leak contact chatters: its level changes faster than debounce", "漏水触点抖动：电平变化快于 debounce"),
        Known("door contact chatters: its level changes faster than debounce", "门触点抖动：电平变化快于 debounce"),
        Known("tamper contact chatters: its level changes faster than debounce", "防拆触点抖动：电平变化快于 debounce"),
        Known("leak contact chatters no more, and is as it was before", "漏水触点不再抖动，状态与此前相同"),
        Known("door contact chatters no more, and is as it was before", "门触点不再抖动，状态与此前相同"),
        Known("tamper contact chatters no more, and is as it was before", "防拆触点不再抖动，状态与此前相同"),
        Known("leak: wet at the start; since when is not known", "启动时已湿，何时变湿不详"),
        Known("leak: dry at the start", "启动时已干"),
        Known("leak: wet; since when is not known, as the line was away", "已湿，其间线路中断，何时变湿不详"),
        Known("leak: dry; since when is not known, as the line was away", "已干，其间线路中断，何时变干不详"),
        Known("door is open at the start; since when is not known", "启动时门已打开，何时打开不详"),
        Known("door is closed at the start", "启动时门已关上"),
        Known("door is open; since when is not known, as the line was away", "门已打开，其间线路中断，何时打开不详"),
        Known("door is closed; since when is not known, as the line was away", "门已关上，其间线路中断，何时关上不详"),
        Known("tamper contact is open at the start; since when is not known", "启动时防拆触点已打开，何时打开不详"),
        Known("tamper contact is closed at the start", "启动时防拆触点已闭合"),
        Known("tamper contact is open; since when is not known, as the line was away", "防拆触点已打开，其间线路中断，何时打开不详"),
        Known("tamper contact is closed; since when is not known, as the line was away", "防拆触点已闭合，其间线路中断，何时闭合不详"),
        Known("the store is full or nearly full, and for (.+) nothing was anchored and nothing could go", "存储已满或将满，且 $1 内既无存证，也无条目可清除"),
        Known("edge doctor: ([0-9]+) broken, ([0-9]+) to look at, ([0-9]+) well; findings sha-256 (.+)", "edge doctor 检查：故障 $1 项，需查看 $2 项，正常 $3 项；检查结果 SHA-256 $4"),
        Known($"SHA-256 {Hash} is in force; of the one before nothing can be read any more, so whether it was the same cannot be told", "SHA-256 $1 生效；此前的已无法读取，是否相同无从得知"),
        Known($"SHA-256 {Hash} replaces {Hash}, of (.+)", "SHA-256 $1 取代 $2，后者由 $3 启用"),
        Known($"a new channel; its configuration is {Hash}", "新测点；其配置为 $1"),
        Known($"no longer a channel; its configuration was {Hash}", "不再是测点；其配置曾为 $1"),
        Known($"calibration {Hash} is no longer in force; there is no other", "校准 $1 不再有效；没有其他校准"),
    ];

    /// <summary>What a start says behind a sentence of what the run before left open.</summary>
    private static readonly (Regex English, string Chinese)[] Endings =
    [
        Known("(.+), as before the start", "，与启动前相同"),
        Known("(.+), ended while not watched", "，在未监视期间已结束"),
        Known("(.+), no longer watched", "，现已不再监视"),
        Known("(.+), as the limit (.+) is no longer in force", "，限值 $2 已不再有效"),
    ];

    private static readonly (Regex English, string Chinese)[] OfContacts =
    [
        Known("leak: wet", "变湿"),
        Known("dry again", "恢复干燥"),
        Known("dry again after ([0-9.]+) s", "$1 秒后恢复干燥"),
        Known("door opened", "门被打开"),
        Known("door closed", "门被关上"),
        Known("tamper contact opened", "防拆触点打开"),
        Known("tamper contact closed", "防拆触点闭合"),
        Known("closed again after ([0-9.]+) s", "$1 秒后重新闭合"),
        Known("leak: wet ([0-9.]+) s ago", "$1 秒前变湿"),
        Known("dry again ([0-9.]+) s ago", "$1 秒前恢复干燥"),
        Known("door opened ([0-9.]+) s ago", "$1 秒前门被打开"),
        Known("door closed ([0-9.]+) s ago", "$1 秒前门被关上"),
        Known("tamper contact opened ([0-9.]+) s ago", "$1 秒前防拆触点打开"),
        Known("tamper contact closed ([0-9.]+) s ago", "$1 秒前防拆触点闭合"),
        Known("([0-9]+) times in this round", "本轮 $1 次"),
    ];

    /// <summary>What somebody did over the site page.</summary>
    private static readonly (Regex English, string Chinese)[] Deeds =
    [
        Known("damage seen to: ([0-9]+) found, ([0-9]+) entries lost", "已处理损坏：$1 处，丢失条目 $2 条"),
        Known("password of (.+) changed", "$1 的密码已更改"),
    ];

    private const string Acknowledged = "alarm acknowledged: ";

    private static readonly Regex Configured = Whole($"configuration {Hash} replaces {Hash}: (.+)");
    private static readonly Regex Change = Whole("((?:[a-z0-9._-]+: )*)([a-z][a-z0-9_.]*) (.*) → (.*)");
    private static readonly Regex First = Whole($"calibration {Hash}, the first of this channel: {Calibrated}");
    private static readonly Regex Replaced = Whole($"calibration {Hash} replaces {Hash}: {Calibrated}(?:; before: {Calibrated})?");

    /// <param name="english">One line, as an entry has it.</param>
    public static string Of(string english)
    {
        if (Deed(english) is { } deed)
            return deed;
        if (Found(Sentences, english) is { } known)
            return known;
        foreach (var (ending, chinese) in Endings)
        {
            if (ending.Match(english) is { Success: true } whole && Of(whole.Groups[1].Value) is var sentence && !sentence.StartsWith(Own, StringComparison.Ordinal))
                return sentence + whole.Result(chinese);
        }

        if (english.Split(", ").Select(c => Found(OfContacts, c)).ToList() is var clauses && clauses.TrueForAll(c => c is not null))
            return string.Join('，', clauses);
        if (Configured.Match(english) is { Success: true } configured)
            return $"配置 {configured.Groups[1]} 取代 {configured.Groups[2]}：{Changes(configured.Groups[3].Value)}";
        if (First.Match(english) is { Success: true } first)
            return $"校准 {first.Groups[1]}，该测点的首次校准：{Calibration(first, 2)}";
        if (Replaced.Match(english) is { Success: true } replaced)
            return $"校准 {replaced.Groups[1]} 取代 {replaced.Groups[2]}：{Calibration(replaced, 3)}{(replaced.Groups[7].Success ? $"；此前：{Calibration(replaced, 7)}" : "")}";
        return english.Length == 0 || !english.Any(char.IsAsciiLetter) ? english : Own + english;
    }

    /// <summary>A deed with a note behind it, which is somebody's own; the sentence before it may have semicolons too.</summary>
    private static string? Deed(string english)
    {
        for (var end = 0; end < english.Length;)
        {
            end = english.IndexOf("; ", end + 1, StringComparison.Ordinal) is var next and > 0 ? next : english.Length;
            var known = english[..end] is var what && !what.StartsWith(Acknowledged, StringComparison.Ordinal) ? Found(Deeds, what)
                : Of(what[Acknowledged.Length..]) is var alarm && !alarm.StartsWith(Own, StringComparison.Ordinal) ? $"已确认告警：{alarm}" : null;
            if (known is not null)
                return end < english.Length ? $"{known}；{english[(end + 2)..]}" : known;
        }

        return null;
    }

    /// <summary>What an entry is about, where that is no channel.</summary>
    public static string Subject(string english) => english switch
    {
        "configuration file" => "配置文件",
        "commissioning" => "现场检查",
        "store" => "存储",
        "damage" => "损坏",
        "site page" => "现场页面",
        _ => english,
    };

    private static string Calibration(Match match, int from) => string.Join('，', new[]
    {
        $"{match.Groups[from]} 由 {match.Groups[from + 1]} 校准",
        match.Groups[from + 2] is { Success: true } certificate ? $"证书 {certificate}" : "",
        match.Groups[from + 3] is { Success: true } result ? $"结果 {result}" : "",
    }.Where(p => p.Length > 0));

    private static string Changes(string english) => english == "what it was cannot be read" ? "此前的内容无法读取" : string.Join('；', english.Split("; ").Select(Changed));

    private static string Changed(string english) => Change.Match(english) is { Success: true } change
        ? $"{change.Groups[1].Value.Replace(": ", "：", StringComparison.Ordinal)}{ShownSetting.Of(change.Groups[2].Value, Set(change.Groups[3].Value)).Chinese} → {ShownSetting.Of(change.Groups[2].Value, Set(change.Groups[4].Value)).ChineseValue}"
        : Regex.Replace(english, "^and ([0-9]+) more$", "另有 $1 项");

    private static string Set(string value) => value switch { "(not set)" => "未设", "recorded" => "已记录", _ => value };

    private static string? Found((Regex English, string Chinese)[] among, string english) =>
        among.Select(k => (Match: k.English.Match(english), k.Chinese)).Where(k => k.Match.Success).Select(k => k.Match.Result(k.Chinese)).FirstOrDefault();

    private static (Regex English, string Chinese) Known(string english, string chinese) => (Whole(english), chinese);

    private static Regex Whole(string english) => new($"^{english}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
