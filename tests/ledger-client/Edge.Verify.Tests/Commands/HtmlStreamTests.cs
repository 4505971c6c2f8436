using System.Diagnostics;

namespace Edge.Verify.Tests.Commands;

/// <summary>"--html" to what is open already.</summary>
public sealed class HtmlStreamTests(SceneFiles files) : IClassFixture<SceneFiles>
{
    [Theory]
    [InlineData("/dev/stdout", "| cat >\"$3\"")]
    [InlineData("/dev/fd/1", "| cat >\"$3\"")]
    [InlineData("/dev/stdout", ">\"$3\"")]
    [InlineData("/dev/fd/5", "5>\"$3\"")]
    [InlineData("/proc/self/fd/5", "5>&1 >/dev/null | cat >\"$3\"")]
    public void The_page_goes_there_before_the_verdict(string name, string redirection)
    {
        var written = Path.Combine(files.Folder, "written");
        Assert.Equal(0, Shell($"\"$0\" \"$1\" -p \"$2\" --html {name} {redirection}", written));
        var text = File.ReadAllText(written);
        Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
        Assert.Contains("</html>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--html /dev/fd/7", "")]
    [InlineData("--html /dev/stdin", "</dev/null")]
    [InlineData("--html /dev/fd/5", "5>>\"$1\"")]
    public void What_cannot_be_written_is_refused_at_once(string option, string redirection)
    {
        var one = File.ReadAllBytes(files.One);
        Assert.Equal(2, Shell($"\"$0\" \"$1\" -p \"$2\" {option} {redirection} >/dev/null 2>\"$3\"; exit $?", Path.Combine(files.Folder, "errors")));
        Assert.Equal(one, File.ReadAllBytes(Path.Combine(files.Folder, "one.edge")));
    }

    private int Shell(string script, string output)
    {
        using var shell = Process.Start("/bin/sh", ["-c", script, Path.Combine(AppContext.BaseDirectory, "edge-verify"), files.One, files.Policy, output]);
        if (shell.WaitForExit(TimeSpan.FromSeconds(20)))
            return shell.ExitCode;
        shell.Kill(entireProcessTree: true);
        return -1;
    }
}
