using Edge.Testing;

namespace Edge.House.Tests.Script;

/// <summary>The choice of a stack, and what is said where the managed one cannot be had.</summary>
public sealed class StackSetupTests : IDisposable
{
    private const string NotToBeHad = "/x/.edge/Stacks.targets(59,5): error EDGE2: the managed stack cannot be built: no package source has MQTTnet 5.2.0.1603, LiteDB 5.0.21. Add one that has, or build the other stack, system (the default: the operating system's own libraries) [/x/a.csproj]\n";
    private const string Said = "no package source has MQTTnet 5.2.0.1603, LiteDB 5.0.21";

    private readonly ScriptSandbox _machine = new();

    public StackSetupTests()
    {
        foreach (var suite in new[] { "A", "B" })
            _machine.Write($"tests/Edge.{suite}.Tests/Edge.{suite}.Tests.csproj", "<Project />");
        _machine.Write("gateway/Edge.A/Stacks/managed/Port.cs", "");
        _machine.Write("suites", """echo '<Counters total="5" executed="4" passed="4" failed="0" />' >"${4#*=}" """);
    }

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("demo", "--stack", "managed", "--seconds", "3")]
    [InlineData("demo", "--seconds", "3", "--stack=managed")]
    [InlineData("--stack", "managed", "demo", "--seconds", "3")]
    public async Task A_verb_runs_the_programs_of_the_stack_that_is_asked_for_and_they_are_not_told(params string[] arguments)
    {
        var run = await _machine.Run(arguments);

        Assert.Equal(["edge-demo", "[--seconds]", "[3]"], run.Output);
        Assert.True(Directory.Exists(Path.Combine(_machine.Root, "artifacts/managed/bin/Edge.Demo")));
        Assert.False(Directory.Exists(Path.Combine(_machine.Root, "artifacts/bin")));
    }

    [Fact]
    public async Task It_is_taken_from_the_environment_as_the_build_takes_it_and_an_option_wins()
    {
        _machine.Environment["Stack"] = "managed";
        await _machine.Run("verify", "x");
        Assert.False(Directory.Exists(Path.Combine(_machine.Root, "artifacts/bin")));

        await _machine.Run("verify", "x", "--stack", "system");
        Assert.True(Directory.Exists(Path.Combine(_machine.Root, "artifacts/bin")));
    }

    [Fact]
    public async Task Behind_two_hyphens_it_is_a_name() =>
        Assert.Equal(["edge-verify", "[--]", "[--stack]"], (await _machine.Run("verify", "--", "--stack")).Output);

    [Theory]
    [InlineData("en", "edge: there is no stack \"manged\"; there are: system, managed. See: ./edge --help")]
    [InlineData("zh", "edge: 没有名为“manged”的组件栈；现有：system、managed。参见：./edge --help")]
    public async Task Another_is_wrong_usage_before_any_set_up(string language, string said)
    {
        var run = await _machine.Run("demo", "--stack", "manged", "--lang", language);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(said, run.Message);
        Assert.Empty(_machine.Calls);
    }

    [Fact]
    public async Task The_managed_demonstration_needs_no_mosquitto()
    {
        _machine.Remove("mosquitto");
        _machine.Fake("ldconfig", "echo '	libsqlite3.so.0 (x)'; echo '	libcrypto.so.3 (x)'");

        Assert.Equal(0, (await _machine.Run("demo", "--stack", "managed")).ExitCode);
        Assert.Contains("libmosquitto1", (await _machine.Run("demo")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_gateway_needs_no_sqlite()
    {
        _machine.Fake("ldconfig", "echo '	libcrypto.so.3 (x)'");

        Assert.Equal(0, (await _machine.Run("status", "--stack", "managed")).ExitCode);
        Assert.Contains("libsqlite3-0", (await _machine.Run("status")).Message, StringComparison.Ordinal);
        Assert.Contains("libsqlite3-0", (await _machine.Run("demo", "--stack", "managed")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_that_are_not_to_be_had_are_named_in_one_line()
    {
        _machine.Write("broken", NotToBeHad + NotToBeHad);

        var run = await _machine.Run("demo", "--stack", "managed");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"edge: the managed stack cannot be built: {Said}. Add one that has, or build the other stack, system (the default: the operating system's own libraries)", run.Error[^1]);
    }

    [Fact]
    public async Task The_suites_of_what_has_two_stacks_run_on_both()
    {
        var run = await _machine.Run("test");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Edge.A.Tests", "Edge.B.Tests", "Edge.A.Tests (managed)"], run.Output.SkipLast(1).Select(line => line[..32].TrimEnd()));
        Assert.Equal("12 passed, 0 failed, 3 skipped", run.Output[^1]);
        Assert.Contains(_machine.Calls, call => call.Contains("artifacts/managed/bin/Edge.A.Tests/release/Edge.A.Tests.dll", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", $"SKIPPED 1: the managed stack was NOT tested: {Said}")]
    [InlineData("zh", $"SKIPPED 1: 组件栈 managed 未测试：{Said}")]
    public async Task Where_its_packages_are_not_to_be_had_it_is_not_tested_which_is_said_and_never_counted_as_passed(string language, string said)
    {
        _machine.Write("not-to-be-had", NotToBeHad);

        var run = await _machine.Run("test", "--lang", language);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Edge.A.Tests", "Edge.B.Tests"], run.Output.Take(2).Select(line => line[..32].TrimEnd()));
        Assert.Equal([said, "8 passed, 0 failed, 3 skipped"], run.Output.Skip(2));
    }

    [Theory]
    [InlineData("test", "en", "A package source of the managed stack that does not answer is waited for 2 minutes.")]
    [InlineData("test", "zh", "组件栈 managed 的软件包源无应答时，最多等待两分钟。")]
    [InlineData("demo --stack managed", "en", "A package source of the managed stack that does not answer is waited for 2 minutes.")]
    public async Task How_long_a_package_source_is_waited_for_is_said_before(string verb, string language, string said) =>
        Assert.Contains(said, (await _machine.Run([.. verb.Split(' '), "--lang", language])).Error);

    [Fact]
    public async Task A_restore_that_failed_for_another_reason_is_no_word_about_packages()
    {
        _machine.Write("not-to-be-had", "/x/a.proj : error NU1000: the folder cannot be written\n");

        var run = await _machine.Run("test");

        Assert.Contains(run.Output, line => line.StartsWith("Edge.A.Tests (managed) ", StringComparison.Ordinal));
        Assert.Equal("12 passed, 0 failed, 3 skipped", run.Output[^1]);
    }

    [Fact]
    public async Task A_managed_stack_that_does_not_compile_is_a_failure_and_not_skipped()
    {
        _machine.Fake("dotnet", """case "$1" in --list-sdks) echo '10.0.100 [x]' ;; build) [ "$Stack" = system ] || { echo 'x.cs(1,2): error CS1002: ; expected'; exit 1; } ;; test) . "$ROOT/suites" ;; esac""");

        var run = await _machine.Run("test");

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task One_suite_is_of_the_stack_that_is_asked_for()
    {
        Assert.Equal("4 passed, 0 failed, 1 skipped", (await _machine.Run("test", "--suite", "A")).Output[^1]);
        Assert.StartsWith("Edge.A.Tests (managed) ", (await _machine.Run("test", "--suite", "A", "--stack", "managed")).Output[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stacks_are_compared_with_both_built_to_native_code_too()
    {
        _machine.Fake("apt-get", "");

        var run = await _machine.Run("bench", "stacks", "--stack", "managed");

        Assert.Equal(["edge-bench", "[stacks]"], run.Output);
        foreach (var place in new[] { "artifacts", "artifacts/managed" })
        {
            Assert.True(Directory.Exists(Path.Combine(_machine.Root, place, "bin/Edge.Bench")));
            Assert.Single(_machine.Calls, call => call.StartsWith("dotnet publish", StringComparison.Ordinal) && call.Contains($"-o {_machine.Root}/{place}/native ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("stacks", "--nonsense")]
    [InlineData("footprint", "--repeats", "0")]
    public async Task What_a_benchmark_cannot_be_asked_is_refused_before_minutes_of_native_code(params string[] asked)
    {
        _machine.Environment["EXIT"] = "2";

        var run = await _machine.Run(["bench", .. asked]);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.DoesNotContain(_machine.Calls, call => call.StartsWith("dotnet publish", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "edge: there is no such benchmark; there are: ingest wear footprint mqtt sampling page audit seal verify stacks. See: ./edge --help")]
    [InlineData("zh", "edge: 没有这项测量；现有：ingest wear footprint mqtt sampling page audit seal verify stacks。参见：./edge --help")]
    public async Task A_benchmark_that_is_not_there_is_refused_before_any_set_up(string language, string said)
    {
        var run = await _machine.Run("bench", "nonsense", "--lang", language);

        Assert.Equal((2, said), (run.ExitCode, run.Message));
        Assert.Empty(_machine.Calls);
    }

    [Fact]
    public async Task Who_has_the_managed_stack_only_and_does_not_say_which_is_told_before_the_other_is_built()
    {
        await _machine.Run("status", "--stack", "managed");

        Assert.Equal(["Only the stack managed is built here; for its programs: ./edge --stack managed ...", "Building (the first time takes a few minutes) ..."], (await _machine.Run("status")).Error);
        Assert.Empty((await _machine.Run("status")).Error);
        Assert.Empty((await _machine.Run("status", "--stack", "managed")).Error);
    }

    [Theory]
    [InlineData("en", "Building the stack managed (the first time takes a few minutes) ...")]
    [InlineData("zh", "正在编译组件栈 managed（首次需要几分钟）…")]
    public async Task Which_stack_is_built_is_said(string language, string said) => Assert.Contains(said, (await _machine.Run("demo", "--stack", "managed", "--lang", language)).Error);

    [Fact]
    public async Task Every_verbs_help_says_that_there_is_a_choice()
    {
        foreach (var verb in ExitCodeTable.Read().Keys)
            Assert.Contains((await _machine.Run(verb, "--help")).Output, line => line.Contains("--stack system|managed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_not_compared_where_one_cannot_be_built()
    {
        _machine.Fake("apt-get", "");
        _machine.Write("no-native", NotToBeHad);

        var run = await _machine.Run("bench", "stacks");

        Assert.Equal(3, run.ExitCode);
        Assert.EndsWith($"{Said}. Add one that has, or build the other stack, system (the default: the operating system's own libraries)", run.Error[^1], StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
