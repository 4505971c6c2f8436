namespace Edge.Gateway.Commands;

/// <summary>What <c>--help</c> says of commands and options, in one language.</summary>
internal abstract class HelpWords
{
    public static HelpWords English { get; } = new EnglishHelpWords();

    public static HelpWords Chinese { get; } = new ChineseHelpWords();

    public abstract string Program { get; }

    public abstract string Configuration { get; }

    /// <param name="places">Where it is looked for.</param>
    public abstract string ConfigurationOr(IReadOnlyList<string> places);

    public abstract string Language { get; }

    /// <summary>Where help is.</summary>
    public abstract string See(string command);

    public abstract string Run { get; }

    public abstract string Status { get; }

    public abstract string Config { get; }

    /// <summary>Of <c>status</c>: what it says, and its exit codes.</summary>
    public abstract string HowItIs { get; }

    public abstract string Json { get; }

    public abstract string Brief { get; }

    public abstract string Watch { get; }

    public abstract string Check { get; }

    public abstract string Keygen { get; }

    public abstract string Origin { get; }

    public abstract string KeyType { get; }

    public abstract string KeyOutput { get; }

    public abstract string Export { get; }

    public abstract string Tiles { get; }

    public abstract string TilesFolder { get; }

    public abstract string Store { get; }

    public abstract string Newest { get; }

    public abstract string Cose { get; }

    public abstract string CoseOutput { get; }

    public abstract string CoseIndex { get; }

    public abstract string ReceiptOnly { get; }

    public abstract string EntryOutput { get; }

    public abstract string FromSize { get; }

    public abstract string Evidence { get; }

    public abstract string Channel { get; }

    public abstract string WithValue { get; }

    public abstract string Since(string example, string another);

    public abstract string Until { get; }

    public abstract string Index { get; }

    public abstract string From { get; }

    public abstract string To { get; }

    public abstract string Slim { get; }

    public abstract string EvidenceOutput { get; }
}
