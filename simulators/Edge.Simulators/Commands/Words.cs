using System.Globalization;

namespace Edge.Simulators.Commands;

/// <summary>What the simulator says to people, in English or Simplified Chinese.</summary>
/// <param name="chinese">Simplified Chinese.</param>
public sealed class Words(bool chinese)
{
    /// <param name="language">en or zh; null: by the first of LC_ALL, LC_MESSAGES and LANG that is set.</param>
    public static Words Of(string? language)
    {
        var code = language ?? new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        return new Words(code.StartsWith("zh", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What a running simulator answers.</summary>
    public string Answer(string english) => chinese ? ChineseAnswers.Of(english) : english;

    /// <summary>It has ended.</summary>
    public string Ended => chinese ? "模拟器已结束。" : "Ended.";

    /// <summary>What is served where.</summary>
    public string Serving(int sensors, int channels, string socket) => chinese
        ? $"模拟 {sensors} 个传感器、{channels} 个测点，监听 {socket}。"
        : $"Simulating {sensors} sensors with {channels} channels at {socket}.";

    /// <summary>Nobody knows this recording's header. The second line is a command to copy.</summary>
    public string Drafting(string recording) => chinese
        ? $"没有适用于 {recording} 的映射，已自动拟定：各数值列接 4-20 mA 输入，量程取自数据，单位未知。如需修订，运行下面的命令，改好后用 --mapping my.yaml：\n  {OwnCommand.Map(recording)} > my.yaml"
        : $"No mapping knows {recording}: a draft is used. Its numeric columns go to 4-20 mA inputs, ranges from the data, units unknown. To correct it, run this, edit the file, then use --mapping my.yaml:\n  {OwnCommand.Map(recording)} > my.yaml";

    /// <summary>What is replayed how fast.</summary>
    public string Replaying(string file, int rows, double speed)
    {
        var times = speed.ToString("0.###", CultureInfo.InvariantCulture);
        return chinese ? $"回放 {file}：{rows} 行，{times} 倍速。" : $"Replaying {file}: {rows} rows at {times} times real time.";
    }

    /// <summary>Whose data it is.</summary>
    public string Attribution(string attribution) => chinese ? $"数据来源：{attribution}。" : $"Data: {attribution}.";
}
