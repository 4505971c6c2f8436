using System.Text.RegularExpressions;
using Edge.Testing;

namespace Edge.Ledger.Tests.Examples;

/// <summary>The examples that are read are the examples that run.</summary>
public sealed partial class PageTextTests
{
    private const string Page = "ledger-client/Edge.Ledger/README.md";
    private const string Source = "tests/ledger-client/Edge.Ledger.Tests/Examples/PageTests.cs";

    [Fact]
    public void The_page_shows_what_is_compiled_and_run()
    {
        (string, string)[] shown = [.. Block().Matches(Read(Page)).Select(m => (m.Groups["heading"].Value, m.Groups["code"].Value.TrimEnd()))];
        (string, string)[] run = [.. Region().Matches(Read(Source)).Select(m => (m.Groups["heading"].Value, Unindented(m.Groups["code"].Value)))];

        Assert.NotEmpty(run);
        Assert.Equal(run, shown);
    }

    [Fact]
    public void The_page_has_no_other_code() =>
        Assert.Equal(Block().Count(Read(Page)), Read(Page).Split("```csharp").Length - 1);

    private static string Unindented(string code) =>
        string.Join('\n', code.TrimEnd().Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Programs.RepositoryRoot, file)).ReplaceLineEndings("\n");

    // A heading, perhaps a paragraph, the code.
    [GeneratedRegex(@"^## (?<heading>[^\n]+)\n((?!^## |^```)[^\n]*\n)*```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"^ *// Page: (?<heading>[^\n]+)\n(?<code>.*?)^ *// ---$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Region();
}
