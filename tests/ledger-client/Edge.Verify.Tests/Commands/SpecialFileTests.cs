using System.Diagnostics;

namespace Edge.Verify.Tests.Commands;

/// <summary>Inputs that are no regular files.</summary>
public sealed class SpecialFileTests(SceneFiles files) : IClassFixture<SceneFiles>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_named_pipe_is_refused_and_not_waited_for(bool asEvidence)
    {
        var pipe = Path.Combine(files.Folder, $"pipe-{asEvidence}");
        using (var made = Process.Start("mkfifo", [pipe]))
            Assert.True(made.WaitForExit(TimeSpan.FromSeconds(10)));
        var run = asEvidence ? ToolRun.Of(pipe, "-p", files.Policy) : ToolRun.Of(files.One, "-p", pipe);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("is not a regular file", run.Errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_the_folder_of_descriptors_only_numbers_are_open_already()
    {
        var pipe = Path.Combine(files.Folder, "pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
            Assert.True(made.WaitForExit(TimeSpan.FromSeconds(10)));
        var reading = Task.Run(() => ToolRun.Of($"/proc/self/fd/../../..{pipe}", "-p", files.Policy));

        var run = await reading.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Contains("is not a regular file", run.Errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "its name has bytes that are not UTF-8")]
    [InlineData("zh", "文件名含有非")]
    public void A_file_whose_name_is_not_UTF8_is_not_said_to_be_missing(string language, string says)
    {
        var errors = Path.Combine(files.Folder, "errors");
        const string Script = "name=$(printf '%s/b\\303d.edge' \"$3\"); cp \"$1\" \"$name\"; \"$0\" \"$name\" -p \"$2\" --lang \"$4\" 2>\"$3/errors\"; code=$?; \"$0\" /dev/stdin -p \"$2\" <\"$name\" >/dev/null || code=9; rm \"$name\"; exit $code";

        using var shell = Process.Start("/bin/sh", ["-c", Script, Path.Combine(AppContext.BaseDirectory, "edge-verify"), files.One, files.Policy, files.Folder, language]);

        Assert.True(shell.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(2, shell.ExitCode);
        Assert.Contains(says, File.ReadAllText(errors).Replace("\n", language == "zh" ? "" : " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read_under_its_name_and_a_hyphen_says_so()
    {
        var run = ToolRun.Of("-", "-p", files.Policy);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/dev/stdin", run.Errors, StringComparison.Ordinal);
        using var shell = Process.Start("/bin/sh", ["-c", "cat \"$1\" | \"$0\" /dev/stdin -p \"$2\" >/dev/null", Path.Combine(AppContext.BaseDirectory, "edge-verify"), files.One, files.Policy]);
        Assert.True(shell.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, shell.ExitCode);
    }
}
