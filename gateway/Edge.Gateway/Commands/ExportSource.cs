using System.CommandLine;
using Edge.Gateway.Export;

namespace Edge.Gateway.Commands;

/// <summary>What every export asks first: which gateway, in which language.</summary>
internal static class ExportSource
{
    private static readonly string[] Places = ["gateway.yaml", "/etc/edge/gateway.yaml"];

    public static Option<string?> Configuration() => new("--config") { Description = $"The gateway's YAML file. Default: {string.Join(", then ", Places)}." };

    public static Option<string?> Language()
    {
        var language = new Option<string?>("--lang") { Description = "Language of messages: en, zh. Default: by LC_ALL, LC_MESSAGES, LANG." };
        language.AcceptOnlyFromAmong("en", "zh");
        return language;
    }

    public static ExportWords Words(string? language)
    {
        var code = language ?? new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        return code.StartsWith("zh", StringComparison.Ordinal) ? ExportWords.Chinese : ExportWords.English;
    }

    /// <exception cref="InputException">No file is named, and none lies where it is looked for.</exception>
    public static string Find(ExportWords words, bool orStore)
    {
        var found = Array.Find(Places, File.Exists) ?? throw new InputException(words.NoConfiguration(orStore));
        Console.Error.WriteLine(words.ConfigurationFound(found));
        return found;
    }
}
