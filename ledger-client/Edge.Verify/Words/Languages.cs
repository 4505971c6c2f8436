namespace Edge.Verify.Words;

/// <summary>Which language to speak.</summary>
public static class Languages
{
    public static Language? TryParse(string code) => code switch
    {
        "en" => Language.English,
        "zh" => Language.Chinese,
        _ => null,
    };

    public static string Code(Language language) => language == Language.Chinese ? "zh" : "en";

    /// <summary>By the first of LC_ALL, LC_MESSAGES and LANG that is set: Chinese when it starts with zh, else English.</summary>
    public static Language Of(Func<string, string?> environment)
    {
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        return locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
    }

    public static Phrases Phrases(Language language) => language == Language.Chinese ? new ChinesePhrases() : new EnglishPhrases();
}
