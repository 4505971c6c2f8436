using System.Text.RegularExpressions;

namespace Edge.Gateway.Configuration;

/// <summary>What is wrong in a configuration, in Chinese: the English message is the key, {} stands for what is written there.</summary>
public static partial class ChineseProblems
{
    private const string Example = "例如写";

    private static readonly (string English, string Chinese)[] OfFiles =
    [
        (ConfigurationReader.NotThere, "不存在；请指明网关的 YAML 配置文件"),
        (ConfigurationReader.IsFolder, "是目录；请指明其中网关的 YAML 配置文件"),
        (ConfigurationReader.NotReadable, "当前用户无权读取；请其属主授权"),
        ("cannot be read: {}", "无法读取"),
        ("there is no file {}; copy it there, or correct the name", "没有文件 $1；请将其放到该处，或改正名称"),
        ("has more than {} bytes; no configuration needs as many, name the gateway's YAML file", "超过 $1 字节；配置文件无需这么大，请指明网关的 YAML 配置文件"),
        (PlainFile.NotPlain, "是管道、套接字或设备；请指明普通文件"),
        ("has bytes of zero, as a file does that a power cut left unfinished; write it anew", "含有零字节，像是断电时未写完的文件；请重新写入"),
        ("is not UTF-8 text; save it as UTF-8", "不是 UTF-8 文本；请以 UTF-8 保存"),
        ("must be a mapping of names to values, starting with \"version: 1\"", "应为“名称: 值”的映射，首行写 version: 1"),
        ("must be a mapping of names to values", "应为“名称: 值”的映射"),
        ("must be a list: each item starts with \"- \"", "应为列表：每项以“- ”开头"),
        ("is a mapping; a single value is needed here", "是映射；此处应为单个值"),
        ("is a list; a single value is needed here", "是列表；此处应为单个值"),
        ("begins with a tab; indent with blanks", "以制表符开头；请用空格缩进"),
        ("not YAML at column {}: Duplicate key {}", "第 $1 列：名称 $2 重复"),
        ("not YAML at column {}: {}", "第 $1 列起不是有效的 YAML"),
        ("not YAML from column {} on: a bracket that was opened is not closed", "第 $1 列起不是有效的 YAML：有括号未闭合"),
        ("lists and mappings are nested deeper than {}; a configuration needs six levels, write it without the brackets or indentation that are too many", "嵌套超过 $1 层；配置只需六层，请去掉多余的括号或缩进"),
        ("*{} is an alias; write the value itself here", "*$1 是别名；请在此写出值本身"),
        ("&{} is an anchor; remove it, and write the value at each place that needs it", "&$1 是锚点；请删去，并在每个需要之处写出值"),
        ("{} is a tag; remove it, values need none", "$1 是标签；请删去，值不需要标签"),
        ("a second document begins here; write one, without \"---\" between", "此处开始第二个文档；只写一个，中间不要“---”"),
    ];

    private static readonly (string English, string Chinese)[] OfSettings =
    [
        ("is missing; write for example {}: {}", $"缺少；{Example} $1: $2"),
        ("is missing; write the path that edge-sim serves, for example {}", $"缺少；请写 edge-sim 提供的路径，{Example} $1"),
        ("is missing; a password needs a user name, for example {}", $"缺少；有密码须有用户名，{Example} $1"),
        ("{} has fewer than {} characters, which could be guessed; make one with: {}", "$1 不足 $2 个字符，可被猜中；请这样生成：$3"),
        ("others than its owner may use {}, and show what stands in it; run: {}", "其他用户可使用 $1，并冒用其中的令牌；请运行：$2"),
        ("\"{}\" is not the address of a collector; write for example {}", $"“$1”不是采集器的地址；{Example} $2"),
        ("is missing; a certificate and its key are given together or not at all", "缺少；证书与其私钥须同时给出，或都不给"),
        ("\"{}\" is not an address with a port; write for example {}, or {} for others", $"“$1”不是带端口的地址；{Example} $2，供他人访问则写 $3"),
        ("\"{}\" is not an address for phones; write https:// and the name by which they reach the gateway, for example {}", $"“$1”不是手机可用的地址；请写 https:// 加手机访问网关所用的名称，{Example} $2"),
        ("is shown on phones; write one line of at most {} characters, all of them visible", "将显示在手机上；请写一行，最多 $1 个字符，且均可见"),
        ("has {} channels; name 1 to {}, each as for example {}", $"有 $1 个测点；请列出 1 至 $2 个，每个{Example} $3"),
        ("{} stands there twice; name it once", "$1 写了两次；只写一次"),
        ("is missing; a client's certificate and its key are given together or not at all", "缺少；客户端证书与其私钥须同时给出，或都不给"),
        ("{} is out of range; write 0, or {} to {} above or below it", "$1 超出范围；请写 0，或绝对值为 $2 至 $3 的数"),
        ("has a zero byte in it; write it anew", "含有零字节；请重新填写"),
        ("\"{}\" is not a number; write for example {}: {}", $"“$1”不是数；{Example} $2: $3"),
        ("\"{}\" is not a whole number; write for example {}: {}", $"“$1”不是整数；{Example} $2: $3"),
        ("\"{}\" is not a duration; write a number with ns, us, ms, s, min, h or d, for example {}: {}", $"“$1”不是时长；请写带 ns、us、ms、s、min、h 或 d 的数，{Example} $2: $3"),
        ("\"{}\" is not an amount of data; write a number with kB, MB, GB or TB, for example {}: {}", $"“$1”不是数据量；请写带 kB、MB、GB 或 TB 的数，{Example} $2: $3"),
        ("{} is out of range; write {} to {}, as the card's data sheet has it", "$1 超出范围；请按存储卡数据手册写 $2 至 $3"),
        ("is not a setting here; known are {}", "此处没有这个设置；可用的有 $1"),
        ("is not a setting here; remove it", "此处没有这个设置；请删去"),
        ("has {} characters; write at most {}, it goes into the log as it is", "有 $1 个字符；最多 $2 个，它将原样写入日志"),
        ("has a character that cannot be seen, or that turns or breaks the line; write the name anew, it goes into the log as it is", "含有看不见的、改变方向或换行的字符；请重新书写姓名，它将原样写入日志"),
        ("and {} more; correct these first", "另有 $1 个问题；请先改正以上各项"),
        ("is not 1, the only version of this file so far", "不是 1；此文件目前只有版本 1"),
        ("\"{}\" is not a gateway's name; write <city domain>/<gateway id>, the id 1 to 64 of a-z 0-9 -, for example {}", $"“$1”不是网关的名称；请写 <城市域名>/<网关编号>，编号为 1 至 64 个 a-z 0-9 -，{Example} $2"),
        ("{} is not a port; write 1 to 65535, usually 1883, with TLS 8883", "$1 不是端口；请写 1 至 65535，通常为 1883，用 TLS 时为 8883"),
        ("TLS: the file {} holds no certificate in PEM (BEGIN CERTIFICATE). To make one of another form: openssl x509 -in FILE -out FILE.pem", "TLS：文件 $1 中没有 PEM 格式（BEGIN CERTIFICATE）的证书。转换其他格式：openssl x509 -in FILE -out FILE.pem"),
        ("TLS: the file {} cannot be read: {}", "TLS：无法读取文件 $1：$2"),
        ("\"{}\" cannot stand in a topic; write 1 to 200 characters without / + #, for example {}", $"“$1”不能用于主题名；请写 1 至 200 个字符，不含 / + #，{Example} $2"),
        ("would never be asked, since source: host says that the host's clock is right; leave one of them out", "不会被用到：source: host 已表明主机时钟正确；请去掉其中之一"),
        ("is about a battery-backed clock; name it, for example {}", $"关于带电池的时钟；请指明该时钟，{Example} $1"),
        ("\"{}\" is not a clock of the kernel; write for example rtc0 (see ls /sys/class/rtc), ds3231 with its rtc_bus, or none", $"“$1”不是内核的时钟；{Example} rtc0（见 ls /sys/class/rtc）、ds3231（并写 rtc_bus），或 none"),
        ("is about a clock on a bus; write rtc: ds3231, or leave it out", "关于总线上的时钟；请写 rtc: ds3231，或去掉它"),
        ("has the {} at 0x68, where a DS3231 is; set another address strap there", "上的 $1 位于 0x68，与 DS3231 相同；请改接它的地址跳线"),
        ("write either capacity and endurance_cycles, for example {}, or rated_writes alone, for example {}", "请写 capacity 与 endurance_cycles，例如 $1；或只写 rated_writes，例如 $2"),
    ];

    private static readonly (string English, string Chinese)[] OfPolicies =
    [
        ("must be a list of at least one policy, tried in this order: write {}", "应为至少一项策略的列表，依次启用：可写 $1"),
        ("\"{}\" is not a policy; write {}", "“$1”不是策略；可写 $2"),
        ("names no channel; leave it out to thin all of them", "没有测点；若要全部稀疏，请去掉此项"),
        ("names no channel; list those that may be done without, for example {}; to stop all of them write block", $"没有测点；请列出可以不测的，{Example} $1；全部停止则写 block"),
        ("one of how many readings is kept? Write 2 to {}, for example {}", $"每多少个读数保留一个？请写 2 至 $1，{Example} $2"),
        ("must be a list of channel names, for example {}", $"应为测点名称的列表，{Example} $1"),
        ("no sensor has a channel \"{}\"; known are {}", "没有传感器有测点“$1”；已有的是 $2"),
        ("never comes into force: block stands before it and takes nothing more; put block last", "永不启用：其前的 block 已不再采集；请将 block 放在最后"),
        ("evict stands there twice; write it once", "evict 写了两次；只写一次"),
        ("keeps no less than the policy before it; write a larger number for keep, or leave it out", "保留得不比前一项少；请写更大的 keep，或去掉"),
        ("{} is stopped by a policy before it; name it once", "$1 已被前面的策略停止；只写一次"),
    ];

    private static readonly (Regex English, string Chinese)[] Known = [.. OfIdentity.Concat(OfFiles).Concat(OfSettings).Concat(OfPolicies).Concat(OfChannels).Concat(OfDrivers).Concat(Last).Select(k => (Pattern(k.English), k.Chinese))];

    /// <summary>As it is where it is none of the messages known.</summary>
    public static string Of(string message)
    {
        foreach (var (english, chinese) in Known)
        {
            if (english.Match(message) is { Success: true } match)
                return match.Result(chinese).Replace(" or ", " 或 ", StringComparison.Ordinal);
        }

        return message;
    }

    private static Regex Pattern(string english) =>
        new($@"^{string.Join("(.*?)", english.Split("{}").Select(Regex.Escape))}\.?$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
