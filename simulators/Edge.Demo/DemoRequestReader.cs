using System.CommandLine;
using System.Globalization;
using Edge.Demo.Showing;
using Edge.Demo.Towns;
using Edge.Ledger.Notes;
using Edge.Processes;

namespace Edge.Demo;

/// <summary>Checks what the user asked for before anything is touched or started.</summary>
internal sealed class DemoRequestReader(ParseResult asked, DemoOptions options, DemoWords words)
{
    /// <summary>Beside the types of keys: a log built with SM3.</summary>
    private const string Sm3 = "sm3";

    private readonly List<string> _problems = [];

    /// <summary>One sentence each; empty when the request can be tried.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public DemoRequest Read()
    {
        var plan = new TownPlan { Recording = FileToRead(options.Recording), Mapping = FileToRead(options.Mapping), Speed = Speed(), Seed = Seed(), LogKeys = LogKeys(), BuiltWithSm3 = IsSm3, SitePort = FreePort.Next(), Language = words.Language };
        if (asked.GetValue(options.Recording) is null)
        {
            NeedsRecording(options.Mapping);
            NeedsRecording(options.Speed);
        }

        var folder = Folder();
        var request = new DemoRequest(plan, Seconds(), asked.GetValue(options.Cut), folder, null);
        return request with { Picture = Picture(request) };
    }

    private int Seconds()
    {
        if (asked.GetValue(options.Seconds) is not { } text)
            return 30;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86_400)
            return seconds;
        Complain(options.Seconds, $"write a whole number from 1 to 86400, not \"{text}\".", $"请写 1 到 86400 的整数，而不是“{text}”。");
        return 0;
    }

    private ulong Seed()
    {
        if (asked.GetValue(options.Seed) is not { } text)
            return 1;
        if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            Complain(options.Seed, $"write a whole number from 0, not \"{text}\".", $"请写非负整数，而不是“{text}”。");
        return seed;
    }

    private bool IsSm3 => asked.GetValue(options.Type) == Sm3;

    private KeyType LogKeys()
    {
        if (asked.GetValue(options.Type) is not { } text)
            return KeyType.Ed25519;
        if (IsSm3)
            return KeyType.Sm2;
        if (KeyTypes.ForLogs.TryGetValue(text, out var type))
            return type;
        Complain(options.Type, $"write ed25519, p256, sm2 or sm3, not \"{text}\".", $"请写 ed25519、p256、sm2 或 sm3，而不是“{text}”。");
        return default;
    }

    private string? Speed()
    {
        if (asked.GetValue(options.Speed) is not { } text)
            return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) || !double.IsFinite(speed) || speed <= 0)
            Complain(options.Speed, $"write a number above 0, for example 60, not \"{text}\".", $"请写大于 0 的数，例如 60，而不是“{text}”。");
        return speed.ToString("R", CultureInfo.InvariantCulture);
    }

    private string? Folder()
    {
        if (asked.GetValue(options.Folder) is not { } text)
            return null;
        if (string.IsNullOrWhiteSpace(text))
            Complain(options.Folder, "is empty; name a folder.", "为空；请写目录名。");
        else if (File.Exists(text))
            Complain(options.Folder, $"{text} is a file; name a folder.", $"{text} 是文件；请写目录名。");
        return text;
    }

    private string? Picture(DemoRequest request)
    {
        if (asked.GetValue(options.Picture) is not { } text)
            return null;
        if (string.IsNullOrWhiteSpace(text) || Directory.Exists(text))
        {
            Complain(options.Picture, $"\"{text}\" is not a file's name; name a file that ends in .svg.", $"“{text}”不是文件名；请写以 .svg 结尾的文件名。");
            return null;
        }

        var path = Path.GetFullPath(text);
        var parent = Path.GetDirectoryName(path)!;
        var comes = !string.IsNullOrWhiteSpace(request.Folder) && parent == Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Folder));
        if (!Directory.Exists(parent) && !comes)
            Complain(options.Picture, $"there is no folder {parent}; make it first.", $"没有目录 {parent}；请先建立。");
        if (request.Files.Contains(path))
            Complain(options.Picture, $"{text} would be overwritten; name another file.", $"会覆盖 {text}；请另取文件名。");
        return path;
    }

    private string? FileToRead(Option<string?> option)
    {
        if (asked.GetValue(option) is not { } text)
            return null;
        if (string.IsNullOrWhiteSpace(text))
        {
            Complain(option, "is empty; name a file.", "为空；请写文件名。");
            return null;
        }

        try
        {
            if (Directory.Exists(text))
                Complain(option, $"{text} is a folder; name a file.", $"{text} 是目录；请写文件名。");
            else if (!File.Exists(text))
                Complain(option, $"there is no file {text}.", $"没有文件 {text}。");
            else
                File.OpenRead(text).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complain(option, $"{text} cannot be read: {e.Message} Check its permissions.", $"{text} 无法读取：{e.Message} 请检查权限。");
        }

        return Path.GetFullPath(text);
    }

    private void NeedsRecording(Option<string?> option)
    {
        if (asked.GetValue(option) is not null)
            Complain(option, "works only with a recording; add --recording FILE.", "只用于实测记录；请加 --recording 文件。");
    }

    private void Complain(Option option, string english, string chinese) => _problems.Add(words.Wrong(option.Name, english, chinese));
}
