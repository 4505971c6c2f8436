using Edge.Testing;

namespace Edge.House.Tests.Script;

/// <summary>What <c>./edge completion bash</c> prints, driven in a real bash as its line editor does.</summary>
public sealed class CompletionTests : IDisposable
{
    private const string Driver =
        """
        source "$1"
        [[ "$(complete -p edge-verify)" == "complete -F _edge edge-verify" ]] || exit 9
        COMP_LINE="$2" COMP_POINT=${#2} COMPREPLY=()
        read -ra COMP_WORDS <<<"$2"
        [[ "$2" != *' ' ]] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _edge
        for word in "${COMPREPLY[@]}"; do echo "$word"; done
        """;

    private readonly ScriptSandbox _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("./edge st", "status")]
    [InlineData("./edge --lang zh ver", "verify")]
    [InlineData("edge status --b", "--brief")]
    [InlineData("edge status --lang ", "en", "zh")]
    [InlineData("edge demo --sta", "--stack")]
    [InlineData("edge demo --stack ", "system", "managed")]
    [InlineData("./edge --stack managed st", "status")]
    [InlineData("edge export ", "tiles", "cose")]
    [InlineData("edge export tiles --sto", "--store")]
    [InlineData("edge-verify --po", "--policy")]
    [InlineData("edge-verify acc", "accuse")]
    [InlineData("edge evidence --config site.y", "site.yaml")]
    [InlineData("edge evidence --config site.yaml --channel tap.", "tap.ph", "tap.chlorine")]
    [InlineData("edge evidence --channel ", "here.level")]
    [InlineData("edge evidence --config site.yaml --channel $", @"\$\(touch\ ran\)")]
    [InlineData("edge doctor --simulate 3", "3.5mA")]
    [InlineData("edge doctor --simulate 4 h", "here.level")]
    [InlineData("edge evidence --index ")]
    public async Task A_line_is_completed(string line, params string[] expected)
    {
        _machine.Write("work/site.yaml", """
            origin: city.example/gw-1
            buses:
              i2c-1: { kind: linux, name: not.a.channel }
            sensors:
              - driver: ads1115
                channels:
                  - { name: tap.ph, input: ain0 }
                  - name: tap.chlorine
            derived:
              - { name: "$(touch ran)", formula: sum }
            """);
        _machine.Write("work/gateway.yaml", "sensors:\n  - { driver: x, channels: [{ name: here.level }] }\n");
        var script = _machine.Write("script", string.Join('\n', (await _machine.Run("completion", "bash")).Output));

        await using var bash = ChildProcess.Start("/bin/bash", ["-c", Driver, "bash", script, line], Path.Combine(_machine.Root, "work"));

        Assert.Equal(0, await bash.WaitForExit());
        Assert.Equal(expected, bash.Output.All);
        Assert.Empty(bash.Error.All);
        Assert.False(File.Exists(Path.Combine(_machine.Root, "work/ran")));
    }

    [Fact]
    public async Task The_gateways_program_is_asked_itself()
    {
        var program = _machine.Write("work/edge-gateway", "#!/bin/sh\n[ \"$1/$2\" = '[suggest:17]/./edge-gateway da' ] && printf 'damage\\nstatus\\n'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = _machine.Write("script", string.Join('\n', (await _machine.Run("completion", "bash")).Output));

        await using var bash = ChildProcess.Start("/bin/bash", ["-c", Driver, "bash", script, "./edge-gateway da"], Path.Combine(_machine.Root, "work"));

        Assert.Equal(0, await bash.WaitForExit());
        Assert.Equal(["damage"], bash.Output.All);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task It_is_printed_without_any_set_up_with_every_verb(string shell)
    {
        var run = await _machine.Run("completion", shell);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(run.Output, line => line.Contains('@', StringComparison.Ordinal) && line.Contains("@OPTIONS@", StringComparison.Ordinal));
        foreach (var verb in ExitCodeTable.Read().Keys)
            Assert.Contains(run.Output, line => line.Contains($" {verb}", StringComparison.Ordinal));
        Assert.Empty(_machine.Calls);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("en", "edge: completion is for bash, zsh or fish, not \"tcsh\". See: ./edge --help")]
    [InlineData("zh", "edge: 补全适用于 bash、zsh 或 fish，不适用于“tcsh”。参见：./edge --help")]
    public async Task Another_shell_is_wrong_usage(string language, string said)
    {
        var run = await _machine.Run("--lang", language, "completion", "tcsh");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(said, run.Message);
    }
}
