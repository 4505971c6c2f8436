using System.Globalization;
using Edge.Demo.Evidence;
using Edge.Demo.Towns;

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

    public string Replacing(string folder, int files) => Say(
        $"What an earlier run left in {folder} ({files} {(files == 1 ? "file" : "files")}, its evidence among them) is replaced.",
        $"先前运行留在 {folder} 的 {files} 个文件（包括证据文件）已被替换。");

    public string Founding(string folder) => Say($"A city on this machine, in {folder}", $"在本机建立一座城市，位于 {folder}");

    /// <param name="product">What it is of somebody else's; null for the project's own.</param>
    public string Starting(string name, string? product) =>
        Say($"starting {name}{(product is null ? "" : $" ({product})")}", $"启动{ChineseName(name)}{(product is null ? "" : $"（{product}）")}");

    public string Measuring(int seconds) => Say(
        $"Measuring for {seconds} seconds: readings taken, entries sealed and anchored, age of what waits, departments",
        $"测量 {seconds} 秒：读数、已封存条目、已上链存证条目、等待时长、应答部门");

    public string Look(string address) => Say($"Look at it meanwhile, with a browser on this machine: http://{address}/", $"测量期间可用本机浏览器查看：http://{address}/");

    public string Tap(string address) => Say($"What a citizen sees who scans the code at the tap: http://{address}/tap", $"市民在取水点扫码后所见：http://{address}/tap");

    public string Pages(string address, bool hasTap) => Say(
        $"While it measured there was the site page, http://{address}/{(hasTap ? $", and the tap's, http://{address}/tap" : "")}. To look for longer:",
        $"测量期间可查看现场页面 http://{address}/{(hasTap ? $" 和取水点页面 http://{address}/tap" : "")}。需要更长时间查看时：");

    public string Cut(TimeSpan outage) => Say(
        $"The gateway is killed, as by a power cut, and comes back after {outage.TotalSeconds:0} seconds",
        $"网关进程被强行终止（如同断电），{outage.TotalSeconds:0} 秒后恢复");

    public string AcrossTheCut => Say("Evidence across that, which names the gap:", "跨越中断的证据，其中写明缺测：");

    public string Live(TimeSpan at, GatewayState s) => Say(
        string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,5:0} s  readings {s.Readings,6}  sealed {s.Sealed,6}  anchored {s.Anchored,6}  lag {s.LagSeconds,4:0.0} s  depts {s.Answering}/{s.Departments.Count}"),
        string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,5:0} 秒  读数 {s.Readings,6}  封存 {s.Sealed,6}  存证 {s.Anchored,6}  滞后 {s.LagSeconds,4:0.0} 秒  部门 {s.Answering}/{s.Departments.Count}"));

    public string Value(string channel, GatewayState.ChannelState c) => c.Value is { } v
        ? string.Create(CultureInfo.InvariantCulture, $"{channel} {v:0.####} {c.Unit}")
        : $"{channel} {Say("no value", "无值")} ({c.Reason ?? "?"})";

    public string Cutting => Say("Evidence: one file for the newest anchored reading of each channel, each checked by edge-verify", "证据：每个测点取最新已存证读数，各成一个文件，并由 edge-verify 逐一核验");

    public string NoEvidence(string channel, string why) => Say($"{channel}: no evidence: {why}", $"{channel}：没有证据：{why}");

    /// <summary>Where a channel's values come from in a run that replays a recording.</summary>
    public string Origin(ChannelOrigin origin) => origin switch
    {
        ChannelOrigin.Recording => Say("(from the recording)", "（来自实测记录）"),
        ChannelOrigin.Beside => Say("(beside the recording's columns: its device or mapping adds it)", "（不是记录中的列，由器件或映射补充）"),
        _ => Say("(from the built-in bench)", "（来自内置模拟台）"),
    };

    public string RowAgrees(long row, double recorded, double evidence, string unit) => Say(
        string.Create(CultureInfo.InvariantCulture, $"    recording row {row}: {recorded:G6} {unit}; evidence: {evidence:G6} {unit}; equal within the device's resolution"),
        string.Create(CultureInfo.InvariantCulture, $"    实测记录第 {row} 行：{recorded:G6} {unit}；证据：{evidence:G6} {unit}；在器件分辨率内相等"));

    public string RowDiffers(double evidence, string unit, string rows) => Say(
        string.Create(CultureInfo.InvariantCulture, $"    the evidence says {evidence:G8} {unit}, but the recording says {rows}"),
        string.Create(CultureInfo.InvariantCulture, $"    证据为 {evidence:G8} {unit}，但实测记录为 {rows}"));

    public string MissingDomain(string domain) => Say($"No evidence for the domain {domain}.", $"领域 {domain} 没有证据。");

    public string Done(int files) => Say($"{files} evidence files verified. Check one yourself:", $"{files} 个证据文件核验有效。自己核验一个：");

    public string Failed(Exception why) =>
        Say($"The demonstration did not come through: {why.Message}", $"演示未通过：{(why is TownException town ? town.Chinese : why.Message)}");

    public string LogsIn(string folder) => Say($"What each program said is in {folder}", $"各程序的输出在 {folder}");

    public string NotDrawn(string why) => Say($"The picture could not be written: {why}", $"图片无法写入：{why}");

    public string Wrong(string option, string english, string chineseText) => Say($"./edge demo: {option}: {english}", $"./edge demo：{option}：{chineseText}");

    /// <summary>What the parser says of a wrong command line, and where help is.</summary>
    public string WrongLine(string why) => Say($"./edge demo: {why} See: ./edge demo --help", $"./edge demo：{why} 参见：./edge demo --help");

    /// <summary>A program of the town, as it is named in Chinese.</summary>
    public static string ChineseName(string program) => program switch
    {
        "broker" => "消息服务器",
        "city log" => "城市链日志",
        "simulator" => "模拟器",
        "gateway" => "网关",
        _ => $"部门 {program}",
    };

    private string Say(string english, string chineseText) => chinese ? chineseText : english;
}
