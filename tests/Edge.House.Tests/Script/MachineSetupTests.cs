namespace Edge.House.Tests.Script;

/// <summary>The virtual machine that the Vm suite and power cuts need.</summary>
public sealed class MachineSetupTests : IDisposable
{
    private readonly ScriptSandbox _machine = new();

    public MachineSetupTests()
    {
        foreach (var suite in new[] { "Store", "Vm" })
            _machine.Write($"tests/Edge.{suite}.Tests/Edge.{suite}.Tests.csproj", "<Project />");
        _machine.Write("suites", """echo '<Counters total="5" executed="4" passed="4" failed="0" />' >"${4#*=}" """);
        _machine.Write("tests/vm/machine/set-up", """echo once >>"$1.calls"; mkdir -p "$1"; : >"$1/made" """);
        _machine.Fake("apt-get", "");
    }

    public void Dispose() => _machine.Dispose();

    private int Made => File.Exists(Path.Combine(_machine.Root, "artifacts/vm.calls")) ? File.ReadAllLines(Path.Combine(_machine.Root, "artifacts/vm.calls")).Length : 0;

    [Fact]
    public async Task It_is_made_for_its_suite_and_for_power_cuts_and_for_nothing_else()
    {
        foreach (var verb in new[] { "verify x", "demo", "bench ingest", "torture kill", "test --suite Store" })
            Assert.Equal(0, (await _machine.Run(verb.Split(' '))).ExitCode);
        Assert.Equal(0, Made);

        Assert.Equal(0, (await _machine.Run("torture", "power")).ExitCode);
        Assert.Equal(1, Made);
    }

    [Fact]
    public async Task It_is_made_once_and_again_when_its_scripts_changed()
    {
        Assert.Equal(0, (await _machine.Run("test", "--suite", "Vm")).ExitCode);
        Assert.Equal(0, (await _machine.Run("test")).ExitCode);
        Assert.Equal(1, Made);
        var script = _machine.Write("tests/vm/machine/boot", "changed");
        File.SetLastWriteTimeUtc(script, File.GetLastWriteTimeUtc(Path.Combine(_machine.Root, "artifacts/vm/made")).AddSeconds(10));

        Assert.Equal(0, (await _machine.Run("test")).ExitCode);

        Assert.Equal(2, Made);
    }

    [Theory]
    [InlineData("en", "Tests in a virtual machine will be skipped.")]
    [InlineData("zh", "虚拟机中的测试将被跳过。")]
    public async Task Where_it_cannot_be_made_the_tests_run_all_the_same_and_it_is_said(string language, string words)
    {
        _machine.Write("tests/vm/machine/set-up", "echo 'E: Failed to fetch'; exit 100");

        var run = await _machine.Run("test", "--lang", language);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(words, run.Error);
    }

    [Fact]
    public async Task Power_cuts_without_it_are_a_failed_set_up()
    {
        _machine.Write("tests/vm/machine/set-up", "echo 'E: Failed to fetch'; exit 100");

        var run = await _machine.Run("torture", "power");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("edge: the virtual machine could not be made: no network to the package source; connect it", run.Error);
    }
}
