using System.Text.RegularExpressions;

namespace Edge.Verify.Words;

/// <summary>
/// In Chinese, why bytes are not a policy, a key, a note or a checkpoint: parsers of the core say it in English, in sentences of their own. Where one stands
/// in another, as a key's fault in a policy's line, both are told.
/// </summary>
public static class FormFaults
{
    private static readonly (Regex English, string Chinese)[] Places =
    [
        Fault(@"(?:policy|note|checkpoint|note signatures), line (\d+): (?<inner>.+)", "第 $1 行："),
        Fault("(?:policy|note|note signatures): (?<inner>.+)", ""),
        Fault(@"key (\S*): (?<inner>.+)", "密钥 $1："),
    ];

    private static readonly (Regex English, string Chinese)[] Known =
    [
        Fault("no quorum line; add \"quorum <witness or group>\"", "没有 quorum 行；请加上“quorum <见证者或组>”"),
        Fault("a second quorum line", "quorum 行重复"),
        Fault("wrong number of words after \"(.+)\"", "“$1”之后的词数不对"),
        Fault("\"(.+)\" is not one of log, witness, group, quorum", "“$1”不是 log、witness、group、quorum 之一"),
        Fault("threshold \"(.+)\" is not all, any or a number from 1 to (.+)", "门槛“$1”不是 all、any 或 1 至 $2 的数"),
        Fault("groups are nested deeper than (.+)", "组的嵌套超过 $1 层"),
        Fault("\"(.+)\" is already a member of a group", "“$1”已是某个组的成员"),
        Fault("\"(.+)\" is not defined on a line above", "“$1”在其上各行没有定义"),
        Fault("the name \"(.+)\" is reserved", "名称“$1”不可使用"),
        Fault("the name \"(.+)\" is defined twice", "名称“$1”重复定义"),
        Fault(@"(\S+) has a key of type (.+), which no (\S+) has", "$1 的密钥类型为 $2，不能用于 $3"),
        Fault("the public key of (.+) is listed twice", "$1 的公钥重复列出"),
        Fault("two keys of (.+) have one key id", "$1 的两个密钥标识相同"),
        Fault("more than (.+) keys", "密钥超过 $1 个"),

        Fault("key \"(.*)\": must have the form name\\+hex\\(keyid\\)\\+base64\\(type \\|\\| public key\\)", "密钥“$1”应写成“名称+十六进制密钥标识+base64（类型与公钥）”"),
        Fault("key name \"(.*)\": must be non-empty, without spaces, plus or control characters, at most (.+) bytes", "密钥名称“$1”须非空，不含空格、加号或控制字符，至多 $2 字节"),
        Fault("the part after the second plus is not canonical base64 of a type byte and a key", "第二个加号之后不是类型字节与公钥的规范 base64"),
        Fault("key id (.*) does not fit name and key, which give (.+)", "密钥标识 $1 与名称和公钥不符，应为 $2"),
        Fault("signature type (.+) is not supported; known are (.+)", "不支持签名类型 $1；支持 $2"),
        Fault("a log that is built with SM3 is signed with SM2 only, not with (.+)", "以 SM3 构建的日志只能用 SM2 签名，不能用 $1"),
        Fault("an ECDSA P-256 public key is a SubjectPublicKeyInfo of (.+) bytes with an uncompressed point", "ECDSA P-256 公钥应为 $1 字节、未压缩点的 SubjectPublicKeyInfo"),
        Fault("the ECDSA public key is not a point of P-256", "ECDSA 公钥不是 P-256 上的点"),
        Fault("the ECDSA key is not on P-256", "ECDSA 密钥不在 P-256 上"),
        Fault("an Ed25519 public key has (.+) bytes, not (.+)", "Ed25519 公钥应为 $1 字节，而非 $2 字节"),
        Fault("an SM2 public key is an uncompressed point of (.+) bytes", "SM2 公钥应为 $1 字节的未压缩点"),
        Fault("the SM2 public key is not a point of its curve", "SM2 公钥不是其曲线上的点"),
        Fault("this system's libcrypto was built without SM2 or SM3; use one that has both", "本机的 libcrypto 不含 SM2 或 SM3；请换用二者兼备的"),

        Fault(@"(\d+) bytes; at most (\d+) are accepted", "共 $1 字节；至多 $2 字节"),
        Fault("control character (.+); save the file with LF line ends", "控制字符 $1；请以 LF 换行保存文件"),
        Fault("control character (0x..)", "控制字符 $1"),
        Fault("not valid UTF-8", "不是有效的 UTF-8"),
        Fault("the last line does not end in a newline", "最后一行没有换行符"),
        Fault("the line does not end in a newline", "行末没有换行符"),
        Fault("the text ends too early", "内容不完整"),
        Fault("no empty line between text and signatures", "正文与签名之间没有空行"),
        Fault("no signature", "没有签名"),
        Fault("not \"— <key name> <base64>\"", "不是“— <密钥名称> <base64>”"),
        Fault("more than (.+) signatures", "签名超过 $1 个"),
        Fault("not an origin: it must be a key name", "不是日志名称"),
        Fault("the size is not a decimal number without leading zeros below 2\\^63", "条数不是小于 2^63、无前导零的十进制数"),
        Fault("the root is not the canonical base64 of 32 bytes", "根不是 32 字节的规范 base64"),
        Fault("extension lines are not accepted", "不接受扩展行"),
        Fault("the root of an empty tree is the hash of nothing", "空树的根应为空内容的哈希值"),
        Fault("the file does not start with the line (.+), (.+) or (.+)", "文件首行不是 $1、$2 或 $3"),
    ];

    /// <summary>As it is where it is none of the sentences known.</summary>
    /// <param name="fault">What the core's parser says.</param>
    public static string InChinese(string fault) => Find(fault) ?? fault;

    private static string? Find(string fault)
    {
        foreach (var (english, chinese) in Known)
        {
            if (english.Match(fault) is { Success: true } match)
                return match.Result(chinese);
        }

        foreach (var (english, chinese) in Places)
        {
            if (english.Match(fault) is { Success: true } match && Find(match.Groups["inner"].Value) is { } inner)
                return match.Result(chinese) + inner;
        }

        return null;
    }

    private static (Regex English, string Chinese) Fault(string english, string chinese) =>
        (new Regex($"^{english}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), chinese);
}
