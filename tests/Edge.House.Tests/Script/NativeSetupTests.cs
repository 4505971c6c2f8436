namespace Edge.House.Tests.Script;

/// <summary>The gateway's native build, which the Integration suite tries and the footprint is measured on.</summary>
public sealed class NativeSetupTests : IDisposable
{
    private readonly ScriptSandbox _machine = new();

    public NativeSetupTests()
    {
        foreach (var suite in new[] { "Store", "Integration" })
            _machine.Write($"tests/Edge.{suite}.Tests/Edge.{suite}.Tests.csproj", "<Project />");
        _machine.Write("suites", """echo '<Counters total="5" executed="4" passed="4" failed="0" />' >"${4#*=}" """);
        _machine.Fake("apt-get", "");
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task It_is_made_for_its_suite_and_for_the_footprint_and_for_nothing_else()
    {
        foreach (var verb in new[] { "verify x", "demo", "bench ingest", "test --suite Store" })
            Assert.Equal(0, (await _machine.Run(verb.Split(' '))).ExitCode);
        Assert.DoesNotContain(_machine.Calls, IsMade);

        Assert.Equal(0, (await _machine.Run("bench", "footprint")).ExitCode);
        Assert.Contains(_machine.Calls, call => call.StartsWith("apt-get install", StringComparison.Ordinal) && call.Contains(" gcc", StringComparison.Ordinal));
        Assert.Single(_machine.Calls, IsMade);

        Assert.Equal(0, (await _machine.Run("test", "--suite", "Integration")).ExitCode);
        Assert.Single(_machine.Calls, IsMade);
    }

    [Fact]
    public async Task Where_it_cannot_be_made_the_suite_runs_without_it_and_says_so_and_the_footprint_is_not_measured()
    {
        _machine.Fake("apt-get", "echo 'Could not resolve host'; exit 100");

        var bench = await _machine.Run("bench", "footprint");
        var test = await _machine.Run("test", "--suite", "Integration");

        Assert.Equal(0, test.ExitCode);
        Assert.Contains("Tests of the native build will be skipped.", test.Error);
        Assert.Equal(3, bench.ExitCode);
        Assert.Contains("no network", bench.Message, StringComparison.Ordinal);
    }

    private static bool IsMade(string call) => call.StartsWith("dotnet publish", StringComparison.Ordinal);
}
