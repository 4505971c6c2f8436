using System.Text.Json;

namespace Edge.Verify.Tests.Commands;

/// <summary>"--html OUT.html" beside the verdict on the terminal.</summary>
public sealed class HtmlOptionTests(SceneFiles files) : IClassFixture<SceneFiles>
{
    private string Page => Path.Combine(files.Folder, "page.html");

    [Fact]
    public void The_page_stands_beside_the_verdict_which_stays_as_it_is()
    {
        var without = ToolRun.Of(files.One, "--policy", files.Policy);
        Assert.Equal(without, ToolRun.Of(files.One, "--policy", files.Policy, "--html", Page));
        Assert.Contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">", File.ReadAllText(Page), StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of(files.One, "--policy", files.Policy, $"--html={Page}", "--lang", "zh", "--json").ExitCode);
        Assert.Contains("lang=\"zh-Hans\"", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalid_file_has_its_page_too()
    {
        var altered = files.Scene.One.ToBytes();
        altered[200] ^= 1;
        Assert.Equal(1, ToolRun.Of(files.Write("altered.edge", altered), "-p", files.Policy, "--html", Page).ExitCode);
        Assert.Contains("<header class=\"invalid\">", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_of_the_pen_does_not_cost_the_evidence()
    {
        var one = files.One;
        var before = File.ReadAllBytes(one);
        var run = ToolRun.Of(one, "--policy", files.Policy, "--html", one);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("not a report of this program", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(one));
        using var json = JsonDocument.Parse(ToolRun.Of(one, "--policy", files.Policy, "--html", files.Policy, "--json").Output);
        Assert.Equal("report_not_a_report", json.RootElement.GetProperty("error").GetString());
    }
}
