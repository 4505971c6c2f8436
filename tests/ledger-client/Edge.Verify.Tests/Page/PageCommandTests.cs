using Edge.Testing;
using Edge.Verify.Outputs;
using Edge.Verify.Tests.Commands;

namespace Edge.Verify.Tests.Page;

/// <summary>"edge-verify page --out FILE".</summary>
public sealed class PageCommandTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_writes_the_page_or_says_that_this_build_has_none()
    {
        var run = ToolRun.Of("page", "--out", _folder.File("page.html"));
        if (!VerifierPage.IsThere)
        {
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains("there is no verifier's page in this program", run.Errors, StringComparison.Ordinal);
            Assert.False(File.Exists(_folder.File("page.html")));
            return;
        }

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        var page = File.ReadAllBytes(_folder.File("page.html"));
        Assert.True(page.AsSpan().StartsWith(VerifierPage.Start));
        Assert.Equal(0, ToolRun.In("zh_CN.UTF-8", "page", $"--out={_folder.File("page.html")}").ExitCode);
        Assert.Equal(page, File.ReadAllBytes(_folder.File("page.html")));
    }

    [PageFact]
    public void It_is_one_small_file_that_may_reach_nothing()
    {
        ToolRun.Of("page", "--out", _folder.File("page.html"));
        var page = File.ReadAllText(_folder.File("page.html"));
        Assert.Matches("content=\"default-src 'none'; script-src 'sha256-[^' ]*'; style-src 'sha256-[^' ]*'; worker-src blob:; base-uri 'none'; form-action 'none'\"", page);
        Assert.InRange(page.Length, 100_000, 200_000);
    }

    [Fact]
    public void It_replaces_nothing_but_an_earlier_page()
    {
        var evidence = _folder.Write("one.edge", new string('e', 1_000));
        var run = ToolRun.Of("page", "--out", evidence);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(VerifierPage.IsThere ? "not a verifier's page of this program" : "no verifier's page", run.Errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(new string('e', 1_000), File.ReadAllText(evidence));
    }

    [Theory]
    [InlineData("no file to write was named")]
    [InlineData("\"--policy\" does not exist", "--out", "p.html", "--policy", "x")]
    [InlineData("\"another\" does not exist", "another", "--out", "p.html")]
    public void What_it_does_not_know_is_said(string words, params string[] arguments)
    {
        var run = ToolRun.Of(["page", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, run.Errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
