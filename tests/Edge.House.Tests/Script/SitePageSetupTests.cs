namespace Edge.House.Tests.Script;

/// <summary>What makes the site page and the verifier's, which the gateway carries.</summary>
public sealed class SitePageSetupTests : IDisposable
{
    private readonly ScriptSandbox _machine = new();

    public SitePageSetupTests()
    {
        foreach (var suite in new[] { "Store", "Site" })
            _machine.Write($"tests/Edge.{suite}.Tests/Edge.{suite}.Tests.csproj", "<Project />");
        _machine.Write("suites", """echo '<Counters total="5" executed="4" passed="4" failed="0" />' >"${4#*=}" """);
        foreach (var page in new[] { "gateway/Edge.Site", "ledger-client/Edge.Verify" })
        {
            foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc" })
                _machine.Write($"{page}/Page/{file}", $"the {file}");
        }

        foreach (var program in new[] { "node", "chromium", "apt-get" })
            _machine.Fake(program, "");
        _machine.Fake("npm", "mkdir -p node_modules");
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task It_is_installed_for_the_demonstration_its_suite_and_native_builds_and_once()
    {
        foreach (var verb in new[] { "verify x", "status", "bench ingest", "test --suite Store" })
            Assert.Equal(0, (await _machine.Run(verb.Split(' '))).ExitCode);
        Assert.DoesNotContain(_machine.Calls, IsInstalled);

        Assert.Equal(0, (await _machine.Run("demo")).ExitCode);
        Assert.Equal(0, (await _machine.Run("test", "--suite", "Site")).ExitCode);
        Assert.Equal(0, (await _machine.Run("bench", "footprint")).ExitCode);

        Assert.Equal(2, _machine.Calls.Count(IsInstalled));
        foreach (var place in new[] { "site", "page" })
            Assert.Equal("the package-lock.json", File.ReadAllText(Path.Combine(_machine.Root, $"artifacts/{place}/installed.json")));
    }

    [Theory]
    [InlineData("en", "edge-gateway is built without the site page.")]
    [InlineData("zh", "edge-gateway 将不含现场页面。")]
    public async Task Without_it_the_gateway_is_built_all_the_same_and_it_is_said(string language, string words)
    {
        _machine.Remove("npm");
        _machine.Fake("apt-get", "exit 100");

        var run = await _machine.Run("test", "--suite", "Site", "--lang", language);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(words, run.Error);
    }

    private static bool IsInstalled(string call) => call == "npm ci";
}
