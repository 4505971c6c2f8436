using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using Edge.Ledger.Text;

namespace Edge.Gateway.Commands;

/// <summary>The help of a command within the columns of the terminal, in either script: what it does and ends with, how it is called, its options, an example.</summary>
internal sealed class HelpPage(HelpWords words, int width) : SynchronousCommandLineAction
{
    private const int Gap = 2;

    private readonly StringBuilder _page = new();

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.Write(Of(parseResult.CommandResult.Command));
        return 0;
    }

    public string Of(Command command)
    {
        var path = Path(command);
        var called = $"{Failure.Program} {path}".TrimEnd();
        Hanging("", command.Description ?? "");
        _page.Append('\n');
        Hanging(words.UsageHead, string.Join(' ', [called, .. command.Arguments.Select(a => a.Name), .. command.Subcommands.Count > 0 ? new[] { words.CommandPlace } : [], words.OptionsPlace]));
        Rows(
        [
            .. command.Subcommands.Select(c => (c.Name, FirstSentence(c.Description ?? ""))),
            .. command.Arguments.Select(a => ($"<{a.Name}>", a.Description ?? "")),
            .. command.Options.Where(o => o is not (HelpOption or VersionOption)).Select(o => (Label(o), o.Description + (o.Required ? words.Needed : ""))),
            ("-h, --help", words.ThisHelp),
        ]);
        if (Examples.Of(path) is { } example)
        {
            _page.Append('\n');
            _page.Append(words.ExampleHead).Append(Failure.Program).Append(' ').Append(example).Append('\n');
        }

        return _page.ToString();
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}".Trim() : "";

    private static string Label(Option option)
    {
        if (option.ValueType == typeof(bool))
            return option.Name;
        var allowed = option.GetCompletions(CompletionContext.Empty).Select(c => c.Label).ToList();
        var value = option.HelpName ?? (allowed.Count > 0 ? string.Join('|', allowed) : option.Name.TrimStart('-').ToUpperInvariant());
        return option.Arity.MinimumNumberOfValues == 0 ? $"{option.Name} [{value}]" : $"{option.Name} {value}";
    }

    private static string FirstSentence(string text) =>
        text.IndexOf('。', StringComparison.Ordinal) is > 0 and var chinese ? text[..(chinese + 1)] : text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var english ? text[..(english + 1)] : text;

    private void Rows(IReadOnlyList<(string Label, string Text)> rows)
    {
        _page.Append('\n');
        var labels = Math.Min(rows.Max(r => TextWidth.Of(r.Label)), width / 2);
        foreach (var (label, text) in rows)
            Hanging(new string(' ', Gap) + TextWidth.Left(label, labels) + new string(' ', Gap), text);
    }

    private void Hanging(string first, string text)
    {
        var indent = TextWidth.Of(first);
        _page.Append(first).AppendJoin("\n" + new string(' ', indent), LineBreaker.Lines(text, width - indent)).Append('\n');
    }
}
