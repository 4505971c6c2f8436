namespace Edge.House.Tests.Script;

/// <summary>Other people's implementations, which the Interop suite asks.</summary>
public sealed class PeersTests : IDisposable
{
    private const string Passing = """<Counters total="5" executed="4" passed="4" failed="0" />""";

    private readonly ScriptSandbox _machine = new();

    public PeersTests()
    {
        foreach (var suite in new[] { "Store", "Sparkplug", "Interop" })
            _machine.Write($"tests/Edge.{suite}.Tests/Edge.{suite}.Tests.csproj", "<Project />");
        foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc" })
            _machine.Write($"tests/interop/node/{file}", $"the {file}");
        _machine.Write("suites", $"echo '{Passing}' >\"${{4#*=}}\"");
        foreach (var program in new[] { "go", "node" })
            _machine.Fake(program, "");
        _machine.Fake("npm", "mkdir node_modules");
        _machine.Fake("apt-get", "");
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_npm_packages_are_installed_once_and_again_when_they_changed()
    {
        Assert.Equal(1, await InstallationsAfter("test"));
        Assert.Equal("the package.json", File.ReadAllText(Path.Combine(_machine.Root, "artifacts/interop/node/package.json")));
        Assert.True(Directory.Exists(Path.Combine(_machine.Root, "artifacts/interop/node/node_modules")));
        Assert.Equal(1, await InstallationsAfter("test", "--suite", "interop"));
        _machine.Write("tests/interop/node/package-lock.json", "another");
        _machine.Fake("npm", "");
        Assert.Equal(2, await InstallationsAfter("test"));
    }

    [Fact]
    public async Task The_Sparkplug_suite_alone_has_the_packages_of_its_host_and_nothing_else_of_them()
    {
        _machine.Remove("go");

        Assert.Equal(1, await InstallationsAfter("test", "--suite", "Sparkplug"));
        Assert.DoesNotContain(_machine.Calls, call => call.Contains("golang", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_suites_and_verbs_ask_no_peer()
    {
        foreach (var program in new[] { "go", "node", "npm" })
            _machine.Remove(program);

        foreach (var verb in new[] { "verify x", "bench ingest", "test --suite Store" })
        {
            var run = await _machine.Run(verb.Split(' '));
            Assert.Equal(0, run.ExitCode);
            Assert.DoesNotContain(run.Error, line => line.Contains("npm", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(_machine.Calls, call => call.StartsWith("apt-get", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_is_installed_by_its_package()
    {
        _machine.Remove("go");
        _machine.Remove("npm");

        Assert.Equal(0, (await _machine.Run("test")).ExitCode);

        var install = Assert.Single(_machine.Calls, call => call.StartsWith("apt-get install", StringComparison.Ordinal)).Split(' ');
        Assert.Contains("golang-go", install);
        Assert.Contains("npm", install);
        Assert.DoesNotContain("nodejs", install);
    }

    [Theory]
    [InlineData("en", "Tests that ask the implementations missing here will be skipped.")]
    [InlineData("zh", "询问上述缺少的实现的测试将被跳过。")]
    public async Task What_cannot_be_had_is_said_and_the_tests_run_all_the_same(string language, string words)
    {
        _machine.Remove("go");
        _machine.Remove("apt-get");

        var run = await _machine.Run("test", "--lang", language);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("golang-go", run.Message, StringComparison.Ordinal);
        Assert.Contains(words, run.Error);
        Assert.Equal("12 passed, 0 failed, 3 skipped", run.Output[^1]);
    }

    [Fact]
    public async Task An_npm_that_fails_is_said_and_tried_again_the_next_time()
    {
        Assert.Equal(1, await InstallationsAfter("test"));
        _machine.Write("tests/interop/node/package-lock.json", "another");
        _machine.Fake("npm", "echo 'npm error code ENOTFOUND' >&2; exit 1");

        var run = await _machine.Run("test");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("npm could not install the packages of the Interop suite: no network to the package source; connect it. Tests that ask them will be skipped.", run.Error);
        Assert.False(File.Exists(Path.Combine(_machine.Root, "artifacts/interop/node/installed.json")));
        Assert.Equal(3, await InstallationsAfter("test"));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named_by_the_build()
    {
        Directory.Delete(Path.Combine(_machine.Root, "artifacts"), recursive: true);
        _machine.Write("artifacts", "a file where the folder should be");

        var run = await _machine.Run("test");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("cannot write in", run.Message, StringComparison.Ordinal);
    }

    private async Task<int> InstallationsAfter(params string[] arguments)
    {
        Assert.Equal(0, (await _machine.Run(arguments)).ExitCode);
        return _machine.Calls.Count(call => call == "npm ci");
    }
}
