namespace Edge.Gateway.Identity;

/// <summary>Why a gateway may not start under its name. The service does not know who reads its journal: each is said in English and in Chinese.</summary>
internal static class IdentityWords
{
    public static string KeyInUse(string key, string origin) =>
        $"{key} is in use: another gateway process signs the log of {origin} with it (fuser {key} names it). Two logs under one name are refused by the city for ever: stop one of the two; a second gateway needs an identity of its own (edge-gateway keygen).\n"
        + $"{key} 正在使用：另一网关进程正以此密钥为 {origin} 的日志签名（用 fuser {key} 可查）。同一名称下的两份日志会被城市永久拒绝：请停止其中之一；第二台网关须有自己的身份（edge-gateway keygen）。";

    /// <param name="marker">The file that says so.</param>
    public static string AnotherLog(string store, string known, string origin, string marker) =>
        $"{store} is not the log that the key of {origin} has signed last: that one is in {known}, and it is still there (so says {marker}). The city accepts one history only, the one that goes on from what it holds. "
        + $"Name {known} under store: in the configuration; if the log was moved here on purpose and this one is the newer, move {known} away, and start again.\n"
        + $"{store} 不是 {origin} 的密钥最近签名的日志：那份日志在 {known}，且仍在原处（据 {marker}）。城市只认可从其所存续写的一份历史。请在配置的 store: 中写明 {known}；若日志是有意移到此处且此份较新，请移走 {known} 后重新启动。";
}
