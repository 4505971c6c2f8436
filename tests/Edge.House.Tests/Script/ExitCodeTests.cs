using System.Text.RegularExpressions;
using Edge.Testing;

namespace Edge.House.Tests.Script;

/// <summary>The table of exit codes against the script and what it says of itself.</summary>
public sealed partial class ExitCodeTests : IDisposable
{
    private readonly ScriptSandbox _machine = new();

    public static TheoryData<string> Verbs => [.. ExitCodeTable.Read().Keys];

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_table_has_every_verb_of_the_help()
    {
        var help = string.Join('\n', (await _machine.Run("--help")).Output);

        Assert.Equal(ExitCodeTable.Read().Keys.Order(StringComparer.Ordinal), Verb().Matches(help).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_set_up_that_fails_ends_with_the_verbs_own_code(string verb)
    {
        _machine.Remove("dotnet");
        _machine.Write("tests/Edge.Store.Tests/Edge.Store.Tests.csproj", "<Project />");
        var (_, expected) = ExitCodeTable.Read()[verb];

        var run = await _machine.Run(verb == "completion" ? [verb, "bash"] : [verb]);

        Assert.Equal(expected ?? 0, run.ExitCode);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_language_nobody_wrote_is_wrong_usage_of_every_verb(string verb) =>
        Assert.Equal(2, (await _machine.Run(verb, "--lang", "fr")).ExitCode);

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Its_help_names_the_codes_of_the_table_and_one_example_in_both_languages_within_eighty_columns(string verb)
    {
        var (codes, setUp) = ExitCodeTable.Read()[verb];
        var expected = codes.Concat(setUp is { } code ? [code] : []).Distinct().Order();
        foreach (var (language, said, example) in new[] { ("en", "Exit code:", "Example:"), ("zh", "退出码：", "例：") })
        {
            var help = (await _machine.Run("--lang", language, verb, "--help")).Output;
            var text = string.Join(' ', help.Select(line => line.Trim()));
            var from = text.IndexOf(said, StringComparison.Ordinal);
            var to = text.IndexOf(example, StringComparison.Ordinal);

            Assert.InRange(from, 0, to);
            Assert.Equal(expected, Number().Matches(text[from..to]).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order());
            Assert.Single(help, line => line.Contains(example, StringComparison.Ordinal));
            Assert.All(help, line => Assert.True(line.Sum(c => c >= '\u2E80' ? 2 : 1) <= 80, line));
        }
    }

    [GeneratedRegex(@"^  \./edge ([a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?<![\w.])[0-9](?![\w.])")]
    private static partial Regex Number();
}
