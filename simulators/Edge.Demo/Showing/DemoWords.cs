using System.Globalization;

namespace Edge.Demo.Showing;

/// <summary>What the demonstration says, in one language.</summary>
public sealed class DemoWords(bool chinese)
{
    public static DemoWords For(string? language)
    {
        var text = language ?? new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "en";
        return new DemoWords(text.StartsWith("zh", StringComparison.OrdinalIgnoreCase));
    }

    public string Language => chinese ? "zh" : "en";

    public string Founding(string folder) => Say($"A city on this machine, in {folder}", $"在本机建立一座城市，位于 {folder}");

    public string Starting(string name) => Say($"starting {name}", $"启动 {name}");

    public string Measuring(int seconds) => Say(
        $"Measuring for {seconds} seconds: readings taken, entries sealed and anchored, age of what waits, departments",
        $"测量 {seconds} 秒：读数、已封存条目、已上链存证条目、等待时长、应答部门");

    public string Live(TimeSpan at, GatewayState s) => Say(
        string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,5:0} s  readings {s.Readings,6}  sealed {s.Sealed,6}  anchored {s.Anchored,6}  lag {s.LagSeconds,4:0.0} s  departments {s.Answering}/{s.Departments.Count}"),
        string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,5:0} 秒  读数 {s.Readings,6}  封存 {s.Sealed,6}  存证 {s.Anchored,6}  滞后 {s.LagSeconds,4:0.0} 秒  部门 {s.Answering}/{s.Departments.Count}"));

    public string Value(string channel, GatewayState.ChannelState c) => c.Value is { } v
        ? string.Create(CultureInfo.InvariantCulture, $"{channel} {v:0.####} {c.Unit}")
        : $"{channel} {Say("no value", "无值")} ({c.Reason ?? "?"})";

    public string Cutting => Say("Evidence: one file for the newest anchored reading of each channel, each checked by edge-verify", "证据：每个测点取最新已存证读数，各成一个文件，并由 edge-verify 逐一核验");

    public string NoEvidence(string channel, string why) => Say($"{channel}: no evidence: {why}", $"{channel}：没有证据：{why}");

    public string RowAgrees(string channel, long row, double recorded, double evidence, string unit) => Say(
        string.Create(CultureInfo.InvariantCulture, $"    recording row {row} says {recorded:G6} {unit}, the evidence says {evidence:G6} {unit}: equal within the device's resolution"),
        string.Create(CultureInfo.InvariantCulture, $"    实测记录第 {row} 行为 {recorded:G6} {unit}，证据为 {evidence:G6} {unit}：在器件分辨率内相等"));

    public string RowDiffers(string channel, double evidence, string unit, string rows) => Say(
        string.Create(CultureInfo.InvariantCulture, $"    {channel}: the evidence says {evidence:G8} {unit}, but the recording says {rows}"),
        string.Create(CultureInfo.InvariantCulture, $"    {channel}：证据为 {evidence:G8} {unit}，但实测记录为 {rows}"));

    public string MissingDomain(string domain) => Say($"No evidence for the domain {domain}.", $"领域 {domain} 没有证据。");

    public string Done(int files, string folder) => Say(
        $"{files} evidence files verified. Check one yourself:\n  ./edge verify {folder}/evidence/<name>.edge --policy {folder}/policy.txt",
        $"{files} 个证据文件核验有效。自己核验：\n  ./edge verify {folder}/evidence/<名称>.edge --policy {folder}/policy.txt");

    public string Failed(string why) => Say($"The demonstration did not come through: {why}", $"演示未通过：{why}");

    public string LogsIn(string folder) => Say($"What each program said is in {folder}", $"各程序的输出在 {folder}");

    public string Recording(string file) => Say($"Replaying {file} through the simulated devices", $"经模拟器件回放 {file}");

    private string Say(string english, string chineseText) => chinese ? chineseText : english;
}
