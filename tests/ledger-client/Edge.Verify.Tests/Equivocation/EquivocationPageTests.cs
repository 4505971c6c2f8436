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
    [InlineData("en", "Proved: gateway gw-1 signed two histories", "First history", "Second history", "proved")]
    [InlineData("zh", "已证明：网关 gw-1 签署了两份互不相同的历史", "第一份历史", "第二份历史", "指证成立")]
    public void An_accusation_has_its_page_with_both_histories_and_who_accepted_them(string language, string sentence, string first, string second, string word)
    {
        var (code, page) = Page(Accusation(), language);
        Assert.Equal((0, "valid"), (code, page.Descendants(Html + "header").Single().Attribute("class")!.Value));
        Assert.StartsWith(sentence, page.Descendants(Html + "h1").Single().Value, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { first, second }, page.Descendants(Html + "h2").Select(h => h.Value).ToHashSet());
        Assert.Equal(2, page.Descendants(Html + "table").Count(t => t.Attribute("class")!.Value == "departments"));
        Assert.Contains($"@top-right {{ content: \"{word}\"", page.Descendants(Html + "style").Single().Value, StringComparison.Ordinal);
        Assert.Contains("edge-verify accusation.edge --policy policy.txt", page.Value, StringComparison.Ordinal);

        // Both roots stand whole in the appendix.
        Assert.Contains(Convert.ToHexStringLower(TreeHasher.Sha256.Leaf([1]).Bytes), page.Value, StringComparison.Ordinal);
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

    private string Accusation()
    {
        var forked = new Checkpoint("city.example/gw-1", _files.Scene.Size, TreeHasher.Sha256.Leaf([1])).Sign(_files.Scene.Keys.Gateway);
        var path = Path.Combine(_files.Folder, "accusation.edge");
        Assert.Equal(0, ToolRun.Of("accuse", _files.Write("note", _files.Scene.Anchor.ToBytes()), _files.Write("other", forked.ToBytes()), "-p", _files.Policy, "--out", path).ExitCode);
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
