using Edge.Ledger.Text;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Commands;

public sealed class HelpPageTests
{
    [Theory]
    [InlineData("en", 80, "status")]
    [InlineData("zh", 80, "evidence")]
    [InlineData("zh", 60, "doctor")]
    [InlineData("en", 60, "export", "tiles")]
    [InlineData("zh", 80, "damage")]
    [InlineData("en", 80, "config", "check")]
    public async Task Help_fits_the_terminal_and_ends_with_an_example_called_as_the_user_does(string language, int columns, params string[] command)
    {
        await using var process = ChildProcess.Start(Programs.Gateway, [.. command, "--lang", language, "--help"], environment: new Dictionary<string, string?> { ["COLUMNS"] = $"{columns}", ["EDGE_COMMAND"] = "./edge" });

        Assert.Equal(0, await process.WaitForExit());
        var lines = process.Output.All.ToList();
        Assert.All(lines.SkipLast(1), line => Assert.True(TextWidth.Of(line) <= columns, line));
        Assert.StartsWith($"{(language == "zh" ? "例：" : "Example: ")}./edge {string.Join(' ', command)}", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith($"{(language == "zh" ? "用法：" : "Usage: ")}./edge {string.Join(' ', command)}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Language of this help")]
    [InlineData("zh", "本帮助的语言")]
    public async Task Run_promises_no_language_of_what_it_logs(string language, string said)
    {
        await using var process = ChildProcess.Start(Programs.Gateway, ["run", "--lang", language, "--help"]);

        Assert.Equal(0, await process.WaitForExit());
        Assert.Contains(said, process.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("gateway/Edge.Gateway/Hosting/README.md", process.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("damage")]
    [InlineData("doctor")]
    [InlineData("evidence")]
    [InlineData("export", "tiles")]
    [InlineData("export", "cose")]
    [InlineData("config", "check")]
    public async Task The_scripts_help_has_every_option_of_the_program(params string[] command)
    {
        await using var process = ChildProcess.Start(Programs.Gateway, [.. command, "--lang", "en", "--help"]);
        Assert.Equal(0, await process.WaitForExit());
        var verb = File.ReadAllText(Path.Combine(Programs.RepositoryRoot, ".edge/en.txt")).Split("\n\n").First(p => p.StartsWith($"  ./edge {command[0]} ", StringComparison.Ordinal));

        var options = process.Output.All.Select(l => l.TrimStart()).Where(l => l.StartsWith("--", StringComparison.Ordinal)).Select(l => l.Split(' ')[0]).ToList();
        Assert.InRange(options.Count, 2, 20);
        Assert.All(options, option => Assert.Contains(option, verb, StringComparison.Ordinal));
    }
}
