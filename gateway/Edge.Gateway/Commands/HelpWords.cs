using Edge.Gateway.Configuration;

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

    /// <summary>Of <c>run</c>, which logs in one language.</summary>
    public abstract string LanguageOfRun { get; }

    /// <summary>What the command-line library says of a wrong command line.</summary>
    public abstract string Usage(string message);

    /// <summary>A command under another that there is not, and where help is.</summary>
    /// <param name="command">As for <see cref="See"/>.</param>
    public abstract string NoCommand(string named, IReadOnlyList<string> known, string command);

    /// <param name="what">What to write; one of the four below.</param>
    public abstract string NotWhole(string option, string text, string what);

    public abstract string AnIndex { get; }

    public abstract string Indices { get; }

    public abstract string IndexNotTime { get; }

    public abstract string ASize { get; }

    public abstract string NotSeconds(string option, string text);

    /// <summary>The problems of a configuration, a line each.</summary>
    public abstract string Unusable(ConfigurationException why);

    /// <summary>What one of them is.</summary>
    public abstract string Message(ConfigurationProblem problem);

    /// <summary>The store holds the log of another gateway.</summary>
    /// <param name="found">That one's name.</param>
    /// <param name="file">The configuration.</param>
    /// <param name="mine">The name that it says.</param>
    public abstract string AnothersLog(string folder, string found, string file, string mine);

    /// <summary>The store holds a log of this name that another key has signed.</summary>
    public abstract string AnotherKeys(string folder, string key);

    /// <summary>Where help is.</summary>
    public abstract string See(string command);

    /// <summary>Before how a command is called, and before its example; with what follows it.</summary>
    public abstract string UsageHead { get; }

    /// <inheritdoc cref="UsageHead"/>
    public abstract string ExampleHead { get; }

    /// <summary>What stands for options and for a command where they are not named.</summary>
    public abstract string OptionsPlace { get; }

    /// <inheritdoc cref="OptionsPlace"/>
    public abstract string CommandPlace { get; }

    /// <summary>Behind an option that cannot be left out.</summary>
    public abstract string Needed { get; }

    public abstract string ThisHelp { get; }

    public abstract string Run { get; }

    public abstract string Status { get; }

    public abstract string Config { get; }

    /// <summary>Of <c>status</c>: what it says, and its exit codes.</summary>
    public abstract string HowItIs { get; }

    public abstract string Json { get; }

    /// <summary>Of commands that write something.</summary>
    public abstract string JsonAnswer { get; }

    public abstract string Brief { get; }

    public abstract string Watch { get; }

    /// <summary>Of <c>damage</c>, and of its option.</summary>
    public abstract string Damage { get; }

    public abstract string Seen { get; }

    public abstract string Check { get; }

    public abstract string Schema { get; }

    /// <summary>Of <c>doctor</c>: what it looks at, and its exit codes; then of its options.</summary>
    public abstract string Doctor { get; }

    public abstract string DoctorJson { get; }

    public abstract string Simulate { get; }

    public abstract string Report { get; }

    public abstract string Sign { get; }

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

    public abstract string Complete { get; }

    public abstract string Slim { get; }

    public abstract string EvidenceOutput { get; }

    /// <summary>Of <c>site</c>, of its commands and their options.</summary>
    public abstract string Site { get; }

    public abstract string Account { get; }

    public abstract string AccountAdd { get; }

    public abstract string AccountRemove { get; }

    public abstract string AccountList { get; }

    public abstract string AccountPassword { get; }

    public abstract string AccountName { get; }

    public abstract string AccountRole { get; }

    public abstract string PasswordFile { get; }

    public abstract string AccountsJson { get; }

    public abstract string SiteCertificate { get; }

    /// <summary><c>site tap-code</c>.</summary>
    public abstract string SiteTapCode { get; }

    /// <summary><c>site tap-code --sheet</c>.</summary>
    public abstract string TapSheet { get; }
}
