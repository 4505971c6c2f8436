using System.Xml.Linq;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Verify.Tests.Commands;

namespace Edge.Verify.Tests.Equivocation;

/// <summary>"--html OUT.html" on an accusation.</summary>
public sealed class EquivocationPageTests : IDisposable
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private readonly SceneFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("en", "Proved: gateway gw-1 signed two histories", "First history", "Second history", "accusation proved")]
    [InlineData("zh", "已证明：网关 gw-1 签署了两份互不相同的历史", "第一份历史", "第二份历史", "指证成立")]
    public void An_accusation_has_its_page_with_both_histories_and_who_accepted_them(string language, string sentence, string first, string second, string word)
    {
        var (code, page) = Page(Accusation(), language);
        Assert.Equal((0, "fault"), (code, page.Descendants(Html + "header").Single().Attribute("class")!.Value));
        Assert.StartsWith(sentence, page.Descendants(Html + "h1").Single().Value, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { first, second }, page.Descendants(Html + "h2").Select(h => h.Value).ToHashSet());
        Assert.Equal(2, page.Descendants(Html + "table").Count(t => t.Attribute("class")!.Value == "departments"));
        Assert.Contains($"@top-right {{ content: \"{word}\"", page.Descendants(Html + "style").Single().Value, StringComparison.Ordinal);
        Assert.Contains("edge-verify accusation.edge --policy policy.txt", page.Value, StringComparison.Ordinal);

        // Both roots stand whole in the appendix.
        Assert.Contains(Convert.ToHexStringLower(TreeHasher.Sha256.Leaf([1]).Bytes), page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proved_fault_does_not_wear_the_sign_of_valid_evidence()
    {
        var valid = Page(_files.One, "en").Page;
        var accusation = Page(Accusation(), "en").Page;

        Assert.NotEqual(Sign(valid), Sign(accusation));

        static string Sign(XElement page) => page.Descendants(Html + "path").First(p => p.Attribute("class")!.Value == "sign").Attribute("d")!.Value;
    }

    [Fact]
    public void Accusing_writes_the_page_at_once_the_same_as_of_the_file_and_none_when_there_is_nothing_to_accuse()
    {
        var (at, page) = (Path.Combine(_files.Folder, "at-once.html"), Path.Combine(_files.Folder, "page.html"));
        var file = Accusation("--html", at);
        Assert.Equal(0, ToolRun.Of(file, "--policy", _files.Policy, "--html", page).ExitCode);
        Assert.Equal(File.ReadAllText(page), File.ReadAllText(at));

        var none = ToolRun.Of("accuse", _files.One, _files.One, "--policy", _files.Policy, "--out", $"{file}.2", "--html", $"{at}.2");
        Assert.Equal((1, false, false), (none.ExitCode, File.Exists($"{file}.2"), File.Exists($"{at}.2")));
        Assert.Contains("Nothing was written.", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_accusation_cannot_be_written_there_is_no_page_of_it()
    {
        var page = Path.Combine(_files.Folder, "alone.html");
        var run = ToolRun.Of("accuse", _files.Write("note", _files.Scene.Anchor.ToBytes()), _files.Write("other", Forked().ToBytes()), "-p", _files.Policy, "--out", _files.Policy, "--html", page);
        Assert.Equal((2, false), (run.ExitCode, File.Exists(page)));
        Assert.Contains("already a file", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_proved_shows_why_and_nothing_else()
    {
        var bytes = File.ReadAllBytes(Accusation());
        bytes[150] ^= 1;
        var (code, page) = Page(_files.Write("altered.edge", bytes), "en");
        Assert.Equal((1, "invalid"), (code, page.Descendants(Html + "header").Single().Attribute("class")!.Value));
        Assert.StartsWith("Not proved: ", page.Descendants(Html + "h1").Single().Value, StringComparison.Ordinal);
        Assert.Contains("Nothing of the file's content is shown here", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants(Html + "table"), t => t.Attribute("class")!.Value == "departments");
    }

    private SignedNote Forked() => new Checkpoint("city.example/gw-1", _files.Scene.Size, TreeHasher.Sha256.Leaf([1])).Sign(_files.Scene.Keys.Gateway);

    private string Accusation(params string[] more)
    {
        var path = Path.Combine(_files.Folder, "accusation.edge");
        Assert.Equal(0, ToolRun.Of(["accuse", _files.Write("note", _files.Scene.Anchor.ToBytes()), _files.Write("other", Forked().ToBytes()), "-p", _files.Policy, "--out", path, .. more]).ExitCode);
        return path;
    }

    private (int Code, XElement Page) Page(string file, string language)
    {
        var path = Path.Combine(_files.Folder, "page.html");
        var run = ToolRun.Of(file, "--policy", _files.Policy, "--lang", language, "--html", path);
        Assert.True(File.Exists(path), run.All);
        return (run.ExitCode, XDocument.Load(path).Root!);
    }
}
