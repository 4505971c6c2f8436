namespace Edge.House.Tests.Script;

public sealed class VerbTests : IDisposable
{
    private readonly ScriptSandbox _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Verify_hands_its_arguments_on_as_they_are_and_its_output_is_the_programs()
    {
        var run = await _machine.Run("verify", "a file.edge", "--policy", "p*", "");

        Assert.Equal(["edge-verify", "[a file.edge]", "[--policy]", "[p*]", "[]"], run.Output);
        Assert.Equal(["Building (the first time takes a few minutes) ..."], run.Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_exit_code_is_the_programs(int code)
    {
        _machine.Environment["EXIT"] = $"{code}";

        Assert.Equal(code, (await _machine.Run("verify", "x")).ExitCode);
    }

    [Fact]
    public async Task Bench_runs_the_benchmark_it_was_given() =>
        Assert.Equal(["edge-bench", "[ingest]", "[--json]"], (await _machine.Run("bench", "ingest", "--json")).Output);

    [Fact]
    public async Task Export_runs_the_gateways_program_with_what_it_was_given() =>
        Assert.Equal(["edge-gateway", "[export]", "[tiles]", "[a folder]", "[--lang]", "[zh]"], (await _machine.Run("--lang", "zh", "export", "tiles", "a folder")).Output);

    [Fact]
    public async Task Evidence_runs_the_gateways_program_with_what_it_was_given() =>
        Assert.Equal(["edge-gateway", "[evidence]", "[--index]", "[1]", "[2]", "[--lang]", "[zh]"], (await _machine.Run("--lang", "zh", "evidence", "--index", "1", "2")).Output);

    [Fact]
    public async Task Site_runs_the_gateways_program_with_what_it_was_given() =>
        Assert.Equal(["edge-gateway", "[site]", "[account]", "[add]", "[Li Wei]", "[--role]", "[viewer]"], (await _machine.Run("site", "account", "add", "Li Wei", "--role", "viewer")).Output);

    [Fact]
    public async Task Doctor_runs_the_gateways_program_with_what_it_was_given() =>
        Assert.Equal(["edge-gateway", "[doctor]", "[--sign]", "[Li Wei]", "[--lang]", "[zh]"], (await _machine.Run("--lang", "zh", "doctor", "--sign", "Li Wei")).Output);

    [Fact]
    public async Task Status_runs_the_gateways_program_with_what_it_was_given() =>
        Assert.Equal(["edge-gateway", "[status]", "[--watch]", "[5]", "[--lang]", "[zh]"], (await _machine.Run("--lang", "zh", "status", "--watch", "5")).Output);

    [Fact]
    public async Task A_set_up_that_fails_is_not_taken_for_a_gateway_that_does_not_answer()
    {
        _machine.Remove("dotnet");

        Assert.Equal(2, (await _machine.Run("status")).ExitCode);
    }

    [Fact]
    public async Task Fuzz_runs_the_parser_it_was_given() =>
        Assert.Equal(["edge-fuzz", "[policy]", "[--inputs]", "[5]"], (await _machine.Run("fuzz", "policy", "--inputs", "5")).Output);

    [Fact]
    public async Task Torture_runs_what_it_was_given() =>
        Assert.Equal(["edge-torture", "[kill]", "[--kills]", "[3]"], (await _machine.Run("torture", "kill", "--kills", "3")).Output);

    [Fact]
    public async Task It_works_through_a_link_from_anywhere()
    {
        var link = _machine.PathOf("a link");
        File.CreateSymbolicLink(link, Path.Combine(_machine.Root, "edge"));

        Assert.Equal(["edge-demo"], (await _machine.RunAs(link, "demo")).Output);
    }

    [Fact]
    public async Task An_unknown_verb_is_wrong_usage()
    {
        var run = await _machine.Run("verfiy");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("edge: unknown verb \"verfiy\". See: ./edge --help", run.Message);
    }

    [Fact]
    public async Task A_program_is_told_what_people_type_to_call_it()
    {
        _machine.Environment["TELL"] = "1";

        Assert.Equal("called as ./edge", (await _machine.Run("export", "tiles", "x")).Output[^1]);
    }

    [Fact]
    public async Task No_verb_at_all_is_wrong_usage_and_shows_the_help()
    {
        var run = await _machine.Run();

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(run.Error, line => line.StartsWith("  ./edge demo", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("C.UTF-8", "Exit codes:")]
    [InlineData("zh_CN.UTF-8", "退出码：")]
    public async Task The_help_has_every_verb_and_option_in_the_readers_language(string language, string words)
    {
        _machine.Environment["LANG"] = language;
        var run = await _machine.Run("--help");
        var text = string.Join('\n', run.Output);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(words, text, StringComparison.Ordinal);
        foreach (var said in new[] { "./edge demo", "./edge verify", "./edge status", "./edge damage", "./edge evidence", "./edge export", "./edge test", "./edge bench", "./edge fuzz", "./edge torture power", "--cuts", "--kills", "--days", "./edge config check", "./edge site account", "--seconds", "--out", "--recording", "--mapping", "--speed", "--seed", "--picture", "--policy", "--zone", "--config", "--store", "--newest", "--full", "--suite", "--filter", "--json", "--inputs", "--minutes", "--channel", "--since", "--until", "--index", "--from", "--to", "--slim", "--brief", "--watch", "--receipt-only", "--entry-out", "--lang" })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Empty(_machine.Calls);
    }

    [Theory]
    [InlineData("demo", "--help")]
    [InlineData("verify", "-h")]
    [InlineData("--lang", "zh", "--help")]
    public async Task Help_is_given_without_any_set_up(params string[] arguments)
    {
        Assert.Equal(0, (await _machine.Run(arguments)).ExitCode);
        Assert.Empty(_machine.Calls);
    }

    [Theory]
    [InlineData("demo", "--help")]
    [InlineData("verify", "file.edge", "-h")]
    [InlineData("bench", "--help")]
    [InlineData("torture", "power", "--help")]
    [InlineData("export", "tiles", "--help")]
    [InlineData("status", "--help")]
    [InlineData("evidence", "--help")]
    [InlineData("--lang", "zh", "test", "--help")]
    public async Task A_verbs_help_is_its_own_part_of_the_help(params string[] arguments)
    {
        var run = await _machine.Run(arguments);

        Assert.StartsWith($"  ./edge {arguments.Except(["--lang", "zh"]).First()} ", run.Output[0], StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, line => line.StartsWith("  ./edge ", StringComparison.Ordinal) && line != run.Output[0]);
        Assert.InRange(run.Output.Count, 2, 40);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("--lang", "zh", "demo", "--seconds", "3")]
    [InlineData("--lang=zh", "demo", "--seconds", "3")]
    public async Task A_language_before_the_verb_is_handed_on(params string[] arguments)
    {
        var run = await _machine.Run(arguments);

        Assert.Equal(["edge-demo", "[--seconds]", "[3]", "[--lang]", "[zh]"], run.Output);
        Assert.StartsWith("正在编译", Assert.Single(run.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_two_hyphens_nothing_is_an_option_of_the_script()
    {
        Assert.Equal(["edge-verify", "[--policy]", "[p]", "[--]", "[-h]"], (await _machine.Run("verify", "--policy", "p", "--", "-h")).Output);
        Assert.Equal(["edge-verify", "[--policy]", "[p]", "[--lang]", "[zh]", "[--]", "[--lang]"], (await _machine.Run("--lang", "zh", "verify", "--policy", "p", "--", "--lang")).Output);
        Assert.Equal(["edge-verify", "[--]", "[--lang=xx]"], (await _machine.Run("verify", "--", "--lang=xx")).Output);
    }

    [Fact]
    public async Task What_the_demo_built_is_not_built_again_to_verify()
    {
        await _machine.Run("demo");
        var built = _machine.Calls.Count(c => c.StartsWith("dotnet build", StringComparison.Ordinal));

        var run = await _machine.Run("verify", "x");

        Assert.Equal("edge-verify", run.Output[0]);
        Assert.Empty(run.Error);
        Assert.Equal(built, _machine.Calls.Count(c => c.StartsWith("dotnet build", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Set_up_speaks_the_language_asked_for()
    {
        _machine.Remove("dotnet");

        Assert.StartsWith("edge: 缺少 .NET 10 SDK", (await _machine.Run("verify", "--lang", "zh")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_nobody_wrote_is_wrong_usage() =>
        Assert.Equal(2, (await _machine.Run("demo", "--lang", "fr")).ExitCode);
}
