namespace Edge.Gateway.Configuration;

public static partial class ChineseProblems
{
    /// <summary>Of the files that a gateway's identity is made of.</summary>
    private static (string English, string Chinese)[] OfIdentity =>
    [
        ("There is no key at {}. Make one: {}", "没有密钥文件 $1。请生成：$2"),
        ("{}: others than its owner may use it. Run: {}", "$1：属主以外的用户也可使用。请运行：$2"),
        ("{} is not a gateway's key: {}", "$1 不是网关的密钥文件"),
        ("{} holds a key of {}, but {} says origin: {}. Use that gateway's key, or correct the origin", "$1 是 $2 的密钥，而 $3 中写的是 origin: $4。请用该网关的密钥，或改正 origin"),
        ("There is no policy at {}. Get the city's policy file and name it under policy: in {}", "没有信任策略文件 $1。请向城市索取，并在 $2 的 policy: 中写明"),
        ("{} is not a policy: {}", "$1 不是信任策略文件"),
        ("{} does not admit this gateway: it has no line \"{}\". Have the city add it, or get the policy of {}", "$1 未准入本网关：其中没有“$2”这一行。请城市加入，或索取 $3 的信任策略文件"),
        ("{} does not name the log of {}: no receipt could be believed. Get that city's policy, or correct origin: in {}", "$1 中没有 $2 的日志：任何回执都无法采信。请索取该城市的信任策略文件，或改正 $3 中的 origin"),
        ("{} holds no log, but the key of {} has signed one, kept in {} (so says {}). A second log under this name would be refused by the city for ever. {}", "$1 中没有日志，但 $2 的密钥已签署过日志，保存在 $3（据 $4）。同名的第二份日志会被城市永久拒绝。请恢复该日志：在配置的 store: 中写明其目录，或复制回原处。若已丢失，请用 edge-gateway keygen 以另一网关编号建立新的身份，并由城市准入"),
    ];
}
