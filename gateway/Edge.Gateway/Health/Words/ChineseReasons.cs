using System.Text.RegularExpressions;
using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

/// <summary>What store and broker say of their troubles, in English, put into Chinese; what is not known here is quoted.</summary>
internal static class ChineseReasons
{
    private static readonly (Regex English, string Chinese)[] Known =
    [
        Reason("(.+?): the disk is full.*", "$1：磁盘已满。请腾出其文件系统的空间；已确认的读数没有丢失。"),
        Reason("(.+?): cannot be written: its file system is mounted read-only.*", "$1：无法写入，其文件系统以只读方式挂载。请查看其错误（dmesg），并以可写方式挂载。"),
        Reason("(.+?): cannot be written.*", "$1：无法写入。请检查文件的属主，以及其文件系统是否以只读方式挂载。"),
        Reason("(.+?): the device reported an input/output error.*", "$1：设备报告输入输出错误。请检查存储卡或磁盘（dmesg）。"),
        Reason("(.+?): its file system is damaged.*", "$1：其文件系统已损坏。请卸载后检查（fsck）。"),
        Reason("(.+?): the device gives none of the log's segments.*", "$1：设备读不出日志的任何一段。请检查存储卡或磁盘及其连接（dmesg）；未改动任何内容。"),
        Reason("(.+?) cannot be looked at while the gateway writes it.*", "$1：网关写入时无法查看。请检查存储卡或磁盘（dmesg）。"),
        Reason("(.+?) was replaced by another file while the gateway writes it.*", "$1：网关写入时被另一文件替换。请移走该文件，网关会重建自己的文件。"),
        Reason("(.+?) was moved or removed while the gateway writes it.*", "$1：网关写入时该目录被移走或删除。请放回原处，网关会自行继续。"),
        Reason("(.+?) is another folder than the one that the gateway writes.*", "$1：此处已不是网关正在写入的目录。请放回原目录，网关会自行继续。若要改用现有目录，请先确认其内容不少于原目录，再重启网关：城市绝不认可第二份历史。"),
        Reason("(.+?) was taken away while the gateway writes the log.*", "$1：网关写入时该文件被移走，可能已有另一进程在写入日志。为避免签出第二份历史，本进程退出。请确认只有一个网关使用此日志（fuser $1）。"),
        Reason("(.+?) was removed or replaced while the gateway writes the log.*", "$1：网关写入时被移走或替换，已由仍打开的内容重建，没有丢失。请查明是谁改动该目录中的文件。"),
        Reason("(.+?) was no file of the log, but a folder, a pipe or a link that leads nowhere.", "$1：此处不是日志的文件，而是目录、管道或失效的链接。"),
        Reason("(.+?) was no folder.", "$1：此处应为目录，却不是。"),
        Reason(@"(.+?): its owner might not use it \(mode (\d+)\).*", "$1：属主曾无权使用（权限 $2），现已恢复，没有丢失。"),
        Reason("(.+?) held nothing of this log.", "$1：其中没有此日志的内容。"),
        Reason("(.+?) held no checkpoint that was signed with this log's key.", "$1：其中没有以此日志密钥签名的检查点。"),
        Reason("(.+?) was removed while the gateway writes it.*", "$1：网关写入时被移走，且无法重建。请勿停止网关，并查看该文件夹。"),
        Reason(@"(.+?) was kept by a program of the stack (\w+), and this one is built on (\w+)\..*", "$1 由组件栈 $2 的程序维护，而本程序基于 $3。请使用组件栈 $2 的程序：以 -p:Stack=$2 编译的 edge-gateway，或在源代码中使用 ./edge --stack $2 …。若要从此改用 $3，请停止网关，把 index.db、index.db-wal 和 index.db-shm 移出该文件夹，再启动本程序：索引由日志各段重建，但不含已清除各段的检查点与回执。此事会报告为有文件被移走，直至运行 edge-gateway damage --seen。"),
        Reason("(.+?): cannot be opened.*", "$1：无法打开。请确认文件夹存在且当前用户可以写入。"),
        Reason("(.+?) holds no log.*", "$1 中没有日志，或其最新一段已被移走。请指明日志的文件夹。"),
        Reason("(.+?): (?:the database is damaged|this is not a database file).*(?:lost with it|start)\\.", "$1：索引已损坏，已由日志各段重建；已清除各段的检查点与回执随之丢失。"),
        Reason("(.+?): (?:the database is damaged|this is not a database file|a row is not what was written).*", "$1：索引已损坏。下次启动时由日志各段重建。"),
        Reason(@"(.+?): page (\d+) is not what was written\. What stands there.*", "$1：第 $2 页与写入时不同。此处及其后的内容已由日志各段重建。"),
        Reason(@"(.+?): (\d+) bytes at (\d+) are not what was written\. Lost: the entries (\d+) to (\d+)\.", "$1：位置 $3 处的 $2 字节与写入时不同。丢失：第 $4 至 $5 条。"),
        Reason(@"(.+?): (\d+) bytes at (\d+) are not what was written\. Lost: its header.*", "$1：位置 $3 处的 $2 字节与写入时不同。丢失：其文件头，已另行找到。"),
        Reason(@"(.+?): (\d+) bytes at (\d+) are not what was written\. Lost: a receipt.*", "$1：位置 $3 处的 $2 字节与写入时不同。丢失：回执或状态，没有日志条目。"),
        Reason(@"(.+?): (\d+) bytes at (\d+) cannot be read from the device\. Lost: the entries (\d+) to (\d+)\.", "$1：设备读不出位置 $3 处的 $2 字节。丢失：第 $4 至 $5 条。"),
        Reason(@"(.+?): (\d+) bytes at (\d+) cannot be read from the device\..*", "$1：设备读不出位置 $3 处的 $2 字节。没有丢失日志条目。"),
        Reason("(.+?): the device does not let it be opened. It is made again.*", "$1：设备不让打开，已由日志各段重建。请检查存储卡或磁盘（dmesg）。"),
        Reason("(.+?): the device does not let it be opened.*", "$1：设备不让打开，其内容已丢失，文件留在原处。请检查存储卡或磁盘（dmesg）。"),
        Reason(@"(.+?): the device does not give (\d+) bytes at (\d+), behind entry (\d+).*", "$1：设备读不出第 $4 条之后位置 $3 处的 $2 字节，写在那里的已丢失。请检查存储卡或磁盘（dmesg）。"),
        Reason(@"(.+?): the end of the newest segment was damaged: the entries (\d+) to (\d+) are lost.*", "$1：最新一段的末尾已损坏，第 $2 至 $3 条丢失。其哈希仍在，日志在其后继续。"),
        Reason(@"(.+?): a checkpoint over (\d+) entries was signed, but only (\d+) are held.*", "$1：已签署 $2 条，但只保有 $3 条，其余的哈希也已丢失。日志继续；城市不会认可此后的签名。"),
        Reason(@"(.+?): its index knows of (\d+) entries, but only (\d+) are held, and the hashes.*", "$1：索引所知有 $2 条，但只保有 $3 条，其余的哈希也已丢失。日志在其后继续；城市不会认可此后的签名。"),
        Reason(@"(.+?) is not there\. Lost: the entries (\d+) to (\d+)\.", "$1 不在原处。丢失：第 $2 至 $3 条。"),
        Reason(@"(.+?) has (\d+) bytes instead of (\d+)\. Lost: the entries (\d+) to (\d+)\.", "$1 只有 $2 字节，应有 $3 字节。丢失：第 $4 至 $5 条。"),
        Reason(@"(.+?): the newest segment ends before the entries (\d+) to (\d+), which had numbers: .*", "$1：最新一段在第 $2 至 $3 条之前结束，这些条目已有编号：断电时尚未写入，或其后丢失。日志在其后继续。"),
        Reason(@"(.+?): the newest segment was cut, or its end was damaged: the entries (\d+) to (\d+) are lost.*", "$1：最新一段被截短或其末尾已损坏，第 $2 至 $3 条丢失。其哈希仍在，日志在其后继续。"),
        Reason("(.+?) was not there, although its segments are: .*", "$1 不在原处，而日志各段仍在：文件被人移走，可能是为更换组件栈。已由日志各段重建。"),
        Reason(@"(.+?) was removed(?: or cut)?\. It is made again from the segments\.", "$1 被移走或截短，已由日志各段重建。"),
        Reason(@"(.+?) is new or older than the log: the checkpoints and receipts of (\d+) evicted segments?, below entry (\d+), are lost.*", "$1 是新的，或比日志旧：第 $3 条以下已清除的 $2 段的检查点与回执已丢失，为其保留的配置、校准与启动记录亦然。"),
        Reason(@"(.+?) is that of another log \(its segments.*", "$1 属于另一日志（其中各段并非此处各段），未予采信，已由日志各段重建。"),
        Reason(@"(.+?) is that of another log \((.+?)\), and is not believed\. It is made.*", "$1 属于另一日志（$2），未予采信，已由日志各段重建。"),
        Reason(@"(.+?) is that of another log \((.+?)\), and is not believed\.", "$1 属于另一日志（$2），未予采信。"),
        Reason(@"The broker (\S+) did not answer within (\S+) s\.", "消息服务器 $1 在 $2 秒内未应答。"),
        Reason("Cannot connect to the broker (.+?): (.+)", "无法连接消息服务器 $1（$2）。"),
        Reason("The broker (.+?) cannot be reached: (.+)", "无法连接消息服务器 $1（$2）。"),
        Reason("The broker (.+?) refused the connection: (.+)", "消息服务器 $1 拒绝连接（$2）。"),
        Reason("The broker (.+?) refused the subscription to (.+?): (.+)", "消息服务器 $1 拒绝订阅 $2（$3）。"),
        Reason("The link to the broker (.+?) did not hold: (.+)", "与消息服务器 $1 的连接未能保持（$2）。"),
    ];

    /// <summary>A whole sentence.</summary>
    public static string Of(string english)
    {
        foreach (var (pattern, chinese) in Known)
        {
            if (pattern.Match(english) is { Success: true } match)
                return match.Result(chinese).Replace(".）", "）", StringComparison.Ordinal);
        }

        return Quoted(english);
    }

    /// <summary>A piece of damage; one that is not known here, by what it cost.</summary>
    public static string Of(NotedDamage damage) =>
        Of(damage.What) is var chinese && (damage.Count == 0 || chinese != Quoted(damage.What)) ? chinese : $"自第 {Number(damage.First)} 条起丢失 {Number(damage.Count)} 条。{chinese}";

    private static string Quoted(string english) => $"“{english}”。";

    private static (Regex English, string Chinese) Reason(string english, string chinese) =>
        (new Regex($"^{english}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline), chinese);
}
