using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Demonstration;

/// <summary>What is asked for is checked before anything is touched or started.</summary>
public sealed class DemoUsageTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--seconds", "0")]
    [InlineData("--seconds", "abc")]
    [InlineData("--seconds", "86401")]
    [InlineData("--seconds", "")]
    [InlineData("--seed", "-1")]
    [InlineData("--speed", "abc", "--recording", "{recording}")]
    [InlineData("--speed", "0", "--recording", "{recording}")]
    [InlineData("--speed", "-3", "--recording", "{recording}")]
    [InlineData("--speed", "60")]
    [InlineData("--mapping", "{recording}")]
    [InlineData("--mapping", "no-such-file.yaml", "--recording", "{recording}")]
    [InlineData("--recording", "no-such-file.csv")]
    [InlineData("--recording", "")]
    [InlineData("--recording", "/")]
    [InlineData("--picture", "no-such-folder/x.svg")]
    [InlineData("--picture", "{recording}", "--recording", "{recording}")]
    [InlineData("--out", "")]
    [InlineData("--out", "{recording}")]
    [InlineData("--type", "rsa")]
    [InlineData("--type", "")]
    [InlineData("--surprise", "1")]
    public async Task Wrong_usage_names_the_option_and_touches_nothing(params string[] arguments)
    {
        var recording = _folder.Write("r.csv", "t,a\n2026-10-01 00:00:00,1\n");
        string[] all = arguments.Contains("--out") ? arguments : [.. arguments, "--out", _folder.File("out")];

        var run = await ProgramRun.Of(Programs.Demo, [.. all.Select(a => a.Replace("{recording}", recording, StringComparison.Ordinal))]);

        Assert.Equal(2, run.Code);
        Assert.StartsWith("./edge demo: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(arguments[0], run.Said(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("out")));
        Assert.Equal("t,a\n2026-10-01 00:00:00,1\n", await File.ReadAllTextAsync(recording));
    }

    [Fact]
    public async Task Wrong_usage_is_said_in_chinese() =>
        Assert.StartsWith("./edge demo：--seconds：请写", (await ProgramRun.Of(Programs.Demo, "--seconds", "abc", "--lang", "zh")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("/proc/edge-demo", "en", "did not come through: the folder /proc/edge-demo cannot be written")]
    [InlineData("/proc/edge-demo", "zh", "演示未通过：目录 /proc/edge-demo 不可写")]
    public async Task A_folder_that_cannot_be_written_is_said_before_anything_starts(string folder, string language, string words)
    {
        var run = await ProgramRun.Of(Programs.Demo, "--out", folder, "--lang", language);

        Assert.Equal(1, run.Code);
        Assert.Contains(words, run.Said().ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("broker", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_that_fails_names_the_logs_it_left()
    {
        var recording = _folder.Write("r.csv", "t,a\n2026-10-01 00:00:00,x\n");

        var run = await ProgramRun.Of(Programs.Demo, "--recording", recording, "--lang", "zh");

        Assert.Equal(1, run.Code);
        var said = run.Said();
        Assert.Contains("演示未通过：simulator 已退出", said, StringComparison.Ordinal);
        var logs = said.TrimEnd().Split('\n')[^1].Split(' ')[^1];
        Assert.True(File.Exists(Path.Combine(logs, "simulator.log")), said);
        Directory.Delete(Path.GetDirectoryName(logs)!, recursive: true);
    }
}
