namespace Edge.Gateway.Commands;

/// <summary>Why no key was made, in one language.</summary>
internal sealed class KeygenWords(bool chinese)
{
    public static KeygenWords English { get; } = new(chinese: false);

    public static KeygenWords Chinese { get; } = new(chinese: true);

    public string NotAName(string name) => chinese
        ? $"“{name}”不是网关的名称。请写 <城市域名>/<网关编号>，例如 city.example/water-gw-0001。"
        : $"\"{name}\" is not a gateway's name. Write <city domain>/<gateway id>, for example city.example/water-gw-0001.";

    public string OnlySm2(string name) => chinese
        ? $"{name} 的日志用 SM3 构建，只能以 SM2 签名。请去掉 --type，或写 --type sm2。"
        : $"The log of {name} is built with SM3, and signed with SM2 only. Leave --type out, or write --type sm2.";

    public string IsThere(string path) => chinese
        ? $"{path} 已存在。密钥绝不覆盖：失去密钥即失去日志的名称。请另选文件。"
        : $"{path} is there already. A key is never overwritten: whoever loses it loses the log's name. Choose another file.";

    /// <param name="why">The system's own words.</param>
    public string NotWritten(string path, string why) => chinese
        ? $"无法写入 {path}（{why}）。请另选位置。"
        : $"{path} cannot be written ({why}). Choose another place.";
}
