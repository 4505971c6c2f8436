using System.Globalization;
using System.Text.RegularExpressions;
using Edge.Ledger.Evidence;
using Edge.Testing;
using Edge.Verify.Audit;
using Edge.Verify.Reports;

namespace Edge.Verify.Tests.Words;

/// <summary>Regulators look a code up by its number: the page has every one, in both languages, and no other.</summary>
public sealed partial class VerdictPageTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    public void The_page_has_every_finding_and_no_other(string page)
    {
        var listed = File.ReadAllLines(Path.Combine(Programs.RepositoryRoot, "ledger-client/Edge.Verify", page))
            .Select(line => Row().Match(line)).Where(row => row.Success).Select(row => (int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture), row.Groups[2].Value));
        var known = Enum.GetValues<FindingCode>().Select(c => ((int)c, JsonReport.Snake(c))).Union(Enum.GetValues<AuditCode>().Select(c => ((int)c, JsonReport.Snake(c))));

        Assert.Equal(known.Order(), listed.Order());
    }

    [Fact]
    public void Both_pages_name_the_verdicts_as_the_program_does()
    {
        foreach (var (page, phrases) in new (string, Verify.Words.Phrases)[] { ("README.md", new Verify.Words.EnglishPhrases()), ("README.zh.md", new Verify.Words.ChinesePhrases()) })
        {
            var text = File.ReadAllText(Path.Combine(Programs.RepositoryRoot, "ledger-client/Edge.Verify", page));
            foreach (var verdict in new[] { phrases.Valid("x"), phrases.ValidBut(["x"], "y"), phrases.Invalid("x"), phrases.NotChecked("x") })
                Assert.Contains($"| **{verdict.Split('x')[0].TrimEnd()}", text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^\| (\d+) \| ([a-z_]+) \| .+ \|$")]
    private static partial Regex Row();
}
