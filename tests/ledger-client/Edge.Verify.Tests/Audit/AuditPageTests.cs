using System.Diagnostics;
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

    [Fact]
    public void The_digest_on_the_page_is_the_one_its_command_makes_of_the_folder_and_tells_a_damaged_one_apart()
    {
        File.WriteAllText(_scene.At("tile/note (1).txt"), "");
        Directory.CreateDirectory(_scene.At("tile/0/000.p"));
        File.WriteAllText(_scene.At("tile/0/000.p/1"), "x");
        var intact = Page("en").Page;
        var command = Assert.Single(intact.Descendants(Html + "code"), c => c.Value.StartsWith("cd ", StringComparison.Ordinal)).Value;
        var made = Shell(command);
        Assert.Contains(made, intact.Descendants(Html + "title").Single().Value, StringComparison.Ordinal);

        _scene.Flip("tile/entries/001", 40);
        Assert.DoesNotContain(made, Page("zh").Page.Value, StringComparison.Ordinal);
        Assert.Contains(Shell(command), Page("zh").Page.Value, StringComparison.Ordinal);
    }

    private string Shell(string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(_scene.Folder) };
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd().Split(' ')[0];
    }

    private (int Code, XElement Page) Page(string language)
    {
        var path = Path.Combine(_files.Folder, "audit.html");
        var run = ToolRun.Of(_scene.Folder, "--policy", _scene.Policy, "--lang", language, "--html", path);
        return (run.ExitCode, XDocument.Load(path).Root!);
    }
}
