namespace Edge.House.Tests.Script;

/// <summary>What makes the verifier's page, which edge-verify carries.</summary>
public sealed class PageSetupTests : IDisposable
{
    private const string Installed = "artifacts/page/installed.json";

    private readonly ScriptSandbox _machine = new();

    public PageSetupTests()
    {
        foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc" })
            _machine.Write($"ledger-client/Edge.Verify/Page/{file}", $"the {file}");
        File.Delete(Path.Combine(_machine.Root, Installed));
        _machine.Fake("node", "");
        _machine.Fake("npm", "mkdir -p node_modules");
        _machine.Fake("apt-get", "");
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task It_is_installed_for_whoever_asks_for_the_page_and_then_edge_verify_is_built_anew()
    {
        Assert.Equal(0, (await _machine.Run("verify", "x")).ExitCode);
        Assert.DoesNotContain(_machine.Calls, call => call.StartsWith("npm", StringComparison.Ordinal));

        Assert.Equal(["edge-verify", "[page]", "[--out]", "[p.html]"], (await _machine.Run("verify", "page", "--out", "p.html")).Output);

        Assert.Single(_machine.Calls, call => call == "npm ci");
        Assert.Equal("the package-lock.json", File.ReadAllText(Path.Combine(_machine.Root, Installed)));
        Assert.Equal(2, _machine.Calls.Count(call => call.StartsWith("dotnet build", StringComparison.Ordinal)));
        Assert.Equal(0, (await _machine.Run("verify", "page", "--out", "p.html")).ExitCode);
        Assert.Single(_machine.Calls, call => call == "npm ci");
        Assert.Equal(2, _machine.Calls.Count(call => call.StartsWith("dotnet build", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("en", "edge-verify is built without the verifier's page.")]
    [InlineData("zh", "edge-verify 将不含核验页面。")]
    public async Task Without_it_edge_verify_is_built_all_the_same_and_it_is_said(string language, string words)
    {
        _machine.Remove("npm");
        _machine.Remove("apt-get");

        var run = await _machine.Run("verify", "page", "--out", "p.html", "--lang", language);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(words, run.Error);
        Assert.False(File.Exists(Path.Combine(_machine.Root, Installed)));
    }

    [Fact]
    public async Task An_npm_that_fails_is_said()
    {
        _machine.Fake("npm", "echo 'npm error code ENOTFOUND' >&2; exit 1");

        var run = await _machine.Run("verify", "page", "--out", "p.html");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("npm could not install what makes the verifier's page: no network to the package source; connect it. edge-verify is built without it.", run.Error);
    }
}
