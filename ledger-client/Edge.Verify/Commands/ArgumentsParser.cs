using System.Text;
using Edge.Ledger.Merkle;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Commands;

/// <summary>Reads the command line. Options may stand anywhere, with their value after a blank or an equals sign; "--" ends them.</summary>
public sealed class ArgumentsParser
{
    private const string AccuseVerb = "accuse";
    private const string PageVerb = "page";

    private readonly Dictionary<string, string> _values = [];
    private readonly List<string> _files = [];

    private ArgumentsParser()
    {
    }

    public static bool AsksForHelp(IEnumerable<string> args) => Options(args).Any(a => a is "--help" or "-h" or "-?");

    public static bool AsksForVersion(IEnumerable<string> args) => Options(args).Contains("--version");

    /// <summary>Whether the answer is to be JSON, known even where the rest of the line is wrong.</summary>
    public static bool AsksForJson(IEnumerable<string> args) => Options(args).Contains("--json");

    /// <summary>The language asked for, known even where the rest of the line is wrong.</summary>
    public static Language? LanguageOf(IReadOnlyList<string> args)
    {
        string[] options = [.. Options(args)];
        for (var i = 0; i < options.Length; i++)
        {
            var value = options[i] == "--lang" && i + 1 < options.Length ? options[i + 1] : options[i].StartsWith("--lang=", StringComparison.Ordinal) ? options[i][7..] : "";
            if (Languages.TryParse(value) is { } language)
                return language;
        }

        return null;
    }

    /// <exception cref="UsageException">The line is wrong.</exception>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var parser = new ArgumentsParser();
        var accuses = args is [AccuseVerb, ..];
        parser.Read(accuses ? [.. args.Skip(1)] : args);
        if (accuses && parser._files.Count != 2)
            throw new UsageException(UsageFault.NotTwoAccused, $"{parser._files.Count}");
        if (parser._files.Count == 0)
            throw new UsageException(UsageFault.NoEvidence, "");
        if (!accuses && parser._files.Count > 1)
            throw new UsageException(UsageFault.SecondEvidence, parser._files[1]);
        if (!accuses && parser._values.ContainsKey("--out"))
            throw new UsageException(UsageFault.UnknownOption, "--out");
        return new Arguments(
            parser._files[0],
            parser._values.GetValueOrDefault("--policy") ?? throw new UsageException(UsageFault.NoPolicy, ""),
            parser._values.TryGetValue("--lang", out var lang) ? Languages.TryParse(lang) ?? throw new UsageException(UsageFault.NotALanguage, lang) : null,
            parser._values.TryGetValue("--zone", out var zone) ? Instants.TryParseZone(zone) ?? throw new UsageException(UsageFault.NotAZone, zone) : TimeSpan.Zero,
            parser._values.ContainsKey("--json"),
            parser._values.ContainsKey("--full"),
            parser._values.GetValueOrDefault("--html"),
            parser._values.GetValueOrDefault("--entry"),
            parser._values.TryGetValue("--root", out var root) ? TryParseRoot(root) ?? throw new UsageException(UsageFault.NotARoot, root) : null,
            accuses ? (parser._files[1], parser._values.GetValueOrDefault("--out") ?? throw new UsageException(UsageFault.NoOutput, "")) : null);
    }

    /// <summary>Where the verifier's page is to be written; null when something else was asked for.</summary>
    /// <exception cref="UsageException">The line is wrong.</exception>
    public static string? ParsePage(IReadOnlyList<string> args)
    {
        if (args is not [PageVerb, ..])
            return null;
        var parser = new ArgumentsParser();
        parser.Read([.. args.Skip(1)]);
        var unknown = parser._files.Concat(parser._values.Keys.Where(name => name is not ("--out" or "--lang"))).FirstOrDefault();
        return unknown is null
            ? parser._values.GetValueOrDefault("--out") ?? throw new UsageException(UsageFault.NoOutput, "")
            : throw new UsageException(UsageFault.UnknownOption, unknown);
    }

    /// <summary>In base64, as checkpoints and exports state it, or in hex, as reports and JSON do; which of the two is told by the length.</summary>
    private static Hash32? TryParseRoot(string text)
    {
        if (text.Length == 2 * Hash32.Size)
            return text.All(char.IsAsciiHexDigit) ? new Hash32(Convert.FromHexString(text)) : null;
        return Hash32.TryParseBase64(Encoding.UTF8.GetBytes(text), out var root) ? root : null;
    }

    private static IEnumerable<string> Options(IEnumerable<string> args) => args.TakeWhile(a => a != "--");

    private void Read(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                _files.AddRange(args.Skip(i + 1));
                return;
            }

            if (args[i].Length < 2 || args[i][0] != '-')
            {
                _files.Add(args[i]);
                continue;
            }

            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[i] : args[i][..equals];
            switch (name)
            {
                case "--json" or "--full" when equals < 0:
                    Set(name, "");
                    break;
                case "--policy" or "-p" or "--lang" or "--zone" or "--html" or "--entry" or "--root" or "--out" when equals > 0:
                    Set(name, args[i][(equals + 1)..]);
                    break;
                case "--policy" or "-p" or "--lang" or "--zone" or "--html" or "--entry" or "--root" or "--out":
                    Set(name, ++i < args.Count ? args[i] : throw new UsageException(UsageFault.NoValue, name));
                    break;
                default:
                    throw new UsageException(UsageFault.UnknownOption, args[i]);
            }
        }
    }

    private void Set(string name, string value)
    {
        if (!_values.TryAdd(name == "-p" ? "--policy" : name, value))
            throw new UsageException(UsageFault.GivenTwice, name);
    }
}
