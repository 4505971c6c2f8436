namespace Edge.House.Tests.Script;

public sealed class TestVerbTests : IDisposable
{
    private const string Passing = """<UnitTestResult testName="A.Is_so" outcome="Passed" /><Counters total="5" executed="4" passed="4" failed="0" />""";

    private const string Failing =
        """
        <UnitTestResult testName="B.Is_not_so(a: &quot;1&quot;)" outcome="Failed">
        <Message>Assert.Equal() Failure: 1 &lt; 2</Message>
        <StackTrace>at B.cs:line 7</StackTrace>
        </UnitTestResult>
        <UnitTestResult testName="B.Is_so" outcome="Passed" />
        <Message>not of a failed test</Message>
        <Counters total="3" executed="3" passed="2" failed="1" />
        """;

    private readonly ScriptSandbox _machine = new();

    public TestVerbTests()
    {
        Suite("A", Passing, 0);
        Suite("B", Passing, 0);
        // Called as: test DLL --logger trx;LogFileName=FILE ...
        _machine.Write("suites", ". \"$ROOT/suite-$(sed 's|.*/||;s|.dll||' <<X\n$2\nX\n)\" \"${4#*=}\"\n");
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_last_line_is_the_sum_over_all_suites()
    {
        var run = await _machine.Run("test");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("8 passed, 0 failed, 2 skipped", run.Output[^1]);
        Assert.Matches(@"^Edge\.A\.Tests +4 passed, 0 failed, 1 skipped +\d+ s$", run.Output[0]);
    }

    [Fact]
    public async Task A_failed_test_is_shown_and_counted()
    {
        Suite("B", Failing, 1);

        var run = await _machine.Run("test");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("6 passed, 1 failed, 1 skipped", run.Output[^1]);
        Assert.Contains("FAILED B.Is_not_so(a: \"1\")", run.Output);
        Assert.Contains("    Assert.Equal() Failure: 1 < 2", run.Output);
        Assert.Contains("    at B.cs:line 7", run.Output);
        Assert.DoesNotContain(run.Output, line => line.Contains("not of a failed test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_tests_were_skipped_is_said_once_for_each_reason()
    {
        const string skipped = "<UnitTestResult outcome=\"NotExecuted\">\n <Output><ErrorInfo>\n <Message>Go is not installed</Message>\n</ErrorInfo></Output></UnitTestResult>\n";
        Suite("B", skipped + skipped + "<UnitTestResult outcome=\"Passed\">\n<Message>not of a skipped test</Message></UnitTestResult>" + Passing, 0);

        var run = await _machine.Run("test");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("SKIPPED 2: Go is not installed", Assert.Single(run.Output, line => line.StartsWith("SKIPPED", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_suite_that_crashes_is_one_failure_even_without_results()
    {
        Suite("A", null, 134);

        var run = await _machine.Run("test");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("4 passed, 1 failed, 1 skipped", run.Output[^1]);
        Assert.Contains(run.Output, line => line.Contains("(crashed, exit code 134)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_suite_that_crashes_after_its_results_is_one_failure()
    {
        Suite("A", Passing, 1);

        var run = await _machine.Run("test");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("8 passed, 1 failed, 2 skipped", run.Output[^1]);
    }

    [Fact]
    public async Task A_run_in_which_nothing_was_tested_is_no_success()
    {
        Suite("A", null, 0);
        Suite("B", null, 0);

        var run = await _machine.Run("test");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("0 passed, 2 failed, 0 skipped", run.Output[^1]);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("Edge.B")]
    [InlineData("Edge.B.Tests")]
    public async Task One_suite_can_be_chosen(string name)
    {
        var run = await _machine.Run("test", "--suite", name, "--filter", "FullyQualifiedName~Is so");

        Assert.Equal("4 passed, 0 failed, 1 skipped", run.Output[^1]);
        Assert.Contains("--filter FullyQualifiedName~Is so", Assert.Single(_machine.Calls, call => call.StartsWith("dotnet test", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--suite", "None")]
    [InlineData("--suite")]
    [InlineData("--fast")]
    public async Task What_test_does_not_know_is_wrong_usage_before_any_set_up(params string[] options)
    {
        Assert.Equal(2, (await _machine.Run(["test", .. options])).ExitCode);
        Assert.Empty(_machine.Calls);
    }

    private void Suite(string name, string? trx, int code)
    {
        _machine.Write($"tests/Edge.{name}.Tests/Edge.{name}.Tests.csproj", "<Project />");
        _machine.Write($"results-{name}", trx ?? "");
        _machine.Write($"suite-Edge.{name}.Tests", trx is null ? $"exit {code}\n" : $"cat \"$ROOT/results-{name}\" >\"${{4#*=}}\"; exit {code}\n");
    }
}
