namespace Edge.Ledger.City.Commands;

/// <summary>Why no key was made, in one language.</summary>
internal sealed class KeygenWords(bool chinese)
{
    /// <summary>By what was asked for, else by the locale in the order of POSIX.</summary>
    public static KeygenWords Of(string? language)
    {
        var code = language ?? new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        return new KeygenWords(code.StartsWith("zh", StringComparison.Ordinal));
    }

    /// <param name="why">Where the name is wrong.</param>
    public string NotAName(string name, string why) => chinese
        ? $"“{name}”不能作为密钥的名称。日志写 <城市域名>/<网关编号> 或城市域名，例如 city.example/water-gw-0001；部门写其名称，例如 water.city.example。"
        : $"\"{name}\" cannot be the name of such a key: {why}. Write for a log <city domain>/<gateway id> or the city's domain, for example city.example/water-gw-0001; for a department its name, for example water.city.example.";

    public string OnlySm2(string name) => chinese
        ? $"{name} 的日志用 SM3 构建，只能以 SM2 签名。请去掉 --algorithm，或写 --algorithm sm2。"
        : $"The log of {name} is built with SM3, and signed with SM2 only. Leave --algorithm out, or write --algorithm sm2.";

    public string IsThere(string path) => chinese
        ? $"{path} 已存在。密钥绝不覆盖：失去密钥即失去其名称。请另选文件。"
        : $"{path} already exists. A key is never overwritten: whoever loses it loses its name. Choose another file.";

    /// <param name="why">The system's own words.</param>
    public string NotWritten(string path, string why) => chinese
        ? $"无法写入 {path}（{why}）。请另选位置。"
        : $"{path} cannot be written ({why}). Choose another place.";
}
