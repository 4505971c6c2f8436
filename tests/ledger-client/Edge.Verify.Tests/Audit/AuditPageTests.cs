using System.Xml.Linq;
using Edge.Verify.Tests.Commands;

namespace Edge.Verify.Tests.Audit;

/// <summary>"--html OUT.html" on a folder.</summary>
public sealed class AuditPageTests : IDisposable
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private readonly AuditScene _scene = new();
    private readonly SceneFiles _files = new();

    public void Dispose()
    {
        _scene.Dispose();
        _files.Dispose();
    }

    [Theory]
    [InlineData("en", "Valid. All 615 entries of gateway gw-1", "main.pressure.3bar57 good, 0 uncertain, 0 bad")]
    [InlineData("zh", "有效。此目录中网关 gw-1 的全部 615 条日志条目", "main.pressure.3bar")]
    public void A_whole_log_has_its_page(string language, string sentence, string channel)
    {
        var (code, page) = Page(language);
        Assert.Equal(0, code);
        Assert.StartsWith(sentence, page.Descendants(Html + "h1").Single().Value, StringComparison.Ordinal);
        Assert.Contains(page.Descendants(Html + "tr"), row => row.Value.ReplaceLineEndings("").StartsWith(channel, StringComparison.Ordinal));
        Assert.Contains("city.example/gw-1", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_listed_and_nothing_is_called_proved()
    {
        _scene.Flip("tile/entries/001", 40);
        var (code, page) = Page("en");
        Assert.Equal((1, "invalid"), (code, page.Descendants(Html + "header").Single().Attribute("class")!.Value));
        Assert.Contains(page.Descendants(Html + "li"), item => item.Value.StartsWith("entry 256 in tile/entries/001 is not the one that was logged", StringComparison.Ordinal));
        Assert.DoesNotContain("main.pressure", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Proved time", page.Value, StringComparison.Ordinal);
    }

    private (int Code, XElement Page) Page(string language)
    {
        var path = Path.Combine(_files.Folder, "audit.html");
        var run = ToolRun.Of(_scene.Folder, "--policy", _scene.Policy, "--lang", language, "--html", path);
        return (run.ExitCode, XDocument.Load(path).Root!);
    }
}
