namespace Edge.House.Tests.Script;

/// <summary>The browser with which the Verify suite prints its pages.</summary>
public sealed class BrowserSetupTests : IDisposable
{
    private readonly ScriptSandbox _machine = new();

    public BrowserSetupTests()
    {
        foreach (var suite in new[] { "Store", "Verify" })
            _machine.Write($"tests/Edge.{suite}.Tests/Edge.{suite}.Tests.csproj", "<Project />");
        _machine.Write("suites", """echo '<Counters total="5" executed="4" passed="4" failed="0" />' >"${4#*=}" """);
        _machine.Fake("apt-get", "");
        foreach (var program in new[] { "node", "npm" })
            _machine.Fake(program, "");
        foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc" })
            _machine.Write($"ledger-client/Edge.Verify/Page/{file}", "");
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task It_is_installed_for_its_suite_and_for_nothing_else()
    {
        foreach (var verb in new[] { "verify x", "demo", "bench ingest", "test --suite Store" })
            Assert.Equal(0, (await _machine.Run(verb.Split(' '))).ExitCode);
        Assert.DoesNotContain(_machine.Calls, call => call.StartsWith("apt-get", StringComparison.Ordinal));

        Assert.Equal(0, (await _machine.Run("test", "--suite", "Verify")).ExitCode);
        Assert.StartsWith("apt-get install -y --no-install-recommends chromium poppler-utils", Assert.Single(_machine.Calls, call => call.StartsWith("apt-get install", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_it_the_tests_run_all_the_same_and_it_is_said()
    {
        _machine.Fake("apt-get", "exit 100");

        var run = await _machine.Run("test");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Tests of printed pages will be skipped.", run.Error);
    }
}
