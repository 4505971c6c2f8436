using System.CommandLine;
using Edge.Gateway.Consequences;
using Edge.Gateway.Evidence;
using Edge.Gateway.Export;

namespace Edge.Gateway.Commands;

/// <summary>What every export asks first: which gateway, in which language.</summary>
internal static class ExportSource
{
    private static readonly string[] Places = ["gateway.yaml", "/etc/edge/gateway.yaml"];

    public static Option<string?> Configuration(HelpWords help) => new("--config") { Description = help.ConfigurationOr(Places) };

    /// <param name="what">What it is the language of; null: of all that the command says.</param>
    public static Option<string?> Language(HelpWords help, string? what = null)
    {
        var language = new Option<string?>("--lang") { Description = what ?? help.Language };
        language.AcceptOnlyFromAmong("en", "zh");
        return language;
    }

    public static ExportWords Words(string? language) => IsChinese(language) ? ExportWords.Chinese : ExportWords.English;

    public static EvidenceWords Why(string? language) => IsChinese(language) ? EvidenceWords.Chinese : EvidenceWords.English;

    /// <summary>Whether messages are Chinese: by what was asked for, else by the locale in the order of POSIX.</summary>
    public static bool IsChinese(string? language)
    {
        var code = language ?? new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        return code.StartsWith("zh", StringComparison.Ordinal);
    }

    /// <exception cref="InputException">No file is named, and none lies where it is looked for.</exception>
    public static string Find(ExportWords words, bool orStore)
    {
        var found = Array.Find(Places, p => File.Exists(p) || Unreadable.Is(p)) ?? throw new InputException(words.NoConfiguration(orStore));
        if (Unreadable.Is(found))
            throw new InputException(words.ConfigurationHidden(found));
        Console.Error.WriteLine(words.ConfigurationFound(found));
        return found;
    }
}
