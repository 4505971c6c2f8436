namespace Edge.House.Tests.Script;

public sealed class SetupTests : IDisposable
{
    private readonly ScriptSandbox _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("demo", 3)]
    [InlineData("test", 3)]
    [InlineData("bench", 3)]
    [InlineData("verify", 2)]
    public async Task Without_dotnet_it_says_how_to_install_the_sdk(string verb, int code)
    {
        _machine.Write("tests/Edge.A.Tests.csproj", "");
        _machine.Remove("dotnet");

        var run = await _machine.Run(verb);

        Assert.Equal(code, run.ExitCode);
        Assert.StartsWith("edge: the .NET 10 SDK is missing. Install it: https://", run.Message, StringComparison.Ordinal);
        Assert.Single(run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task An_older_sdk_is_named()
    {
        _machine.Fake("dotnet", "[ $1 != --list-sdks ] || { echo '8.0.100 [/x]'; echo '9.0.310 [/x]'; }");

        var run = await _machine.Run("demo");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("(found: 8.0.100 9.0.310)", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_sdk_installed_for_the_user_only_is_found()
    {
        File.Move(_machine.PathOf("bin/dotnet"), Directory.CreateDirectory(_machine.PathOf("home/.dotnet")).FullName + "/dotnet");

        Assert.Equal(0, (await _machine.Run("verify", "x")).ExitCode);
    }

    [Fact]
    public async Task Without_apt_it_says_what_is_missing()
    {
        _machine.Fake("ldconfig", "echo '	libcrypto.so.3 (x)'");

        var run = await _machine.Run("demo");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("libmosquitto1", run.Message, StringComparison.Ordinal);
        Assert.Contains("libsqlite3-0", run.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("libssl3", run.Message, StringComparison.Ordinal);
        Assert.Contains("no apt-get", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verifier_needs_no_broker_and_no_database()
    {
        _machine.Fake("ldconfig", "echo '	libcrypto.so.3 (x)'");

        Assert.Equal(0, (await _machine.Run("verify", "x")).ExitCode);
    }

    [Fact]
    public async Task Without_root_it_gives_the_command_to_run()
    {
        _machine.Fake("ldconfig", "");
        _machine.Fake("apt-get", "");
        _machine.Fake("id", "echo 1000");

        var run = await _machine.Run("verify", "x");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("Run: sudo apt-get install -y --no-install-recommends libssl3", run.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_machine.Calls, call => call.StartsWith("apt-get", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_sudo_the_packages_are_installed_through_it()
    {
        _machine.Fake("ldconfig", "");
        _machine.Fake("apt-get", "");
        _machine.Fake("id", "echo 1000");
        _machine.Fake("sudo", "shift; exec \"$@\"");

        Assert.Equal(0, (await _machine.Run("verify", "x")).ExitCode);
        Assert.Contains("sudo -n apt-get install -y --no-install-recommends libssl3", _machine.Calls);
    }

    [Fact]
    public async Task Only_what_is_missing_is_installed_after_an_update()
    {
        _machine.Fake("ldconfig", "echo '	libmosquitto.so.1 (x)'; echo '	libcrypto.so.3 (x)'");
        _machine.Fake("apt-get", "echo talk");

        var run = await _machine.Run("demo");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["apt-get update", "apt-get install -y --no-install-recommends libsqlite3-0"], _machine.Calls.Where(call => call.StartsWith("apt", StringComparison.Ordinal)));
        Assert.Equal(["edge-demo"], run.Output);
    }

    [Theory]
    [InlineData("Err: Temporary failure resolving 'deb.example.org'", "no network to the package source")]
    [InlineData("E: You don't have enough free space; No space left on device", "the disk is full")]
    public async Task A_failing_installation_says_why_and_what_to_run(string talk, string reason)
    {
        _machine.Fake("ldconfig", "");
        _machine.Fake("apt-get", $"echo \"{talk}\"; exit 100");

        var run = await _machine.Run("demo");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(reason, run.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        Directory.Delete(Path.Combine(_machine.Root, "artifacts"), recursive: true);
        _machine.Write("artifacts", "a file where the folder should be");

        var run = await _machine.Run("demo");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("cannot write in", run.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo", 3)]
    [InlineData("verify", 2)]
    public async Task A_failing_build_shows_its_errors_once_and_nothing_else(string verb, int code)
    {
        _machine.Write("broken", $"  Determining projects\n{_machine.Root}/gateway/A.cs(1,2): error CS1002: ; expected [{_machine.Root}/x.csproj]\n"
            + $"{_machine.Root}/gateway/A.cs(1,2): error CS1002: ; expected [{_machine.Root}/x.csproj]\n    1 Error(s)\n");

        var run = await _machine.Run(verb, "x");

        Assert.Equal(code, run.ExitCode);
        Assert.Equal("edge: the build failed: ", run.Message);
        Assert.Equal("gateway/A.cs(1,2): error CS1002: ; expected", run.Error[^1]);
        Assert.Equal(3, run.Error.Count);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_restore_without_network_says_so()
    {
        _machine.Write("broken", "error NU1301: Unable to load the service index");

        Assert.Equal("edge: the build failed: no network to the package source; connect it", (await _machine.Run("demo")).Message);
    }

    [Fact]
    public async Task It_builds_once_and_again_when_a_source_changed_or_went_away()
    {
        var source = _machine.Write("gateway/Edge.Gateway/A.cs", "class A;");
        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddMinutes(-5));

        Assert.Equal(1, await BuildsOf("verify"));
        Assert.Equal(1, await BuildsOf("verify"));
        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddMinutes(5));
        Assert.Equal(2, await BuildsOf("verify"));
        File.Delete(source);
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(source)!, DateTime.UtcNow.AddMinutes(5));
        Assert.Equal(3, await BuildsOf("verify"));
    }

    [Fact]
    public async Task A_build_that_failed_is_tried_again()
    {
        var broken = _machine.Write("broken", "x.cs: error CS1002");
        Assert.Equal(3, (await _machine.Run("demo")).ExitCode);
        File.Delete(broken);

        Assert.Equal(0, (await _machine.Run("demo")).ExitCode);
    }

    [Fact]
    public async Task Without_a_home_dotnet_keeps_its_things_in_the_artifacts()
    {
        _machine.Environment["HOME"] = "/nonexistent";
        _machine.Fake("dotnet", "case $1 in --list-sdks) echo '10.0.100 [x]' ;; *) echo \"x: error $DOTNET_CLI_HOME $NUGET_PACKAGES $DOTNET_CLI_TELEMETRY_OPTOUT\"; exit 1 ;; esac");

        Assert.EndsWith("error artifacts/home artifacts/packages 1", (await _machine.Run("demo")).Error[^1], StringComparison.Ordinal);
    }

    private async Task<int> BuildsOf(string verb)
    {
        Assert.Equal(0, (await _machine.Run(verb, "x")).ExitCode);
        return _machine.Calls.Count(call => call.StartsWith("dotnet build", StringComparison.Ordinal));
    }
}
