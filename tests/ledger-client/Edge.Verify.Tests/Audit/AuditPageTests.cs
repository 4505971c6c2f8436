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
        Directory.CreateSymbolicLink(_scene.At("tile/here"), ".");
        Directory.CreateSymbolicLink(_scene.At("tile/there"), ".");
        File.WriteAllText(_scene.At("tile/0/999\nx"), "x");
        Directory.CreateDirectory(_scene.At("tile/0/" + string.Join('/', Enumerable.Repeat("x000", 30))));
        File.WriteAllText(_scene.At("tile/0/" + string.Join('/', Enumerable.Repeat("x000", 30)) + "/000"), "x");
        using (var large = File.Create(_scene.At("tile/entries/999")))
            large.SetLength(3L << 30);
        Shell($"cd {_scene.Folder} && : > \"$(printf 'tile/\\377')\" && mkfifo tile/0/998");
        var intact = Page("en").Page;
        Assert.DoesNotContain("3,221,2", intact.Value, StringComparison.Ordinal);
        var command = Assert.Single(intact.Descendants(Html + "code"), c => c.Value.StartsWith("cd ", StringComparison.Ordinal)).Value;
        var made = Shell(command);
        Assert.Contains(made, intact.Descendants(Html + "title").Single().Value, StringComparison.Ordinal);

        _scene.Flip("tile/entries/001", 40);
        Assert.DoesNotContain(made, Page("zh").Page.Value, StringComparison.Ordinal);
        Assert.Contains(Shell(command), Page("zh").Page.Value, StringComparison.Ordinal);
        Shell($"rm {_scene.Folder}/tile/$(printf '\\377')");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Of_a_checkpoint_that_is_refused_the_page_has_its_own_digest_and_no_file_is_hashed(string language)
    {
        _scene.Change("checkpoint", bytes => [.. bytes[..^4], (byte)'A', .. bytes[^3..]]);
        using (var locked = new FileStream(_scene.At("tile/0/000"), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            var (code, page) = Page(language);
            Assert.Equal(1, code);
            Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_scene.At("checkpoint")))), page.Descendants(Html + "title").Single().Value, StringComparison.Ordinal);
            Assert.DoesNotContain("find checkpoint", page.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reservations_do_not_stand_among_the_reasons()
    {
        _scene.Flip("tile/entries/001", 40);
        for (var i = 0; i < 130; i++)
            File.WriteAllText(_scene.At($"tile/extra-{i}"), "x");

        var lists = Page("en").Page.Descendants(Html + "section").First(s => s.Descendants(Html + "ul").Count() == 2).Descendants(Html + "ul").ToArray();

        Assert.DoesNotContain("extra", lists[0].Value, StringComparison.Ordinal);
        Assert.Contains("extra-", lists[1].Value, StringComparison.Ordinal);
        Assert.EndsWith("more ...", lists[1].Value.TrimEnd(), StringComparison.Ordinal);
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
